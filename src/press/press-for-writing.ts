import { join } from 'node:path';
import type { AstroConfig } from 'astro';
import { markdownRenderer } from '../astro/markdown-renderer.ts';
import { checkPaper } from '../check/check-paper.ts';
import { openCaptions } from '../copy/captions.ts';
import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';
import { cacheFolders } from '../config/folders.ts';
import { seriesFile } from '../copy/series-file.ts';
import { topicsFile } from '../copy/topics-file.ts';
import type { Switches } from '../config/switches.ts';
import { isOfPath } from '../config/unusable-paths.ts';
import { calendarFor } from '../language/dates.ts';
import { wordsFor } from '../language/words.ts';
import { addRoutes } from './extra-routes.ts';
import { followCopy } from './follow-copy.ts';
import { paperOf } from './checked-paper.ts';
import { recorded } from './recorded.ts';
import { report } from './report.ts';
import { pictureCacheOf } from './kept-folders.ts';
import { openCache, placeForWriting } from './open-cache.ts';
import type { Folders, Press } from './press-settings.ts';
import { serveUnsaved, unsavedCode } from './serve-unsaved.ts';
import { stopAt } from './stop.ts';
import { restartsFor, themeModules } from './theme-modules.ts';
import { createUnsavedCopy } from './unsaved-copy.ts';
import { virtualModules } from './virtual-modules.ts';

/**
 * Without a publication, colours or a path that can be used there is nothing to show. A server that is already running keeps the last good ones.
 */
const withoutPublication = (mistakes: Mistake[], { engine, dir, cacheDir }: Folders): Press => ({
  root: engine,
  outDir: dir,
  cacheDir,
  viteCache: join(cacheDir, 'vite'),
  integrations: [
    {
      name: 'writing',
      hooks: {
        'astro:config:setup': ({ isRestart }) => {
          if (!isRestart) stopAt(mistakes);
          // A stack trace would not help to find the mistake.
          throw Object.assign(new Error(`\n${mistakesAsText(mistakes)}\n`), { stack: '' });
        },
      },
    },
  ],
});

/**
 * Sets Astro up to show the paper while somebody writes (`npm run dev`). Mistakes in copy are reported, and the server
 * keeps showing the rest. Social cards are not drawn: pages link to one that does not exist.
 */
export const pressForWriting = async (switches: Switches, folders: Folders): Promise<Press> => {
  const began = Date.now();
  const checked = await checkPaper(switches);
  const { publication, theme } = checked;
  if (!publication || !theme || switches.mistakes.some(isOfPath)) {
    return withoutPublication(checked.mistakes, folders);
  }
  const cacheDir = openCache(folders.cacheDir);
  const place = placeForWriting(cacheDir, folders.engine);
  const paper = await paperOf({ publication, theme }, checked, switches, {
    astroRoot: place.root,
    cacheDir,
    bodiesDir: join(place.work, cacheFolders.bodies),
  });
  const { addresses, publicationPictures, reply, consent, features } = paper;
  const setting = { ...paper.setting, pictureList: undefined };
  const token = process.env['DESK_TOKEN'] || undefined;
  let astro: AstroConfig | undefined;
  const edition = {
    moment: switches.moment.getTime(),
    // Those who write see what they write.
    withDrafts: true,
    record: recorded(checked.record),
    cards: { [addresses.front]: { digest: 'not-drawn', alt: publication.name } },
    relatedLists: undefined,
    isWriting: true,
    readsCopy: true,
  };
  return {
    root: place.root,
    outDir: folders.dir,
    cacheDir: place.cacheDir,
    viteCache: place.viteCache,
    pictureCache: pictureCacheOf(switches),
    origin: setting.origin,
    language: publication.language,
    integrations: [
      {
        name: 'writing',
        hooks: {
          'astro:config:setup': ({ logger, updateConfig, addWatchFile, injectRoute }) => {
            addWatchFile(switches.publicationFile);
            addWatchFile(topicsFile(switches.contentDir));
            addWatchFile(seriesFile(switches.contentDir));
            for (const file of restartsFor(theme)) addWatchFile(file);
            const { language } = publication;
            const unsaved = token === undefined ? undefined : unsavedCode;
            const themed = themeModules(theme, { language, endsBuild: false });
            updateConfig({
              vite: {
                plugins: [virtualModules(setting, edition, publicationPictures, unsaved), themed],
                // Vite knows only the stand-ins that some file of code imports by name.
                server: { fs: { allow: [place.root] } },
              },
            });
            addRoutes(publication, injectRoute);
            report(checked, [], switches, logger);
          },
          'astro:config:done': ({ config }) => {
            astro = config;
          },
          'astro:server:setup': async ({ server, refreshContent, logger }) => {
            if (token !== undefined && astro) {
              const words = wordsFor(publication.language);
              const calendar = calendarFor(publication.language, publication.timeZone);
              const copy = createUnsavedCopy({
                ...setting,
                folder: join(place.work, 'unsaved'),
                addresses,
                moment: new Date(edition.moment),
                words,
                link: addresses.link,
                entryTime: calendar.time,
                entryDay: calendar.day,
                captions: (address) =>
                  openCaptions(switches.contentDir, publication.language).of(address),
                render: await markdownRenderer(astro),
              });
              serveUnsaved(server, copy, token);
            }
            followCopy(
              server,
              switches.contentDir,
              began,
              async () => refreshContent?.({}),
              (error) => {
                logger.error(String(error));
              },
            );
            // Vite watches only its own root by default.
            server.watcher.add([switches.publicationFile, switches.themeDir]);
            server.middlewares.use(paper.files.serve);
            server.middlewares.use(reply.serve);
            server.middlewares.use(consent.serve);
            server.middlewares.use(features.serve);
          },
        },
      },
    ],
  };
};
