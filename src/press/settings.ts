import type { AstroIntegration } from 'astro';
import type { LoggerSetting } from '../astro/logger.ts';

/** Astro's settings that depend on the paper and on what Astro was started to do. */
export interface Press {
  /** The folder that Astro takes for the project's. */
  root: string;
  /** Where Astro prints to, or finds what was printed. */
  outDir: string;
  /** Where Astro keeps its own work between runs, and where Vite does. */
  cacheDir: string;
  viteCache: string;
  /** The encoded pictures that several papers share. */
  pictureCache?: { folder: string; code: string } | undefined;
  /** The public origin. */
  origin?: string | undefined;
  /** The paper's language, a BCP 47 tag. */
  language?: string | undefined;
  /** Writes Astro's log; where it is left out, Astro does. */
  logger?: LoggerSetting | undefined;
  integrations: AstroIntegration[];
}

/** The folders of a paper, absolute. */
export interface Folders {
  /** The engine's own. */
  engine: string;
  /** The edition that readers see. */
  dir: string;
  /** What is kept between builds. */
  cacheDir: string;
  /** Where an edition is made. */
  work: string;
}
