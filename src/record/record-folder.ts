import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type NoRecord, type PastText, pathIn, type RecordSource } from './source.ts';

const ending = '.md';
const name = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.md$/;

/** The name of a version's file: the second since which readers had it. */
export const nameOfVersion = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z${ending}`;

/** The second that a file is named after; undefined for a file that is no version. */
export const momentOfName = (file: string): number | undefined => {
  const [, day = '', hours = '', minutes = '', seconds = ''] = name.exec(file) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? undefined : at;
};

/** The versions of one story in the record, the oldest first. */
export const versionsIn = (folder: string): { file: string; at: number }[] => {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .flatMap((file) => {
      const at = momentOfName(file);
      return at === undefined ? [] : [{ file: join(folder, file), at }];
    })
    .sort((a, b) => a.at - b.at);
};

/** Whether an editor took a version back: its file is still there, without any words, maybe with a line end. */
export const isTakenBack = ({ file }: { file: string }): boolean => statSync(file).size <= 2;

/** The seconds of those versions of a story that an editor took back. */
export const takenBackIn = (folder: string): Set<number> =>
  new Set(
    versionsIn(folder)
      .filter(isTakenBack)
      .map(({ at }) => at),
  );

/**
 * Opens the record that `npm run record` writes: a folder for each story, named after its id, with the text of the story's
 * file at each of its public versions.
 * @returns the source, or why there is none
 */
export const openRecordFolder = (recordDir: string): RecordSource | NoRecord => {
  if (!statSync(recordDir, { throwIfNoEntry: false })?.isDirectory()) {
    return {
      found: 'no folder `record`',
      expected: 'the folder that `npm run record` writes',
      fix: 'Run `npm run record`, and commit what it writes.',
    };
  }
  // Every checkout gives files other times, and maybe another place.
  const refOf = (file: string): string =>
    `${createHash('sha1').update(readFileSync(file)).digest('hex')}\n${relative(recordDir, file)}`;
  return {
    texts: (id) =>
      versionsIn(join(recordDir, id)).map(({ file, at }): PastText => ({ at, ref: refOf(file) })),
    isAsRecorded: () => undefined,
    unrecorded: (stories) => ({
      found: `a record without the present words of ${String(stories)} ${stories === 1 ? 'story' : 'stories'}`,
      expected: 'every version that readers have had',
      fix: 'Run `npm run record`, and commit what it adds.',
    }),
    read: (refs, see) => {
      for (const ref of refs) see(ref, readFileSync(join(recordDir, pathIn(ref)), 'utf8'));
    },
  };
};
