import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptSuffix, readCoded, writeCoded } from '../kept.ts';

/*
 * Many small values in a few files, so that one that changes does not have all of them written again. In which file a
 * value is follows from its name; how many files there are, from how many values.
 */

/** How many values a file has, roughly. */
const perFile = 512;

const filesFor = (values: number): number =>
  2 ** Math.max(0, Math.ceil(Math.log2(values / perFile)));

/** The place of a name among so many files (FNV-1a). */
const placeOf = (name: string, files: number): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % files;
};

const fileName = (place: number, files: number): string => `${String(place)}-of-${String(files)}`;

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder).flatMap((name) =>
      /^\d+-of-\d+\.kept$/.test(name) ? [name.slice(0, -keptSuffix.length)] : [],
    );
  } catch {
    return [];
  }
};

const readInto = <Row>(rows: Map<string, Row>, file: string, code: string): void => {
  const found = readCoded(file, code) as [name: string, row: Row][] | undefined;
  for (const [name, row] of found ?? []) rows.set(name, row);
};

/**
 * Reads what was kept in a folder.
 * @param code a digest of the code that made it: what other code made is not believed
 */
const readRows = <Row>(folder: string, code: string): Map<string, Row> => {
  const rows = new Map<string, Row>();
  for (const name of namesIn(folder)) readInto(rows, join(folder, name), code);
  return rows;
};

/**
 * Keeps values in a folder, and nothing else in it. Files in which nothing has changed are not written.
 * @param keptOf what is kept of a value
 * @param since how many there were when they were last kept or read, and the names of those that are new, are different or
 *   have gone since
 * @throws what the file system reports
 */
const writeRows = <Value>(
  folder: string,
  code: string,
  rows: ReadonlyMap<string, Value>,
  keptOf: (value: Value) => unknown,
  { before, changed }: { before: number; changed: ReadonlySet<string> },
): void => {
  const files = filesFor(rows.size);
  const isSame = filesFor(before) === files;
  const stale = new Set([...changed].map((name) => placeOf(name, files)));
  const byPlace = Map.groupBy(rows, ([name]) => placeOf(name, files));
  mkdirSync(folder, { recursive: true });
  const unused = new Set(namesIn(folder));
  for (let place = 0; place < files; place += 1) {
    const name = fileName(place, files);
    const isThere = unused.delete(name);
    if (isThere && isSame && !stale.has(place)) continue;
    const content = (byPlace.get(place) ?? []).map(([key, row]) => [key, keptOf(row)]);
    writeCoded(join(folder, name), code, content);
  }
  for (const name of unused) rmSync(join(folder, name + keptSuffix), { force: true });
};

/** Values that are kept from check to check, in a process and between processes, as long as they are asked for. */
export interface KeptRows<Row> {
  /** What was kept under a name when values were last kept. */
  last: (name: string) => Row | undefined;
  /** What is to be kept under it next. */
  next: (name: string) => Row | undefined;
  /** Has a value kept. If it is not what was kept last, that is to be said with {@link KeptRows.changed}. */
  set: (name: string, row: Row) => void;
  changed: (name: string) => void;
  /** Writes down what was set since it was last called, and forgets the rest. Does nothing where nothing can be written. */
  keep: () => void;
}

/**
 * Opens what was kept in a folder.
 * @param folder its absolute path; it need not exist
 * @param code a digest of the code that makes values: what other code made is not believed
 * @param keptOf what is written down of a value
 */
export const openRows = <Row>(
  folder: string,
  code: string,
  keptOf: (row: Row) => unknown = (row) => row,
): KeptRows<Row> => {
  let known = readRows<Row>(folder, code);
  let seen = new Map<string, Row>();
  let before = known.size;
  const changed = new Set<string>();
  return {
    last: (name) => known.get(name),
    next: (name) => seen.get(name),
    set: (name, row) => {
      seen.set(name, row);
    },
    changed: (name) => {
      changed.add(name);
    },
    keep: () => {
      for (const name of known.keys()) if (!seen.has(name)) changed.add(name);
      known = seen;
      seen = new Map();
      if (changed.size === 0) return;
      try {
        writeRows(folder, code, known, keptOf, { before, changed });
        before = known.size;
        changed.clear();
      } catch {
        // A check need not be able to write: it takes longer next time.
      }
    },
  };
};
