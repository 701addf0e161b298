import { join } from 'node:path';
import type { Switches } from '../config/switches.ts';
import type { Folders, Press } from './press-settings.ts';
import { stopAt } from './stop.ts';

/** Sets Astro up to serve the built paper as it is, even if the copy has changed since. */
export const pressForPreview = (
  { mistakes }: Switches,
  { engine, dir, cacheDir }: Folders,
): Press => {
  if (mistakes.length > 0) stopAt(mistakes);
  return {
    root: engine,
    outDir: dir,
    cacheDir,
    viteCache: join(cacheDir, 'vite'),
    integrations: [],
  };
};
