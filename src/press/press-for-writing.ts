import { mistakesAsText } from '../copy/mistakes.ts';
import { topicsFile } from '../copy/topics-file.ts';
import type { Switches } from '../config/switches.ts';
import { addRoutes } from './extra-routes.ts';
import { readPaper } from './paper.ts';
import { report } from './report.ts';
import type { Folders, Press } from './settings.ts';
import { virtualModules } from './virtual-modules.ts';

/**
 * Sets Astro up to show the paper while somebody writes (`npm run dev`). Mistakes in copy are reported, and the server runs
 * on with what is good. Social cards are not drawn: pages name one that is not there.
 */
export const pressForWriting = async (switches: Switches, folders: Folders): Promise<Press> => {
  const { publication, addresses, checked, setting, reply, consent } = await readPaper(
    switches,
    folders,
    ({ publication, mistakes }) => {
      // A server that starts again for a changed setting lives on with the last good one, unless the process ends.
      if (!publication) throw new Error(`\n${mistakesAsText(mistakes)}\n`);
      return publication;
    },
  );
  const edition = {
    moment: switches.moment.getTime(),
    cards: { [addresses.front]: { digest: 'not-drawn', alt: publication.name } },
    readsCopy: true,
  };
  return {
    outDir: folders.dir,
    cacheDir: folders.cacheDir,
    origin: setting.origin,
    language: publication.language,
    integrations: [
      {
        name: 'writing',
        hooks: {
          'astro:config:setup': ({ logger, updateConfig, addWatchFile, injectRoute }) => {
            addWatchFile(switches.publicationFile);
            addWatchFile(topicsFile(switches.contentDir));
            updateConfig({ vite: { plugins: [virtualModules(setting, edition)] } });
            addRoutes(publication, injectRoute);
            report(checked, [], switches, logger);
          },
          'astro:server:setup': ({ server }) => {
            server.middlewares.use(reply.serve);
            server.middlewares.use(consent.serve);
          },
        },
      },
    ],
  };
};
