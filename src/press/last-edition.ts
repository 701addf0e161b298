import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compressedExtensions } from '../hosts/compressed-copies.ts';

/** A printed file: its bytes, and when it was written, in milliseconds since 1970. */
type Written = readonly [bytes: number, moment: number];

/** The files of a printed edition, by their paths from its folder, with `/` on every system. */
export type PrintedFiles = ReadonlyMap<string, Written>;

/** What is known of a printed page or feed. */
export interface PrintedPage {
  /** By which it may be used again; one without a key is printed in every build. */
  key?: string | undefined;
  /** The policy that it carries (Content Security Policy Level 3). */
  policy?: string | undefined;
  /** The pictures and scripts that it shows, by their paths from the edition's folder. */
  shows: readonly string[];
}

/** What one edition leaves to the next. */
export interface Legacy {
  pages: ReadonlyMap<string, PrintedPage>;
  search: {
    /** The digest of the newest volume. */
    newest: string | undefined;
    /** What search knows of stories: digests, by the files of their pages. */
    stories: ReadonlyMap<string, string>;
  };
}

const noLegacy: Legacy = { pages: new Map(), search: { newest: undefined, stories: new Map() } };

/** The edition that is on air, for the one that is printed beside it. */
export interface LastEdition extends Legacy {
  /**
   * Keeps a file for the new edition: it stays where it is, and nothing is copied.
   * @param file its path from the edition's folder
   * @returns false where the file or a packed copy of it is not there as it was printed
   */
  keep: (file: string) => boolean;
  /**
   * Keeps a page or feed, if its key is still the same, and all that it shows.
   * @returns what is known of it; undefined where it must be printed anew
   */
  keepPage: (file: string, key: string) => PrintedPage | undefined;
  /** The files in a folder, as they were printed. */
  filesBelow: (folder: string) => string[];
  /** The files that were kept. */
  kept: PrintedFiles;
}

const writtenAs = ({ size, mtimeMs }: { size: number; mtimeMs: number }): Written => [
  size,
  // Finer than a millisecond it may be another when the file has been copied to another disk.
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

/** Where there is no edition yet. */
export const noEdition: LastEdition = {
  ...noLegacy,
  keep: () => false,
  keepPage: () => undefined,
  filesBelow: () => [],
  kept: new Map(),
};

/** Where an edition is described between builds, in the cache. */
const listIn = (cacheDir: string): string => join(cacheDir, 'edition.json');

/** Pages show the same files and carry the same policies, over and over: these are numbers of `names` and `policies`. */
type ListedPage = [file: string, key: string | null, policy: number | null, shows: number[]];

interface List {
  dir: string;
  code: string;
  packing: string;
  files: [file: string, ...Written][];
  names: string[];
  policies: string[];
  pages: ListedPage[];
  search: { newest: string | undefined; stories: [file: string, digest: string][] };
}

/** Gives each value a number, from nought. */
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

/** Where an edition is, and what it was made with. */
export interface Making {
  /** Its folder. */
  dir: string;
  /** Changes with all that makes pages of copy: code and settings. */
  code: string;
  /** Changes with what packed copies files have. */
  packing: string;
}

/** Describes an edition that is on air, for the next one. */
export const listEdition = (
  cacheDir: string,
  { dir, code, packing, files, pages, search }: Legacy & Making & { files: PrintedFiles },
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
    packing,
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
 * The edition that is on air, as the last build has described it. None of its pages can be kept where the code is another,
 * nothing at all where it is in another folder or packed otherwise, and no file that is not what that build has printed.
 */
export const lastEdition = (cacheDir: string, { dir, code, packing }: Making): LastEdition => {
  const list = readList(cacheDir);
  if (list?.dir !== dir || list.packing !== packing) return noEdition;
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
