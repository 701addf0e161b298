import type { AstroIntegration } from 'astro';
import type { LoggerSetting } from '../astro/logger.ts';

/** Astro's settings that depend on the paper and on what Astro was started to do. */
export interface Press {
  /** Where Astro prints to, or finds what was printed. */
  outDir: string;
  /** Where Astro keeps its own work between runs. */
  cacheDir: string;
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
  /** The edition that readers see. */
  dir: string;
  /** What is kept between builds. */
  cacheDir: string;
}
