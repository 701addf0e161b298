import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loggerTo } from '../astro/logger.ts';
import { printInstead } from '../astro/prerenderer.ts';
import { checkPaper } from '../check/check-paper.ts';
import type { Switches } from '../config/switches.ts';
import { isPicture } from '../hosts/media-types.ts';
import { filesIn, listEdition } from './last-edition.ts';
import { addRoutes } from './extra-routes.ts';
import { paperOf } from './checked-paper.ts';
import { prepareEdition } from './prepare-edition.ts';
import { beginEdition, type BegunEdition } from './print-edition.ts';
import { createProgress, summaryOf } from './progress.ts';
import { putOnAir } from './put-on-air.ts';
import { report } from './report.ts';
import { cardCache, sharedPictures } from './shared-cache.ts';
import type { Folders, Press } from './press-settings.ts';
import { stopAt } from './stop.ts';
import { themeModules } from './theme-modules.ts';
import { virtualModules } from './virtual-modules.ts';

/**
 * Sets Astro up to build an edition: reads and checks the paper, prepares the edition, prints what is new beside the
 * edition on air, and puts it on air once everything is printed. A build that fails leaves the edition on air
 * untouched.
 */
export const pressForBuild = async (switches: Switches, folders: Folders): Promise<Press> => {
  // By default, V8 lets the heap of a large archive grow to three times what is in use before it collects garbage.
  setFlagsFromString('--heap-growing-percent=80');
  const progress = createProgress({
    write: (text) => process.stdout.write(text),
    isTerminal: process.stdout.isTTY,
    clock: () => performance.now(),
  });
  const log = loggerTo(`build into ${folders.cacheDir}`, progress.log);
  progress.step('reading and checking copy');
  // Before Astro reads anything, so that every mistake is reported at once and nothing is lost.
  const checked = await checkPaper(switches);
  const { publication, theme, mistakes } = checked;
  if (!publication || !theme || mistakes.length > 0) return stopAt(mistakes);
  const paper = await paperOf({ publication, theme }, checked, switches, folders);
  const prepared = await prepareEdition(paper, switches, folders);

  const { setting } = paper;
  const { cards, last, making, records } = prepared;
  const next = join(folders.work, 'next');
  // Always assigned before it is used: Astro never ends a build that it has not started.
  let begun: BegunEdition;

  const finish = async (): Promise<void> => {
    const { feeds, cards: printedCards, ...legacy } = await begun.finish();
    progress.step('putting the edition on air');
    const files = new Map([...last.kept, ...filesIn(next)]);
    putOnAir(next, folders.dir, (file) => files.has(file));
    listEdition(folders.cacheDir, { ...making, ...legacy, files });
    progress.end();
    log.end();
    progress.print(
      summaryOf(progress, {
        articles: records.length,
        heldBack: checked.heldBack.length,
        feeds,
        pictures: [...files.keys()].filter(isPicture).length,
        cards: printedCards,
        bytes: [...files.values()].reduce((sum, [bytes]) => sum + bytes, 0),
      }),
    );
  };

  return {
    root: setting.astroRoot,
    outDir: next,
    cacheDir: folders.cacheDir,
    viteCache: join(setting.astroRoot, '.vite'),
    pictureCache: sharedPictures(switches),
    origin: setting.origin,
    language: publication.language,
    logger: log.logger,
    integrations: [
      {
        name: 'press',
        hooks: {
          'astro:config:setup': ({ updateConfig, injectRoute }) => {
            const edition = {
              moment: switches.moment.getTime(),
              cards: cards.entries,
              readsCopy: true,
            };
            const { language } = publication;
            const themed = themeModules(theme, { language, endsBuild: true });
            updateConfig({
              vite: {
                plugins: [virtualModules(setting, edition, paper.publicationPictures), themed],
              },
            });
            addRoutes(publication, injectRoute);
            const lines = { info: progress.print, warn: progress.print };
            report(checked, cards.warnings, switches, lines);
          },
          'astro:build:start': async ({ setPrerenderer }) => {
            const cards = cardCache(switches, folders);
            const { paperDir, contentDir, publicDir, themeDir } = switches;
            const { engine, cacheDir } = folders;
            const guarded = [engine, cacheDir, paperDir, contentDir, publicDir, themeDir];
            const printing = { ...folders, next, guarded, cards, progress };
            begun = await beginEdition(paper, prepared, printing);
            setPrerenderer(printInstead(switches.basePath, begun.pages));
          },
          'astro:build:done': finish,
        },
      },
    ],
  };
};
