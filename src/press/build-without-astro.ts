import { markdownRenderer } from '../astro/markdown-renderer.ts';
import { workFrom } from '../astro/root.ts';
import type { Switches } from '../config/switches.ts';
import { type BegunPaper, beginPaper } from './begun-paper.ts';
import { leaveForAstro } from './handed-over.ts';
import { isResident } from './is-resident.ts';
import { readBundle } from './kept-bundle.ts';
import { type Bundled, makeWithBundle } from './make-with-bundle.ts';
import { markdownSetting } from './markdown-setting.ts';
import type { Folders } from './press-settings.ts';
import { type FirstEdition, makeEditionsAsAsked } from './resident.ts';

/** What is to be done after an edition was tried without Astro. */
export type Next = 'nothing' | 'astro' | 'astro, from the beginning';

/** What became of it, and what other editions can be made with. */
type Made = Bundled | FirstEdition;

/** Makes an edition with the bundle that the last build has kept, if there is one for this paper. */
const makeWithKept = async (
  begun: BegunPaper,
  switches: Switches,
  folders: Folders,
): Promise<Made> => {
  const { build, paper, key, remembered, ranker, log } = begun;
  const kept = key === undefined ? undefined : readBundle(build.cacheDir, key);
  if (!kept) return 'not begun';
  const render = await markdownRenderer(markdownSetting(paper.publication.language));
  const made = await makeWithBundle(kept, begun, switches, render);
  return made === 'made'
    ? { switches, folders, lists: build.lists, paper, remembered, ranker, log, kept, key, render }
    : made;
};

const make = async (switches: Switches, folders: Folders): Promise<Made> => {
  const begun = await beginPaper(switches, folders);
  const { print } = begun.build.progress;
  try {
    const made = await makeWithKept(begun, switches, folders);
    if (made === 'not begun') leaveForAstro(begun);
    if (made === 'not made') print('Building from the beginning: a page shows what Astro prints.');
    return made;
  } catch (error) {
    print(`Building from the beginning: ${error instanceof Error ? error.message : String(error)}`);
    return 'not made';
  }
};

/**
 * Builds a paper with the bundle that the last build has kept, without starting Astro, if nothing has changed but copy. If there
 * is none, what was read was left for Astro.
 */
export const buildWithoutAstro = async (switches: Switches, folders: Folders): Promise<Next> => {
  const made = await make(switches, folders);
  if (made === 'not made') return 'astro, from the beginning';
  if (made === 'not begun') {
    // Astro reads its configuration in the engine's folder.
    workFrom(folders.engine);
    return 'astro';
  }
  if (made !== 'made' && isResident()) await makeEditionsAsAsked(made);
  return 'nothing';
};
