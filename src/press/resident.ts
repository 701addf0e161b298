import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stayFlag } from '../astro/command.ts';
import { workFrom } from '../astro/root.ts';
import type { ResidentPages } from '../astro/resident-pages.ts';
import type { CheckMemory } from '../check/check-memory.ts';
import { checkPaper } from '../check/check-paper.ts';
import { atThisMoment, type Switches } from '../config/switches.ts';
import type { RenderMarkdown } from '../copy/rendered-entry.ts';
import { beginBuild, type BegunBuild } from './begin-build.ts';
import { type Paper, paperAgain } from './checked-paper.ts';
import { prepareToMake } from './make-edition.ts';
import type { Folders } from './press-settings.ts';
import type { Ranker } from './ranker.ts';
import { report } from './report.ts';
import { sayMistakes } from './stop.ts';

/**
 * What became of an edition: it is on air; the copy has mistakes; or it takes a whole build, because more than copy has
 * changed, or pictures must be printed.
 */
export type Outcome = 'made' | 'mistakes' | 'whole';

/** What a build made its first edition with. */
export interface FirstEdition {
  switches: Switches;
  folders: Folders;
  paper: Paper;
  /** Changes with everything that turns copy into pages. */
  code: string;
  /** The files that Astro and Vite have printed beside pages, as paths from the paper's folder. */
  lasting: readonly string[];
  pages: ResidentPages;
  render: RenderMarkdown;
  /** What its check has read. */
  remembered: CheckMemory;
  ranker: Ranker;
}

/** Whether this build stays after its first edition, and makes others when the process that started it asks for them. */
export const isResident = (): boolean =>
  process.argv.includes(stayFlag) && process.send !== undefined;

const make = async (
  first: FirstEdition,
  switches: Switches,
  build: BegunBuild,
): Promise<Outcome> => {
  const { folders, pages, render, code, remembered, ranker } = first;
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
  if (!paper) return 'whole';
  const edition = await prepareToMake(paper, switches, folders, build, ranker);
  if (edition.code !== code) return 'whole';
  report(checked, edition.warnings, switches, { info: progress.print, warn: progress.print });
  const { pages: printer, keepAll, isComplete } = await edition.begin(render);
  if (!keepAll(first.lasting)) return 'whole';
  progress.step('printing pages and feeds');
  await edition.ready();
  await pages.print(switches.basePath, {
    ...printer,
    take: async (file, bytes) => {
      await printer.take(file, bytes);
      progress.printed();
    },
  });
  if (!isComplete()) return 'whole';
  await edition.finish();
  return 'made';
};

/** Makes another edition, unless that takes a whole build. Then nothing has changed, and the process is of no use any more. */
const makeAgain = async (first: FirstEdition): Promise<Outcome> => {
  // The folder in which the last edition was made is gone, and no thread starts in one that is not there.
  workFrom(first.folders.engine);
  const switches = atThisMoment(first.switches, process.env);
  const build = await beginBuild(switches, first.folders);
  try {
    return await make(first, switches, build);
  } catch {
    // A whole build says what is wrong, and where.
    return 'whole';
  }
};

/** Makes an edition whenever it is asked to, and says what became of each, the first one included. Does not return. */
export const makeEditionsAsAsked = async (first: FirstEdition): Promise<never> => {
  const { dir } = first.folders;
  const lasting = first.lasting.filter((file) => existsSync(join(dir, file)));
  process.once('disconnect', () => process.exit());
  process.send?.('made' satisfies Outcome);
  for (;;) {
    await once(process, 'message');
    process.send?.(await makeAgain({ ...first, lasting }));
  }
};
