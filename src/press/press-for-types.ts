import { join } from 'node:path';
import { loadPublication } from '../config/load-publication.ts';
import type { Switches } from '../config/switches.ts';
import { originOf } from './checked-paper.ts';
import type { Folders, Press } from './press-settings.ts';
import { stopAt } from './stop.ts';

/**
 * Sets Astro up to write the types of the collections (`.astro/`), for type checks, linters and code editors. They
 * depend only on the schemas, so copy is neither read nor checked, and nothing is bundled or drawn.
 */
export const pressForTypes = async (switches: Switches, folders: Folders): Promise<Press> => {
  if (switches.mistakes.length > 0) stopAt(switches.mistakes);
  const loaded = await loadPublication(switches);
  const publication = Array.isArray(loaded) ? stopAt(loaded) : loaded;
  // A cache of its own: Astro clears its data store when the configuration changes.
  const cacheDir = join(folders.cacheDir, 'types');
  return {
    // Code editors and type checks look for the types in the engine's folder.
    root: folders.engine,
    outDir: folders.dir,
    cacheDir,
    viteCache: join(cacheDir, 'vite'),
    origin: originOf(publication, switches),
    language: publication.language,
    integrations: [],
  };
};
