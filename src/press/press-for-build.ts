import { setFlagsFromString } from 'node:v8';
import type { AstroConfig } from 'astro';
import { loggerTo } from '../astro/logger.ts';
import { markdownRenderer } from '../astro/markdown-renderer.ts';
import { withoutToolbarPackages } from '../astro/optimizer.ts';
import { printInstead } from '../astro/prerenderer.ts';
import { residentPages } from '../astro/resident-pages.ts';
import { createCheckMemory } from '../check/check-memory.ts';
import { checkPaper } from '../check/check-paper.ts';
import type { Switches } from '../config/switches.ts';
import { atHandCode } from './at-hand.ts';
import { beginBuild } from './begin-build.ts';
import { paperOf } from './checked-paper.ts';
import { contentsOf, filesAmong } from './contents.ts';
import { diskFailure } from './disk-failure.ts';
import { closedPublication } from './draft-edition.ts';
import { addRoutes } from './extra-routes.ts';
import { pictureCacheOf } from './kept-folders.ts';
import { prepareToMake } from './make-edition.ts';
import type { Folders, Press } from './press-settings.ts';
import { createRanker } from './ranker.ts';
import { report } from './report.ts';
import { isResident, makeEditionsAsAsked } from './resident.ts';
import { stopAt } from './stop.ts';
import { themeModules } from './theme-modules.ts';
import { virtualModules } from './virtual-modules.ts';

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
  const build = await beginBuild(switches, folders);
  const { place, next, progress } = build;
  const log = loggerTo(`build into ${build.cacheDir}`, (line) => {
    // It is said once, at the end.
    if (diskFailure(line.message, folders) === undefined) progress.log(line);
  });

  progress.step('reading and checking copy');
  // Before Astro reads anything, so that every mistake is reported at once and nothing is lost.
  const remembered = createCheckMemory();
  const checked = await checkPaper(switches, remembered);
  const { theme, mistakes } = checked;
  if (!checked.publication || !theme || mistakes.length > 0) return stopAt(mistakes);
  const publication = switches.withDrafts
    ? closedPublication(checked.publication)
    : checked.publication;
  const paper = await paperOf({ publication, theme }, checked, switches, place.root);
  const ranker = createRanker(publication, build.cacheDir);
  const edition = await prepareToMake(paper, switches, folders, build, ranker);
  const { setting } = paper;
  const { language } = publication;
  const astro = Promise.withResolvers<AstroConfig>();
  const pages = isResident() ? residentPages() : undefined;
  let lasting: readonly string[] = [];

  return {
    root: place.root,
    outDir: next,
    cacheDir: place.cacheDir,
    viteCache: place.viteCache,
    pictureCache: pictureCacheOf(switches),
    origin: setting.origin,
    language,
    logger: log.logger,
    integrations: [
      {
        name: 'press',
        hooks: {
          'astro:config:setup': ({ updateConfig, injectRoute }) => {
            const plugins = [
              virtualModules(setting, atHandCode, switches.moment, paper.publicationPictures),
              themeModules(theme, { language, endsBuild: true }),
              withoutToolbarPackages(),
            ];
            updateConfig({ vite: { plugins } });
            addRoutes(publication, injectRoute);
            const lines = { info: progress.print, warn: progress.print };
            report(checked, edition.warnings, switches, lines);
          },
          'astro:config:done': ({ config }) => {
            astro.resolve(config);
          },
          'astro:build:start': async ({ setPrerenderer }) => {
            const begun = await edition.begin(await markdownRenderer(await astro.promise));
            const ready = (): Promise<void> => {
              // Before any page is printed: scripts, and what is in `public/`.
              if (pages) lasting = filesAmong(contentsOf(next));
              return edition.ready();
            };
            const print = printInstead(switches.basePath, begun.pages, ready);
            setPrerenderer((prerenderer) => print(pages?.adopt(prerenderer) ?? prerenderer));
          },
          'astro:build:done': async () => {
            await edition.finish();
            log.end();
            if (pages) {
              const render = await markdownRenderer(await astro.promise);
              const { code } = edition;
              await makeEditionsAsAsked({
                ...{ switches, folders, paper, code, lasting, pages, render, remembered, ranker },
              });
            }
          },
        },
      },
    ],
  };
};
