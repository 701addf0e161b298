import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { AstroConfig } from 'astro';
import { loggerTo } from '../astro/logger.ts';
import { withoutToolbarPackages } from '../astro/optimizer.ts';
import { markdownRenderer } from '../astro/markdown-renderer.ts';
import { printInstead } from '../astro/prerenderer.ts';
import { workFrom } from '../astro/root.ts';
import { checkPaper } from '../check/check-paper.ts';
import { arrivals, cacheFolders, notePlace } from '../config/folders.ts';
import { markDrafts } from '../config/draft-folder.ts';
import type { Switches } from '../config/switches.ts';
import { likenessIn } from '../edition/related-lists.ts';
import { overFileLimits } from '../hosts/file-limits.ts';
import { isPicture } from '../hosts/media-types.ts';
import { beginChanges } from './changed-files.ts';
import { countReused } from './reused-pictures.ts';
import { diskFailure } from './disk-failure.ts';
import { closedPublication } from './draft-edition.ts';
import { beginRanking } from './begin-ranking.ts';
import { listEdition } from './edition-list.ts';
import { editionOnAir } from './edition-on-air.ts';
import { addRoutes } from './extra-routes.ts';
import { paperOf } from './checked-paper.ts';
import { hostPlaces, putBeside } from './host-places.ts';
import { atHandCode, putAtHand } from './at-hand.ts';
import { bodySettingOf } from './body-setting.ts';
import { copyToPrint } from './copy-to-print.ts';
import { cardCacheOf, pictureCacheOf } from './kept-folders.ts';
import { lock } from './lock.ts';
import { openCache, placeForBuild } from './open-cache.ts';
import { prepareEdition } from './prepare-edition.ts';
import { beginEdition, type BegunEdition } from './print-edition.ts';
import { createProgress, summaryOf } from './progress.ts';
import { putOnAir } from './put-on-air.ts';
import { recorded } from './recorded.ts';
import { report } from './report.ts';
import type { Folders, Press } from './press-settings.ts';
import { stopAt } from './stop.ts';
import { themeModules } from './theme-modules.ts';
import { virtualModules } from './virtual-modules.ts';
import { requireWritable } from './writable.ts';
import { filesIn, stampsOf } from './written-files.ts';

/** How long a build waits for another that uses the same cache. */
const patience = 30 * 60_000;

/**
 * Sets Astro up to build an edition: reads and checks the paper, prepares the edition, prints what is new beside the
 * edition on air, and puts it on air once everything is printed. A build that fails leaves the edition on air
 * untouched.
 */
export const pressForBuild = async (switches: Switches, folders: Folders): Promise<Press> => {
  // A folder that a switch should not name is not touched.
  if (switches.mistakes.length > 0) return stopAt((await checkPaper(switches)).mistakes);
  // By default, V8 lets the heap of a large archive grow to three times what is in use before it collects garbage.
  setFlagsFromString('--heap-growing-percent=80');
  const progress = createProgress({
    write: (text) => process.stdout.write(text),
    isTerminal: process.stdout.isTTY,
    clock: () => performance.now(),
  });
  const { dir, engine } = folders;
  const cacheDir = openCache(folders.cacheDir);
  const letGo = await lock(cacheDir, { atMost: patience, say: progress.print });
  const place = placeForBuild(cacheDir, engine);
  requireWritable(dir);
  requireWritable(switches.pictureCache ?? cacheDir);
  // A build that was stopped may have left it.
  rmSync(join(dir, arrivals), { recursive: true, force: true });
  const onAir = editionOnAir(cacheDir);
  const log = loggerTo(`build into ${cacheDir}`, (line) => {
    // It is said once, at the end.
    if (diskFailure(line.message, folders) === undefined) progress.log(line);
  });

  progress.step('reading and checking copy');
  // Before Astro reads anything, so that every mistake is reported at once and nothing is lost.
  const checked = await checkPaper(switches);
  const { theme, mistakes } = checked;
  if (!checked.publication || !theme || mistakes.length > 0) return stopAt(mistakes);
  const { withDrafts } = switches;
  const publication = withDrafts ? closedPublication(checked.publication) : checked.publication;
  const paper = await paperOf({ publication, theme }, checked, switches, place.root);
  const scope = { moment: switches.moment, withDrafts };
  const ranked = beginRanking(checked.copy, { publication, cacheDir, ...scope });
  const prepared = await prepareEdition(paper, switches, folders, onAir);
  const { paperDir, contentDir, publicDir, themeDir } = switches;
  const guarded = [engine, folders.cacheDir, paperDir, contentDir, publicDir, themeDir];
  const places = hostPlaces(folders, switches.basePath, guarded);

  const { setting } = paper;
  const { cards, last, making, records } = prepared;
  const next = join(place.work, 'next');
  const pictures = pictureCacheOf(switches);
  const stopCounting = countReused(pictures.folder, progress.pictureReused);
  workFrom(place.work);
  const astro = Promise.withResolvers<AstroConfig>();
  // Always assigned before it is used: Astro never ends a build that it has not started.
  let begun: BegunEdition;

  const finish = async (): Promise<void> => {
    const { feeds, cards: printedCards, beside, ...legacy } = await begun.finish();
    progress.step('putting the edition on air');
    if (withDrafts) markDrafts(next);
    const printed = filesIn(next);
    const files = new Map([...last.kept, ...printed]);
    const listChanges = beginChanges(cacheDir, onAir.listed?.files, files);
    notePlace(dir, cacheDir);
    if (withDrafts) markDrafts(dir);
    putOnAir(next, dir, (file) => files.has(file));
    const stamps = new Map([...prepared.stamps, ...stampsOf(dir, printed.keys())]);
    listEdition(cacheDir, { ...making, ...legacy, files, stamps });
    putBeside(places, beside);
    const published = [...files].map(([file, [bytes]]) => [file, bytes] as const);
    const tooMuch = overFileLimits(published, publication.hosting.hosts ?? []);
    const notes = [...places.notes, ...listChanges(), ...tooMuch];
    place.clear();
    letGo();
    progress.end();
    log.end();
    stopCounting();
    for (const note of notes) progress.print(note);
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
    root: place.root,
    outDir: next,
    cacheDir: place.cacheDir,
    viteCache: place.viteCache,
    pictureCache: pictures,
    origin: setting.origin,
    language: publication.language,
    logger: log.logger,
    integrations: [
      {
        name: 'press',
        hooks: {
          'astro:config:setup': ({ updateConfig, injectRoute }) => {
            const { language } = publication;
            const themed = themeModules(theme, { language, endsBuild: true });
            const plugins = [
              virtualModules(setting, atHandCode, switches.moment, paper.publicationPictures),
              themed,
              withoutToolbarPackages(),
            ];
            updateConfig({ vite: { plugins } });
            addRoutes(publication, injectRoute);
            const lines = { info: progress.print, warn: progress.print };
            report(checked, cards.warnings, switches, lines);
          },
          'astro:config:done': ({ config }) => {
            astro.resolve(config);
          },
          'astro:build:start': async ({ setPrerenderer }) => {
            progress.step('rendering bodies');
            const entries = await copyToPrint(checked, {
              ...scope,
              ...{ contentDir, paperDir, base: setting.base, next },
              ...{ language: publication.language, timeZone: publication.timeZone },
              body: bodySettingOf(publication, paper.addresses),
              bodiesDir: join(cacheDir, cacheFolders.bodies),
              root: place.root,
              render: await markdownRenderer(await astro.promise),
            });
            const printing = {
              ...{
                dir,
                work: place.work,
                next,
                hostPlaces: places,
                progress,
                withDrafts,
                paperDir,
                contentDir,
              },
              cards: cardCacheOf(switches),
            };
            begun = beginEdition(paper, prepared, printing);
            setPrerenderer(
              printInstead(switches.basePath, begun.pages, async () => {
                const likeness = likenessIn(await ranked());
                const { topics, series } = checked.copy;
                putAtHand(() => ({
                  ...{ moment: scope.moment.getTime(), withDrafts, isWriting: false },
                  ...{ cards: cards.entries, record: recorded(checked.record), likeness },
                  ...{ entries, topics, series },
                }));
              }),
            );
          },
          'astro:build:done': finish,
        },
      },
    ],
  };
};
