import { join } from 'node:path';
import { markdownRenderer } from '../astro/markdown-renderer.ts';
import type { Switches } from '../config/switches.ts';
import { keptEntries } from '../check/kept-entries.ts';
import { openCaptions } from '../copy/captions.ts';
import { type Mistake, mistakesAsText } from '../copy/mistakes.ts';
import { darkroomCode } from '../darkroom/code.ts';
import type { FoundFile } from '../darkroom/files-beside.ts';
import { openMemory } from '../darkroom/memory.ts';
import { paperOf } from './checked-paper.ts';
import { atHandCode } from './at-hand.ts';
import { bodySettingOf } from './body-setting.ts';
import { addRoutes } from './extra-routes.ts';
import { pictureCacheOf } from './kept-folders.ts';
import { markdownSetting } from './markdown-setting.ts';
import { openCache, placeForWriting } from './open-cache.ts';
import { readPaperToWrite } from './paper-to-write.ts';
import type { Folders, Press } from './press-settings.ts';
import { createTextReader } from './read-written.ts';
import { openSavedCopy } from './saved-copy.ts';
import { serveWriting } from './serve-writing.ts';
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
 * Sets Astro up to show the paper while somebody writes (`npm run dev`). Pages are shown before the paper is checked;
 * mistakes in copy are reported, and the server keeps showing the rest. Social cards are not drawn: pages link to one
 * that does not exist.
 */
export const pressForWriting = async (switches: Switches, folders: Folders): Promise<Press> => {
  const code = darkroomCode();
  const memory = openMemory(switches.cacheDir, code);
  const read = await readPaperToWrite(switches, memory);
  if ('mistakes' in read) return withoutPublication(read.mistakes, folders);
  const { publication, theme, pictures } = read;
  const cacheDir = openCache(folders.cacheDir);
  const place = placeForWriting(cacheDir, folders.engine);
  /** The files that stories link to, as far as those have been shown. */
  const files: FoundFile[] = [];
  const paper = await paperOf({ publication, theme }, { pictures, files }, switches, place.root);
  const { addresses, publicationPictures, reply, consent, features, setting } = paper;
  const { contentDir, paperDir, moment } = switches;
  const { language } = publication;
  const render = await markdownRenderer(markdownSetting(language));
  const reader = createTextReader({
    ...{ contentDir, paperDir, moment, code, astroRoot: place.root },
    ...bodySettingOf(publication, addresses),
    captions: (address) => openCaptions(contentDir, language).of(address),
    render,
    found: (all) => {
      files.push(...all.filter(({ path }) => files.every((file) => file.path !== path)));
    },
  });
  const copySetting = { contentDir, paperDir, memory, read: reader };
  const kept = keptEntries(switches, addresses, language);
  const saved = openSavedCopy({ ...copySetting, kept });
  const token = process.env['DESK_TOKEN'] || undefined;
  const lasting = {
    moment: moment.getTime(),
    // Those who write see what they write.
    withDrafts: true,
    cards: { [addresses.front]: { digest: 'not-drawn', alt: publication.name } },
    isWriting: true,
  };
  let startCheck: (() => () => void) | undefined;
  let stopCheck: (() => void) | undefined;
  return {
    root: place.root,
    outDir: folders.dir,
    cacheDir: place.cacheDir,
    viteCache: place.viteCache,
    pictureCache: pictureCacheOf(switches),
    origin: setting.origin,
    language,
    integrations: [
      {
        name: 'writing',
        hooks: {
          'astro:config:setup': ({ updateConfig, addWatchFile, injectRoute }) => {
            addWatchFile(switches.publicationFile);
            for (const file of restartsFor(theme)) addWatchFile(file);
            const themed = themeModules(theme, { language, endsBuild: false });
            updateConfig({
              vite: {
                plugins: [virtualModules(setting, atHandCode, moment, publicationPictures), themed],
                // Vite knows only the stand-ins that some file of code imports by name.
                server: { fs: { allow: [place.root] } },
              },
            });
            addRoutes(publication, injectRoute);
          },
          'astro:server:setup': async ({ server, logger }) => {
            const folder = join(place.work, 'unsaved');
            startCheck = serveWriting({
              ...{ server, switches, logger, lasting, saved: await saved },
              desk:
                token === undefined
                  ? undefined
                  : { token, unsaved: createUnsavedCopy({ ...copySetting, folder, addresses }) },
              relatedFile: join(place.work, 'related'),
            });
            // Vite watches only its own root by default.
            server.watcher.add([switches.publicationFile, switches.themeDir]);
            server.middlewares.use(paper.files.serve);
            server.middlewares.use(reply.serve);
            server.middlewares.use(consent.serve);
            server.middlewares.use(features.serve);
          },
          'astro:server:start': () => {
            stopCheck = startCheck?.();
          },
          'astro:server:done': () => {
            stopCheck?.();
          },
        },
      },
    ],
  };
};
