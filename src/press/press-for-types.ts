import { join } from 'node:path';
import { loadPublication } from '../config/load-publication.ts';
import type { Switches } from '../config/switches.ts';
import { originOf } from './checked-paper.ts';
import type { Folders, Press } from './press-settings.ts';
import { stopAt } from './stop.ts';
import { virtualModules } from './virtual-modules.ts';

/**
 * Sets Astro up to write the types of the collections (`.astro/`), for type checks, linters and code editors. They
 * depend only on the schemas, so copy is neither read nor checked, and nothing is bundled or drawn.
 */
export const pressForTypes = async (switches: Switches, folders: Folders): Promise<Press> => {
  if (switches.mistakes.length > 0) stopAt(switches.mistakes);
  const loaded = await loadPublication(switches);
  const publication = Array.isArray(loaded) ? stopAt(loaded) : loaded;
  const origin = originOf(publication, switches);
  const setting = {
    publication,
    origin,
    base: switches.basePath,
    hasVectorIcon: false,
    contentDir: switches.contentDir,
    paperDir: switches.paperDir,
    astroRoot: folders.engine,
    cacheDir: folders.cacheDir,
    pictureList: '',
    logo: '',
    topics: {},
    series: {},
    replyScript: undefined,
    consentScript: undefined,
    featurePlace: { folder: '', digest: '' },
    bodiesDir: '',
    teasersShowWholeStories: false,
    engine: '',
  };
  const edition = {
    moment: switches.moment.getTime(),
    withDrafts: false,
    cards: {},
    record: {},
    relatedLists: undefined,
    isWriting: false,
    readsCopy: false,
  };
  // A cache of its own: Astro clears its data store when the configuration changes.
  const cacheDir = join(folders.cacheDir, 'types');
  return {
    // Code editors and type checks look for the types in the engine's folder.
    root: folders.engine,
    outDir: folders.dir,
    cacheDir,
    viteCache: join(cacheDir, 'vite'),
    origin,
    language: publication.language,
    integrations: [
      {
        name: 'types',
        hooks: {
          'astro:config:setup': ({ updateConfig }) => {
            updateConfig({ vite: { plugins: [virtualModules(setting, edition, new Map())] } });
          },
        },
      },
    ],
  };
};
