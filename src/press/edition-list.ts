import { join } from 'node:path';
import { readCoded, sealIn, writeCoded } from '../kept.ts';
import { codeDigest } from './digests.ts';
import type { PrintedFiles, Written } from './written-files.ts';

/** What is known about a printed page or feed. */
export interface PrintedPage {
  /** While this stays the same, the page may be reused; one without a key is printed in every build. */
  key?: string | undefined;
  /** Its Content Security Policy (CSP Level 3). */
  policy?: string | undefined;
  /** The pictures and scripts that it shows, by their paths from the edition's folder. */
  shows: readonly string[];
}

/** The pictures and scripts that pages show. */
export const shownOn = (pages: Iterable<PrintedPage>): ReadonlySet<string> => {
  const shown = new Set<string>();
  for (const shows of new Set(Array.from(pages, (page) => page.shows))) {
    for (const file of shows) shown.add(file);
  }
  return shown;
};

/** What one edition passes on to the next. */
export interface Legacy {
  pages: ReadonlyMap<string, PrintedPage>;
  search: {
    /** The digest of the newest volume. */
    newest: string | undefined;
    /** Digests of the indexed stories, by the files of their pages. */
    stories: ReadonlyMap<string, string>;
  };
}

/** Where an edition is, and what it was built with. */
export interface Making {
  /** Its folder. */
  dir: string;
  /** Changes with everything that turns copy into pages: code and settings. */
  code: string;
  /** The formats of compressed copies that files have. */
  compression: string;
}

/** An edition as the build that printed it described it. */
export interface ListedEdition extends Legacy, Making {
  /** With their stamps, which tell without reading a file whether it is still as it was printed. */
  files: PrintedFiles;
}

/** The file in the cache that describes the edition on air. */
const listIn = (cacheDir: string): string => join(cacheDir, 'edition');

/**
 * The list as it is written: a few long columns are read in a third of the time that many short rows take. Many pages show the
 * same files and have the same policies, so both are stored once.
 */
interface List extends Making {
  files: { names: string[]; bytes: number[]; digests: string[]; stamps: (string | undefined)[] };
  /** The files that pages show, and what each page shows of them, by their places. */
  shown: string[];
  shows: number[][];
  policies: string[];
  /** By their places among the files, what they show and their policies likewise. */
  pages: {
    places: number[];
    keys: (string | undefined)[];
    policies: (number | undefined)[];
    shows: number[];
  };
  search: { newest: string | undefined; names: string[]; digests: string[] };
}

/** Numbers distinct values, from zero. */
const numbering = <Value>(nameOf: (value: Value) => string) => {
  const numbers = new Map<string, number>();
  // Pages that were kept share theirs.
  const known = new Map<Value, number>();
  const values: Value[] = [];
  const numberOf = (value: Value): number => {
    const name = nameOf(value);
    const number = numbers.get(name) ?? values.push(value) - 1;
    numbers.set(name, number);
    known.set(value, number);
    return number;
  };
  return { values, of: (value: Value): number => known.get(value) ?? numberOf(value) };
};

/**
 * Describes the edition on air, for the next build.
 * @returns the digest of the file: see `sealIn`
 */
const listEdition = (
  cacheDir: string,
  { dir, code, compression, files, pages, search }: ListedEdition,
): string => {
  const policies = numbering<string>((policy) => policy);
  const shown = numbering<string>((file) => file);
  const shows = numbering<readonly string[]>((shown) => shown.join('\n'));
  const names = [...files.keys()];
  const places = new Map(names.map((name, place) => [name, place]));
  const written = [...files.values()];
  const listed = [...pages].filter(([file]) => places.has(file));
  const printed = listed.map(([, page]) => page);
  const list: List = {
    dir,
    code,
    compression,
    files: {
      names,
      bytes: written.map(([bytes]) => bytes),
      digests: written.map(([, digest]) => digest),
      stamps: written.map(([, , stamp]) => stamp),
    },
    pages: {
      places: listed.map(([file]) => places.get(file) ?? -1),
      keys: printed.map(({ key }) => key),
      policies: printed.map(({ policy }) => (policy === undefined ? policy : policies.of(policy))),
      shows: printed.map((page) => shows.of(page.shows)),
    },
    shows: shows.values.map((files) => files.map(shown.of)),
    shown: shown.values,
    policies: policies.values,
    search: {
      newest: search.newest,
      names: [...search.stories.keys()],
      digests: [...search.stories.values()],
    },
  };
  return writeCoded(listIn(cacheDir), codeDigest('edition'), list);
};

const filesOf = ({ names, bytes, digests, stamps }: List['files']): PrintedFiles => {
  const files = new Map<string, Written>();
  for (const [n, name] of names.entries()) {
    files.set(name, [bytes[n] ?? 0, digests[n] ?? '', stamps[n]]);
  }
  return files;
};

const pagesOf = ({ files, pages, shown, shows: places, policies }: List): Legacy['pages'] => {
  const shows = places.map((some) => some.map((place) => shown[place] ?? ''));
  const printed = new Map<string, PrintedPage>();
  for (const [n, place] of pages.places.entries()) {
    printed.set(files.names[place] ?? '', {
      key: pages.keys[n],
      policy: policies[pages.policies[n] ?? -1],
      shows: shows[pages.shows[n] ?? -1] ?? [],
    });
  }
  return printed;
};

/**
 * Reads how the last build described the edition on air.
 * @param format a digest of the code that reads the list
 * @returns undefined if there is no description, or if it is damaged or by another version of the engine
 */
export const readEditionList = (
  cacheDir: string,
  format = codeDigest('edition'),
): ListedEdition | undefined => {
  const list = readCoded(listIn(cacheDir), format) as List | undefined;
  if (!list) return undefined;
  const { dir, code, compression, search } = list;
  return {
    dir,
    code,
    compression,
    files: filesOf(list.files),
    pages: pagesOf(list),
    search: {
      newest: search.newest,
      stories: new Map(search.names.map((name, n) => [name, search.digests[n] ?? ''])),
    },
  };
};

/** Writes and reads how editions are described. What was written last need not be read again by the same process. */
export interface EditionLists {
  read: (cacheDir: string) => ListedEdition | undefined;
  write: (cacheDir: string, edition: ListedEdition) => void;
}

export const createEditionLists = (): EditionLists => {
  let last: { place: string; seal: string; edition: ListedEdition } | undefined;
  return {
    read: (cacheDir) => {
      const place = listIn(cacheDir);
      const isLast = last?.place === place && last.seal === sealIn(place);
      return isLast ? last?.edition : readEditionList(cacheDir);
    },
    write: (cacheDir, edition) => {
      last = { place: listIn(cacheDir), seal: listEdition(cacheDir, edition), edition };
    },
  };
};
