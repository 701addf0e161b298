import { evaluateBundle } from '../astro/bundled-pages.ts';
import { markdownRenderer } from '../astro/markdown-renderer.ts';
import { withoutToolbarPackages } from '../astro/optimizer.ts';
import { bundleTaker } from '../astro/page-bundle.ts';
import { printInstead } from '../astro/prerenderer.ts';
import { assetsFolder } from '../astro/printed-files.ts';
import { workFrom } from '../astro/root.ts';
import type { Switches } from '../config/switches.ts';
import { readTheme } from '../theme/read-theme.ts';
import { atHandCode } from './at-hand.ts';
import { beginPaper } from './begun-paper.ts';
import { contentsOf, filesAmong } from './contents.ts';
import { codeDigest } from './digests.ts';
import { addRoutes } from './extra-routes.ts';
import { takeBegun } from './handed-over.ts';
import { isResident } from './is-resident.ts';
import { bundleKey, dropBundle, keepBundle, type KeptBundle } from './kept-bundle.ts';
import { pictureCacheOf } from './kept-folders.ts';
import { markdownSetting } from './markdown-setting.ts';
import type { Folders, Press } from './press-settings.ts';
import { report } from './report.ts';
import { makeEditionsAsAsked } from './resident.ts';
import { themeModules } from './theme-modules.ts';
import { virtualModules } from './virtual-modules.ts';
import type { PrintedFiles } from './written-files.ts';

/** Those of some files that an edition has, except pictures: see {@link KeptBundle}. */
const lastingAmong = (
  names: readonly string[],
  files: PrintedFiles,
): [file: string, digest: string][] =>
  names.flatMap((name) => {
    const digest = files.get(name)?.[1];
    const isPicture =
      name.startsWith(`${assetsFolder}/`) && /\.(?:jpe?g|png|webp|avif|gif)$/.test(name);
    return digest === undefined || isPicture ? [] : [[name, digest]];
  });

/**
 * Sets Astro up to build an edition: reads and checks the paper, prepares the edition, prints what is new beside the
 * edition on air, and puts it on air once everything is printed. A build that fails leaves the edition on air
 * untouched. What Astro has bundled is kept, for editions that have only other copy.
 */
export const pressForBuild = async (switches: Switches, folders: Folders): Promise<Press> => {
  const begun = takeBegun() ?? (await beginPaper(switches, folders));
  const { build, paper, edition, key: keyBefore, remembered, ranker, log } = begun;
  const { cacheDir, place, next, lists, progress } = build;
  // Astro reads its configuration in the engine's folder.
  workFrom(place.work);
  const { publication, theme, checked, setting } = paper;
  const { language } = publication;
  const render = await markdownRenderer(markdownSetting(language));
  const { adopt, taken } = bundleTaker(isResident() ? evaluateBundle : undefined);
  let besidePages: readonly string[] = [];
  dropBundle(cacheDir);

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
          'astro:build:start': async ({ setPrerenderer }) => {
            const { pages } = await edition.begin(render);
            const ready = (): Promise<void> => {
              // Before any page is printed: scripts, and what is in `public/`.
              besidePages = filesAmong(contentsOf(next));
              return edition.ready();
            };
            const print = printInstead(switches.basePath, pages, ready);
            setPrerenderer((prerenderer) => print(adopt(prerenderer)));
          },
          'astro:build:done': async () => {
            // What was saved while it was bundled may be in it, or not.
            const { theme: themeNow } = await readTheme(theme.dir, theme.paperDir);
            const paperNow = themeNow && { ...paper, theme: themeNow };
            // Astro may have bundled code that was changed meanwhile.
            const now = { ...build, code: codeDigest('pages') };
            const keyNow = paperNow && bundleKey(paperNow, switches, folders, now);
            const key = keyNow === keyBefore ? keyNow : undefined;
            let kept: KeptBundle = { bundle: taken(), lasting: [] };
            await edition.finish((files) => {
              kept = { ...kept, lasting: lastingAmong(besidePages, files) };
              if (key !== undefined) keepBundle(cacheDir, key, kept);
            });
            if (!isResident()) {
              log.end();
              return;
            }
            await makeEditionsAsAsked({
              ...{ switches, folders, lists, paper, kept, key, render, remembered, ranker, log },
            });
          },
        },
      },
    ],
  };
};
