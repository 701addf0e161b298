import { once } from 'node:events';
import { workFrom } from '../astro/root.ts';
import { checkPaper } from '../check/check-paper.ts';
import { atThisMoment, type Switches } from '../config/switches.ts';
import type { RenderMarkdown } from '../copy/rendered-entry.ts';
import { beginBuild, type BegunBuild } from './begin-build.ts';
import type { BegunPaper } from './begun-paper.ts';
import type { EditionLists } from './edition-list.ts';
import { paperAgain } from './checked-paper.ts';
import { bundleKey, type KeptBundle } from './kept-bundle.ts';
import { prepareToMake } from './make-edition.ts';
import { makeWithBundle } from './make-with-bundle.ts';
import type { Folders } from './press-settings.ts';
import { sayMistakes } from './stop.ts';

/**
 * What became of an edition: it is on air; the copy has mistakes; or it takes a whole build, because more than copy has
 * changed, or something went wrong that only a whole build reports.
 */
export type Outcome = 'made' | 'mistakes' | 'whole';

/** What a process made its first edition with. */
export interface FirstEdition extends Omit<BegunPaper, 'build' | 'edition'> {
  switches: Switches;
  folders: Folders;
  lists: EditionLists;
  kept: KeptBundle;
  render: RenderMarkdown;
}

const make = async (
  first: FirstEdition,
  switches: Switches,
  build: BegunBuild,
): Promise<Outcome> => {
  const { folders, kept, key, render, remembered, ranker, log } = first;
  const { progress } = build;
  progress.step('reading and checking copy');
  const checked = await checkPaper(switches, remembered);
  if (checked.mistakes.length > 0) {
    progress.end();
    sayMistakes(checked.mistakes);
    build.end();
    return 'mistakes';
  }
  const paper = paperAgain(first.paper, checked, switches, build.place.root);
  if (!paper || key === undefined || bundleKey(paper, switches, folders, build) !== key) {
    return 'whole';
  }
  const edition = await prepareToMake(paper, switches, folders, build, ranker);
  const made = await makeWithBundle(kept, { build, paper, edition, log }, switches, render);
  return made === 'made' ? 'made' : 'whole';
};

/** Makes another edition, unless that takes a whole build. Then nothing has changed, and the process is of no use any more. */
const makeAgain = async (first: FirstEdition): Promise<Outcome> => {
  // The folder in which the last edition was made is gone, and no thread starts in one that is not there.
  workFrom(first.folders.engine);
  const switches = atThisMoment(first.switches, process.env);
  const build = await beginBuild(switches, first.folders, first.lists);
  try {
    return await make(first, switches, build);
  } catch {
    // A whole build says what is wrong, and where.
    return 'whole';
  }
};

/** Makes an edition whenever it is asked to, and says what became of each, the first one included. Does not return. */
export const makeEditionsAsAsked = async (first: FirstEdition): Promise<never> => {
  process.once('disconnect', () => process.exit());
  process.send?.('made' satisfies Outcome);
  for (;;) {
    await once(process, 'message');
    process.send?.(await makeAgain(first));
  }
};
