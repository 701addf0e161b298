import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readKept, writeKept } from '../kept.ts';
import { writeWhole } from '../write-whole.ts';

/**
 * Plain files in the cache, for what copies the paper to its host: docs/hosting/README.md, “Copy only what changed”. The
 * build writes all but `deployed`.
 */
export const changeFiles = {
  /** The paths to upload, from the paper's folder, one a line. */
  changed: 'changed-files.txt',
  /** The paths to delete. */
  removed: 'removed-files.txt',
  /** The name of the edition on air. */
  edition: 'edition.txt',
  /** The name of the edition that the host has. Whoever deploys writes it. */
  deployed: 'deployed-edition.txt',
} as const;

/** What changed since the edition that the host has, edition by edition. */
interface Journal {
  /** Names of editions, first that of the host. */
  editions: string[];
  /** Every file that changed after the first, and the last edition that changed it, counted from zero. */
  changed: [file: string, edition: number][];
}

const journalIn = (cacheDir: string): string => join(cacheDir, 'changes.json');

const readJournal = (cacheDir: string): Journal | undefined => {
  const kept = readKept(journalIn(cacheDir));
  return kept && (JSON.parse(kept.toString('utf8')) as Journal);
};

const readDeployed = (cacheDir: string): string | undefined => {
  try {
    return readFileSync(join(cacheDir, changeFiles.deployed), 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** Whether a name would be taken for more than one, or, by rsync, for a comment. */
const breaksLists = (file: string): boolean => /[\n\r]|^[#;]/.test(file);

/** The journal of an edition, which begins with the one that the host has; undefined if the journal does not know that. */
const continued = (
  journal: Journal | undefined,
  deployed: string | undefined,
  edition: string,
  changed: readonly string[],
): Journal | undefined => {
  const known = journal && deployed !== undefined ? journal.editions.indexOf(deployed) : -1;
  if (!journal || known === -1) return undefined;
  const editions = [...journal.editions.slice(known), edition];
  const later = journal.changed.filter(([, n]) => n > known);
  const changes = new Map(later.map(([file, n]): [string, number] => [file, n - known]));
  for (const file of changed) changes.set(file, editions.length - 1);
  return { editions, changed: [...changes] };
};

const asLines = (files: readonly string[]): string => files.map((file) => `${file}\n`).join('');

/**
 * Adds an edition to the journal, before any of its files is on air, and takes the lists of the last one away: a build
 * that is stopped in between leaves none, and the next one lists the files of both.
 * @param changed the files that are in only one of the last edition and this one, or not the same in both; undefined if
 *   those of the last are not known
 * @param isThere whether a file is in this one
 * @returns what to do once it is on air: it writes its name, and the lists if the journal knows the edition that the
 *   host has. It returns what to tell whoever builds.
 */
export const beginChanges = (
  cacheDir: string,
  changed: readonly string[] | undefined,
  isThere: (file: string) => boolean,
): (() => string[]) => {
  const place = (list: keyof typeof changeFiles): string => join(cacheDir, changeFiles[list]);
  for (const list of ['edition', 'changed', 'removed'] as const) {
    rmSync(place(list), { force: true });
  }

  const edition = randomUUID();
  const journal =
    changed && continued(readJournal(cacheDir), readDeployed(cacheDir), edition, changed);
  writeKept(journalIn(cacheDir), JSON.stringify(journal ?? { editions: [edition], changed: [] }));

  const listed = journal?.changed.map(([file]) => file).sort();
  const unlistable = listed?.find(breaksLists);
  const writeLists = (): string[] => {
    if (!listed) return [];
    if (unlistable !== undefined) {
      const name = JSON.stringify(unlistable);
      return [`${name} cannot be in a list of changed files: copy the whole paper to your host.`];
    }
    const there = listed.filter(isThere);
    const removed = listed.filter((file) => !isThere(file));
    writeWhole(place('changed'), asLines(there));
    writeWhole(place('removed'), asLines(removed));
    return [
      `Since the edition on your host: changed files ${there.length}, removed files ${removed.length}.`,
    ];
  };
  return () => {
    const notes = writeLists();
    // Last, so that whoever reads it first finds lists that are at least as new.
    writeWhole(place('edition'), `${edition}\n`);
    return notes;
  };
};
