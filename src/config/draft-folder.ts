import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Mistake } from '../copy/mistakes.ts';
import { isInside } from '../copy/inside.ts';
import { holdsPaper } from './folders.ts';

/** The file that marks a folder with drafts: no edition for readers is ever printed into it. */
export const draftMark = 'draft-edition.txt';

const markText =
  'This folder holds a draft edition, with stories that are not published.\n' +
  'Serve it only where nobody but the newsroom can open it.\n';

/** Marks a folder before the first draft gets there. */
export const markDrafts = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, draftMark), markText);
};

const holdsDrafts = (folder: string): boolean => existsSync(join(folder, draftMark));

/** A folder and all those that it is in. */
const withParents = (folder: string): string[] => {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...withParents(above)];
};

/**
 * Keeps drafts and the paper that readers see apart: neither is printed into a folder that holds the other, or into one
 * below it.
 * @param publicDir the folder that readers' editions go to if nobody names another: drafts never do, even while it is
 *   empty, as it is wherever each build starts afresh
 */
export const apartFromDrafts = (
  outDir: string,
  publicDir: string,
  withDrafts: boolean,
): Mistake[] => {
  const mistake = (found: string, expected: string, fix: string): Mistake[] => [
    { file: 'environment', field: 'OUT_DIR', found: `${outDir}${found}`, expected, fix },
  ];
  if (!withDrafts) {
    return withParents(outDir).some(holdsDrafts)
      ? mistake(
          ', which holds a draft edition',
          'a folder for the paper that readers see',
          'Name another, or delete that folder: a draft edition stays apart from the paper.',
        )
      : [];
  }
  if (isInside(outDir, publicDir)) {
    return mistake(
      ', the folder of the paper that readers see',
      'a folder for drafts alone, such as dist-drafts',
      'Leave OUT_DIR out, or name another folder: drafts must not be published.',
    );
  }
  return withParents(outDir).some((folder) => holdsPaper(folder) && !holdsDrafts(folder))
    ? mistake(
        ', which holds the paper that readers see',
        'a folder for drafts alone, such as dist-drafts',
        'Leave OUT_DIR out, or name another folder: drafts must not be published.',
      )
    : [];
};

/** Whether a build with drafts may print into a folder, which it clears: an empty one, or one that it has marked. */
export const mayHoldDrafts = (folder: string, isEmpty: boolean): boolean =>
  isEmpty || holdsDrafts(folder);
