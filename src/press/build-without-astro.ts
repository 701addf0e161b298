import { markdownRenderer } from '../astro/markdown-renderer.ts';
import { workFrom } from '../astro/root.ts';
import type { Switches } from '../config/switches.ts';
import { type BegunPaper, beginPaper, leaveForAstro } from './begun-paper.ts';
import { bundleKey, hasBundle, type KeptBundle, readBundle } from './kept-bundle.ts';
import { makeWithBundle } from './make-with-bundle.ts';
import { markdownSetting } from './markdown-setting.ts';
import type { Folders } from './press-settings.ts';
import { isResident, makeEditionsAsAsked } from './resident.ts';

/** What is to be done after an edition was tried without Astro. */
export type Next = 'nothing' | 'astro' | 'astro, from the beginning';

/** The bundle for a paper, if the last build has kept it. */
const bundleFor = (
  { paper, build }: BegunPaper,
  switches: Switches,
  folders: Folders,
): { key: string; kept: KeptBundle } | undefined => {
  if (!hasBundle(build.cacheDir)) return undefined;
  const key = bundleKey(paper, switches, folders, build);
  const kept = key === undefined ? undefined : readBundle(build.cacheDir, key);
  return key !== undefined && kept ? { key, kept } : undefined;
};

/**
 * Builds a paper with the bundle that the last build has kept, without starting Astro, if nothing has changed but copy. If there
 * is none, what was read is left for Astro.
 */
export const buildWithoutAstro = async (switches: Switches, folders: Folders): Promise<Next> => {
  const begun = await beginPaper(switches, folders);
  const { publication } = begun.paper;
  const found = bundleFor(begun, switches, folders);
  const forAstro = (): Next => {
    leaveForAstro(begun);
    workFrom(folders.engine);
    return 'astro';
  };
  if (!found) return forAstro();
  const { key, kept } = found;
  const render = await markdownRenderer(markdownSetting(publication.language));
  try {
    const outcome = await makeWithBundle(kept, begun, switches, render);
    if (outcome === 'not begun') return forAstro();
    if (outcome === 'not made') return 'astro, from the beginning';
  } catch {
    // Astro says what is wrong, and where.
    return 'astro, from the beginning';
  }
  if (isResident()) {
    await makeEditionsAsAsked({ ...begun, switches, folders, kept, key, render });
  }
  return 'nothing';
};
