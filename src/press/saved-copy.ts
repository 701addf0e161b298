import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { KeptEntry } from '../check/kept-entries.ts';
import { collectionOf } from '../copy/collection-of.ts';
import type { Collection } from '../copy/collections.ts';
import { linksMayLeadTo, listCopy } from '../copy/copy-files.ts';
import { type Mistake, UnreadableError } from '../copy/mistakes.ts';
import { liesIn } from '../copy/lies-in.ts';
import { fileFault } from '../copy/paper-file.ts';
import { shownPath } from '../copy/read.ts';
import { readSeries, readTopics } from '../copy/read-single-files.ts';
import { seriesFile } from '../copy/series-file.ts';
import { readTextFile } from '../copy/text-file.ts';
import { topicsFile } from '../copy/topics-file.ts';
import type { Written, WrittenEntry } from '../copy/written.ts';
import { createInspector, type Developed, type Inspect } from '../darkroom/darkroom.ts';
import type { Memory } from '../darkroom/memory.ts';
import type { ReadText, TextReader } from './read-written.ts';

/** A file of copy, as it was last read. */
interface SavedFile {
  /** Its size and time when it was read. */
  stamp: string;
  /** The last good version; undefined if there was none. */
  written: WrittenEntry | undefined;
  /** Whether there is a mistake in it now, perhaps a picture that is not there yet. */
  isFaulty: boolean;
  pictureFiles: readonly string[];
}

/** The copy on the disk, in memory. */
export interface SavedCopy {
  all: () => Written;
  /**
   * Reads again what was saved, added or removed, files or folders, and what shows it. Returns the mistakes in what was read.
   */
  follow: (paths: readonly string[]) => Promise<Mistake[]>;
  /** The files that are not as they were read. Only their sizes and times are looked at. */
  changed: () => string[];
}

/** Where the copy is, and what it is read with. */
export interface SavedSetting {
  contentDir: string;
  paperDir: string;
  read: TextReader;
  memory: Memory;
}

/** Where files are found as the last check has kept them. */
export interface KeptSetting {
  kept: (collection: Collection, file: string) => KeptEntry;
}

const stampOf = (file: string): string => {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile()
    ? `${String(stats.size)} ${String(stats.mtimeMs)} ${String(stats.ino)}`
    : '';
};

/** Reads all copy once, as far as the last check has not; after that, only what is said to have changed. */
export const openSavedCopy = async ({
  contentDir,
  paperDir,
  read,
  memory,
  kept,
}: SavedSetting & KeptSetting): Promise<SavedCopy> => {
  const files = new Map<string, SavedFile>();
  /** The files whose bodies pages have shown: they may link to files beside them. */
  const opened = new Set<string>();
  const developed: Developed = new Map();
  const within = linksMayLeadTo(contentDir, paperDir);
  const places = { topics: topicsFile(contentDir), series: seriesFile(contentDir) };
  const shown = (file: string): string => shownPath(file, paperDir);
  let { topics } = readTopics(places.topics, shown(places.topics), within);
  let { series } = readSeries(places.series, shown(places.series), within);

  /** Each reading looks at the pictures’ folders again, but decodes only what is new. */
  const inspector = (): Inspect => createInspector([contentDir, paperDir], memory, developed);

  const collectionAt = (file: string): Collection | undefined =>
    collectionOf(relative(contentDir, file).split(sep).join('/'), '');

  /**
   * Takes what is read of a file.
   * @param find reads it
   */
  const readFile = async (file: string, find: () => Promise<ReadText>): Promise<Mistake[]> => {
    const stamp = stampOf(file);
    const before = files.get(file);
    const keepLast = (mistakes: Mistake[], pictureFiles: readonly string[] = []): Mistake[] => {
      files.set(file, { stamp, written: before?.written, isFaulty: true, pictureFiles });
      return mistakes;
    };
    try {
      const found = await find();
      const { mistakes, pictureFiles, written } = found;
      if (!found.entry || mistakes.length > 0) return keepLast(mistakes, pictureFiles);
      const entry = written();
      const body = entry.body && {
        ...entry.body,
        render: () => {
          opened.add(file);
          return entry.body?.render() ?? Promise.resolve();
        },
      };
      files.set(file, { stamp, written: { ...entry, body }, isFaulty: false, pictureFiles });
      return [];
    } catch (error) {
      if (error instanceof UnreadableError) return keepLast([error.mistake]);
      throw error;
    }
  };

  const readSingle = (file: string): Mistake[] => {
    const ofTopics = file === places.topics ? readTopics(file, shown(file), within) : undefined;
    const ofSeries = file === places.series ? readSeries(file, shown(file), within) : undefined;
    if (ofTopics?.mistakes.length === 0) ({ topics } = ofTopics);
    if (ofSeries?.mistakes.length === 0) ({ series } = ofSeries);
    return [...(ofTopics?.mistakes ?? []), ...(ofSeries?.mistakes ?? [])];
  };

  /** The files of copy that a path which is none of them concerns: it is in a text, beside one, or a folder of texts. */
  const concerned = (path: string): string[] =>
    [...files].flatMap(([each, { isFaulty, pictureFiles }]) =>
      isFaulty ||
      opened.has(each) ||
      pictureFiles.some((file) => liesIn(file, path)) ||
      liesIn(each, path)
        ? [each]
        : [],
    );

  const listed = (): [Collection, string][] =>
    Object.entries(listCopy(contentDir, paperDir).files).flatMap(([collection, all]) =>
      all.flatMap(({ file, fault }): [Collection, string][] =>
        fault ? [] : [[collection as Collection, file]],
      ),
    );

  const inspect = inspector();
  for (const [collection, file] of listed()) {
    await readFile(file, () => read.kept(collection, file, kept(collection, file), inspect));
  }

  const gather = (): Written => {
    // Two files that claim one address are a mistake, and the check says so.
    const entries = new Map<string, WrittenEntry>();
    for (const { written } of files.values()) {
      if (written) entries.set(`${written.collection} ${written.id}`, written);
    }
    return { entries: [...entries.values()], topics, series };
  };
  const follow = async (changed: readonly string[]): Promise<Mistake[]> => {
    const mistakes: Mistake[] = [];
    const again = new Set<string>();
    for (const path of changed) {
      if (path === places.topics || path === places.series) mistakes.push(...readSingle(path));
      // A folder may be called like a text, and with it go the texts in it.
      if (collectionAt(path) !== undefined) again.add(path);
      if (!files.has(path)) for (const each of concerned(path)) again.add(each);
    }
    const inspectAgain = inspector();
    for (const file of again) {
      const collection = collectionAt(file);
      const kind = fileFault(file)?.kind;
      if (kind === 'missing') files.delete(file);
      else if (collection && kind !== 'folder') {
        const find = async (): Promise<ReadText> => {
          const text = readTextFile(file, shown(file), within);
          return read.text(collection, file, text, inspectAgain);
        };
        mistakes.push(...(await readFile(file, find)));
      }
    }
    return mistakes;
  };

  /** Asked for after each save by pages, and by the check. */
  let gathered: Written | undefined;

  return {
    all: () => (gathered ??= gather()),
    follow: async (changed) => {
      try {
        return await follow(changed);
      } finally {
        gathered = undefined;
      }
    },
    changed: () => {
      const now = new Map(listed().map(([, file]) => [file, stampOf(file)]));
      return [
        ...[...now].flatMap(([file, stamp]) => (files.get(file)?.stamp === stamp ? [] : [file])),
        ...[...files.keys()].filter((file) => !now.has(file)),
      ];
    },
  };
};
