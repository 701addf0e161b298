import type { AstroIntegration } from 'astro';
import type { LoggerSetting } from '../astro/logger.ts';

/** The settings of Astro that depend on the paper and on the command. */
export interface Press {
  /** Astro's root folder. */
  root: string;
  /** Where Astro writes its output, or where it finds it to preview. */
  outDir: string;
  /** Where Astro and Vite keep what they read again. */
  cacheDir: string;
  viteCache: string;
  /** Where encoded pictures are kept between builds. */
  pictureCache?: { folder: string; code: string } | undefined;
  /** The public origin. */
  origin?: string | undefined;
  /** The paper's language, a BCP 47 tag. */
  language?: string | undefined;
  /** What writes Astro's log; Astro's own logger if left out. */
  logger?: LoggerSetting | undefined;
  integrations: AstroIntegration[];
}

/** The folders of a paper, absolute. */
export interface Folders {
  /** The engine's own. */
  engine: string;
  /** The edition that readers see. */
  dir: string;
  /** The cache that is kept between builds. */
  cacheDir: string;
}
