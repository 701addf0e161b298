import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compressedExtensions } from '../hosts/compressed-copies.ts';

/** A printed file: its size in bytes, and when it was written, in milliseconds since 1970. */
type Written = readonly [bytes: number, moment: number];

/** The files of a printed edition, by their paths from its folder, with `/` on every system. */
export type PrintedFiles = ReadonlyMap<string, Written>;

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

const noLegacy: Legacy = { pages: new Map(), search: { newest: undefined, stories: new Map() } };

/** The edition on air, from which the next one can keep files. */
export interface LastEdition extends Legacy {
  /**
   * Keeps a file for the new edition. It stays where it is, and nothing is copied.
   * @param file its path from the edition's folder
   * @returns false if the file or a compressed copy of it is missing or has changed since it was printed
   */
  keep: (file: string) => boolean;
  /**
   * Keeps a page or feed, with every file that it shows, if its key is still the same.
   * @returns what is known about it; undefined if it must be rebuilt
   */
  keepPage: (file: string, key: string) => PrintedPage | undefined;
  /** The files in a folder, as they were printed. */
  filesBelow: (folder: string) => string[];
  /** The files that were kept. */
  kept: PrintedFiles;
}

const writtenAs = ({ size, mtimeMs }: { size: number; mtimeMs: number }): Written => [
  size,
  // Copying a file to another disk may lose anything finer than a millisecond.
  Math.floor(mtimeMs),
];

/** The files in the folder of a printed edition, or of a part of one. */
export const filesIn = (folder: string): PrintedFiles =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replaceAll('\\', '/'), writtenAs(statSync(file))]),
  );

/** Used when there is no edition yet. */
export const noEdition: LastEdition = {
  ...noLegacy,
  keep: () => false,
  keepPage: () => undefined,
  filesBelow: () => [],
  kept: new Map(),
};

/** The file in the cache that describes an edition between builds. */
const listIn = (cacheDir: string): string => join(cacheDir, 'edition.json');

/**
 * Many pages show the same files and have the same policies, so both are stored as indexes into `names` and `policies`.
 */
type ListedPage = [file: string, key: string | null, policy: number | null, shows: number[]];

interface List {
  dir: string;
  code: string;
  compression: string;
  files: [file: string, ...Written][];
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

/** Where an edition is, and what it was built with. */
export interface Making {
  /** Its folder. */
  dir: string;
  /** Changes with everything that turns copy into pages: code and settings. */
  code: string;
  /** The formats of compressed copies that files have. */
  compression: string;
}

/** Records the edition on air, for the next build. */
export const listEdition = (
  cacheDir: string,
  { dir, code, compression, files, pages, search }: Legacy & Making & { files: PrintedFiles },
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
    files: [...files].map(([file, written]) => [file, ...written]),
    names: names.values(),
    policies: policies.values(),
    pages: listed,
    search: { newest: search.newest, stories: [...search.stories] },
  };
  writeFileSync(listIn(cacheDir), JSON.stringify(list));
};

const readList = (cacheDir: string): List | undefined => {
  try {
    return JSON.parse(readFileSync(listIn(cacheDir), 'utf8')) as List;
  } catch {
    return undefined;
  }
};

const legacyOf = ({ pages, names, policies, search }: List): Legacy => ({
  pages: new Map(
    pages.map(([file, key, policy, shows]) => [
      file,
      {
        key: key ?? undefined,
        policy: policy === null ? undefined : policies[policy],
        shows: shows.flatMap((number) => names[number] ?? []),
      },
    ]),
  ),
  search: { newest: search.newest, stories: new Map(search.stories) },
});

/**
 * The edition on air, as the last build recorded it. If the code has changed, none of its pages can be kept. If the
 * folder or the compression has changed, nothing can. A file that is not as that build left it is never kept.
 */
export const lastEdition = (cacheDir: string, { dir, code, compression }: Making): LastEdition => {
  const list = readList(cacheDir);
  if (list?.dir !== dir || list.compression !== compression) return noEdition;
  const legacy = legacyOf(list);
  const pages = list.code === code ? legacy.pages : noLegacy.pages;
  const files = new Map<string, Written>(list.files.map(([file, ...written]) => [file, written]));
  const kept = new Map<string, Written>();

  const isAsPrinted = (file: string, written: Written): boolean => {
    const now = statSync(join(dir, file), { throwIfNoEntry: false });
    return now !== undefined && isDeepStrictEqual(writtenAs(now), written);
  };
  const keep = (file: string): boolean => {
    if (kept.has(file)) return true;
    if (!files.has(file)) return false;
    const whole = ['', ...compressedExtensions].flatMap((ending): [string, Written][] => {
      const written = files.get(file + ending);
      return written ? [[file + ending, written]] : [];
    });
    if (!whole.every(([part, written]) => isAsPrinted(part, written))) return false;
    for (const [part, written] of whole) kept.set(part, written);
    return true;
  };

  return {
    pages,
    search: legacy.search,
    keep,
    keepPage: (file, key) => {
      const page = pages.get(file);
      if (page?.key !== key || !page.shows.every(keep) || !keep(file)) return undefined;
      return page;
    },
    filesBelow: (folder) => [...files.keys()].filter((file) => file.startsWith(`${folder}/`)),
    kept,
  };
};
