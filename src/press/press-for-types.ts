import { join } from 'node:path';
import { loadPublication } from '../config/load-publication.ts';
import type { Switches } from '../config/switches.ts';
import { originOf } from './paper.ts';
import type { Folders, Press } from './settings.ts';
import { stopAt } from './stop.ts';
import { virtualModules } from './virtual-modules.ts';

/**
 * Sets Astro up to write the types of the collections (`.astro/`), for type checks, linters and editors. They follow from
 * the schemas alone, so copy is neither read nor checked, and nothing is bundled or drawn.
 */
export const pressForTypes = async (switches: Switches, folders: Folders): Promise<Press> => {
  if (switches.mistakes.length > 0) stopAt(switches.mistakes);
  const loaded = await loadPublication(switches.publicationFile, switches.commentsServer);
  const publication = Array.isArray(loaded) ? stopAt(loaded) : loaded;
  const origin = originOf(publication, switches);
  const setting = {
    publication,
    origin,
    base: switches.basePath,
    contentDir: switches.contentDir,
    topics: {},
    replyScript: undefined,
    consentScript: undefined,
    bodiesDir: '',
    engine: '',
  };
  const edition = { moment: switches.moment.getTime(), cards: {}, readsCopy: false };
  return {
    outDir: folders.dir,
    // Astro empties its store of entries when its configuration changes, so this one is not the build's.
    cacheDir: join(folders.cacheDir, 'types'),
    origin,
    language: publication.language,
    integrations: [
      {
        name: 'types',
        hooks: {
          'astro:config:setup': ({ updateConfig }) => {
            updateConfig({ vite: { plugins: [virtualModules(setting, edition)] } });
          },
        },
      },
    ],
  };
};
