import { loggerTo } from '../astro/logger.ts';
import { type CheckMemory, createCheckMemory } from '../check/check-memory.ts';
import { checkPaper } from '../check/check-paper.ts';
import type { Switches } from '../config/switches.ts';
import { beginBuild, type BegunBuild } from './begin-build.ts';
import { type Paper, paperOf } from './checked-paper.ts';
import { collectSooner } from './collect-sooner.ts';
import { diskFailure } from './disk-failure.ts';
import { closedPublication } from './draft-edition.ts';
import { isResident } from './is-resident.ts';
import { bundleKey } from './kept-bundle.ts';
import { openScripts } from './kept-scripts.ts';
import { type EditionToMake, prepareToMake } from './make-edition.ts';
import type { Folders } from './press-settings.ts';
import { createRanker, type Ranker } from './ranker.ts';
import { stopAt } from './stop.ts';

/** A paper that was read and has no mistakes, and an edition of it that is about to be made. */
export interface BegunPaper {
  build: BegunBuild;
  paper: Paper;
  edition: EditionToMake;
  /** Of the bundle that the edition can be made with; undefined if none may be kept. */
  key: string | undefined;
  /** What the check has read. */
  remembered: CheckMemory;
  ranker: Ranker;
  log: ReturnType<typeof loggerTo>;
}

/** Reads and checks a paper, and prepares an edition of it. Ends the process if there are mistakes. */
export const beginPaper = async (switches: Switches, folders: Folders): Promise<BegunPaper> => {
  // A folder that a switch should not name is not touched.
  if (switches.mistakes.length > 0) return stopAt((await checkPaper(switches)).mistakes);
  const build = await beginBuild(switches, folders);
  const { cacheDir, place, progress } = build;
  collectSooner(build.onAir.listed === undefined);
  const log = loggerTo(`build into ${cacheDir}`, (line) => {
    // It is said once, at the end.
    if (diskFailure(line.message, folders) === undefined) progress.log(line);
  });

  progress.step('reading and checking copy');
  // Before Astro reads anything, so that every mistake is reported at once and nothing is lost.
  const remembered = createCheckMemory();
  let ranker: Ranker | undefined;
  const checked = await checkPaper(switches, remembered, (publication) => {
    // It reads what is kept while copy is read.
    ranker = createRanker(publication, cacheDir, !isResident());
  });
  const { theme, mistakes } = checked;
  if (!checked.publication || !theme || !ranker || mistakes.length > 0) return stopAt(mistakes);
  const publication = switches.withDrafts
    ? closedPublication(checked.publication)
    : checked.publication;
  const scripts = openScripts(cacheDir, `${build.code} ${process.version}`);
  const read = { publication, theme };
  const paper = await paperOf(read, checked, switches, place.root, scripts);
  const key = bundleKey(paper, switches, folders, build);
  const edition = await prepareToMake(paper, switches, folders, build, ranker);
  return { build, paper, edition, key, remembered, ranker, log };
};
