import { join } from 'node:path';
import { readKept, writeKept } from '../kept.ts';
import { codeDigest } from './digests.ts';
import type { PrintedFiles, Stamps, Written } from './written-files.ts';

/** What is known about a printed page or feed. */
export interface PrintedPage {
  /** While this stays the same, the page may be reused; one without a key is printed in every build. */
  key?: string | undefined;
  /** Its Content Security Policy (CSP Level 3). */
  policy?: string | undefined;
  /** The pictures and scripts that it shows, by their paths from the edition's folder. */
  shows: readonly string[];
}

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
  files: PrintedFiles;
  /** What tells without reading a file whether it is still as it was printed. */
  stamps: Stamps;
}

/** The file in the cache that describes the edition on air. */
const listIn = (cacheDir: string): string => join(cacheDir, 'edition.json');

/**
 * Many pages show the same files and have the same policies, so both are stored as indexes into `names` and `policies`.
 */
type ListedPage = [file: string, key: string | null, policy: number | null, shows: number[]];

interface List extends Making {
  /** Changes with the code that writes and reads the list. */
  format: string;
  files: [file: string, ...Written, stamp: string | null][];
  names: string[];
  policies: string[];
  pages: ListedPage[];
  search: { newest: string | undefined; stories: [file: string, digest: string][] };
}

/** Numbers distinct values, from zero. */
const numbering = (): { of: (value: string) => number; values: () => string[] } => {
  const numbers = new Map<string, number>();
  return {
    of: (value) => {
      const known = numbers.get(value);
      if (known === undefined) numbers.set(value, numbers.size);
      return known ?? numbers.size - 1;
    },
    values: () => [...numbers.keys()],
  };
};

/** Describes the edition on air, for the next build. */
export const listEdition = (
  cacheDir: string,
  { dir, code, compression, files, stamps, pages, search }: ListedEdition,
): void => {
  const names = numbering();
  const policies = numbering();
  const listed = [...pages].map(([file, { key, policy, shows }]): ListedPage => [
    file,
    key ?? null,
    policy === undefined ? null : policies.of(policy),
    shows.map(names.of),
  ]);
  const list: List = {
    dir,
    code,
    compression,
    format: codeDigest('edition'),
    files: [...files].map(([file, written]) => [file, ...written, stamps.get(file) ?? null]),
    names: names.values(),
    policies: policies.values(),
    pages: listed,
    search: { newest: search.newest, stories: [...search.stories] },
  };
  writeKept(listIn(cacheDir), JSON.stringify(list));
};

const pagesOf = ({ pages, names, policies }: List): Legacy['pages'] =>
  new Map(
    pages.map(([file, key, policy, shows]) => [
      file,
      {
        key: key ?? undefined,
        policy: policy === null ? undefined : policies[policy],
        shows: shows.flatMap((number) => names[number] ?? []),
      },
    ]),
  );

/**
 * Reads how the last build described the edition on air.
 * @returns undefined if there is no description, or if it is damaged or by another version of the engine
 */
export const readEditionList = (cacheDir: string): ListedEdition | undefined => {
  const kept = readKept(listIn(cacheDir));
  if (!kept) return undefined;
  const list = JSON.parse(kept.toString('utf8')) as List | null;
  if (list?.format !== codeDigest('edition')) return undefined;
  const { dir, code, compression, search } = list;
  return {
    dir,
    code,
    compression,
    files: new Map(list.files.map(([file, bytes, digest]) => [file, [bytes, digest]])),
    stamps: new Map(
      list.files.flatMap(([file, , , stamp]) => (stamp === null ? [] : [[file, stamp]])),
    ),
    pages: pagesOf(list),
    search: { newest: search.newest, stories: new Map(search.stories) },
  };
};
