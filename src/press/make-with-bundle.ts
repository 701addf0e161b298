import { collectPictures } from '../astro/asked-pictures.ts';
import { printBundled } from '../astro/bundled-pages.ts';
import { pictureServiceName } from '../astro/picture-service-name.ts';
import type { Switches } from '../config/switches.ts';
import type { RenderMarkdown } from '../copy/rendered-entry.ts';
import type { BegunPaper } from './begun-paper.ts';
import type { KeptBundle } from './kept-bundle.ts';
import { pictureCacheOf } from './kept-folders.ts';
import { printPictures } from './print-pictures.ts';
import { report } from './report.ts';

/**
 * What became of an edition for which there is a bundle: it is on air; nothing was begun, because files are missing that only
 * Astro prints; or only Astro can tell what is wrong, or print a picture that code names.
 */
export type Bundled = 'made' | 'not begun' | 'not made';

/** Makes an edition without Astro's build, with a bundle that it made before. */
export const makeWithBundle = async (
  { bundle, lasting }: KeptBundle,
  { build, paper, edition, log }: Pick<BegunPaper, 'build' | 'paper' | 'edition' | 'log'>,
  switches: Switches,
  render: RenderMarkdown,
): Promise<Bundled> => {
  const { progress, next, place } = build;
  if (!lasting.every(([file, digest]) => edition.keep(file, digest))) return 'not begun';
  report(paper.checked, edition.warnings, switches, { info: progress.print, warn: progress.print });
  const { pages, isComplete } = await edition.begin(render);
  progress.step('printing pages and feeds');
  await edition.ready();
  const asked = await collectPictures(switches.basePath, pictureServiceName);
  const { origin } = paper.setting;
  await printBundled(
    bundle,
    { origin, base: switches.basePath, log: log.logger },
    {
      ...pages,
      take: async (file, bytes) => {
        await pages.take(file, bytes);
        progress.printed();
      },
    },
  );
  progress.step('printing pictures');
  const isPrinted = await printPictures([...asked.values()], {
    next,
    settings: { root: place.root, endsBuild: true, cache: pictureCacheOf(switches) },
    keep: (file) => edition.keep(file),
    printed: progress.picturePrinted,
  });
  if (!isPrinted || !isComplete()) return 'not made';
  await edition.finish();
  return 'made';
};
