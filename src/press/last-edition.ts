import { compressedExtensions } from '../hosts/compressed-copies.ts';
import type { Legacy, ListedEdition, Making, PrintedPage } from './edition-list.ts';
import type { Aftermath, PrintedFiles, Written } from './written-files.ts';

const noLegacy: Legacy = { pages: new Map(), search: { newest: undefined, stories: new Map() } };

/** The edition on air, from which the next one can keep files. */
export interface LastEdition extends Legacy {
  /**
   * Keeps a file for the new edition. It stays where it is, and nothing is copied.
   * @param file its path from the edition's folder
   * @param digest what it must hold; anything, if that is left out
   * @returns false if the file or a compressed copy of it is missing or has changed since it was printed
   */
  keep: (file: string, digest?: string) => boolean;
  /**
   * Keeps a page or feed, with every file that it shows, if its key is still the same.
   * @returns what is known about it; undefined if it must be rebuilt
   */
  keepPage: (file: string, key: string) => PrintedPage | undefined;
  /** The files in some folders, as they were printed. */
  filesBelow: (...folders: string[]) => string[];
  /** Those of some files that are still as they were printed, without keeping them. */
  stillThere: (files: readonly string[]) => PrintedFiles;
  /** The files that were kept. */
  kept: PrintedFiles;
}

/** Used when there is no edition yet. */
export const noEdition: LastEdition = {
  ...noLegacy,
  keep: () => false,
  keepPage: () => undefined,
  filesBelow: () => [],
  stillThere: () => new Map(),
  kept: new Map(),
};

/**
 * The edition on air, as the last build described it. If the code has changed, none of its pages can be kept. If the
 * folder or the compression has changed, nothing can. A file that is not as that build left it is never kept.
 * @param listed the description, if there is one
 * @param since what has become of its files since they were printed
 */
export const lastEdition = (
  listed: ListedEdition | undefined,
  { spoilt, restamped }: Aftermath,
  { dir, code, compression }: Making,
): LastEdition => {
  if (listed?.dir !== dir || listed.compression !== compression) return noEdition;
  const { files } = listed;
  const writtenAs = (file: string): Written | undefined => restamped.get(file) ?? files.get(file);
  const pages = listed.code === code ? listed.pages : noLegacy.pages;
  const kept = new Map<string, Written>();

  const endings = compression === '' ? [] : compressedExtensions;
  const copiesOf = (file: string): [string, Written][] =>
    endings.flatMap((ending): [string, Written][] => {
      const written = writtenAs(file + ending);
      return written ? [[file + ending, written]] : [];
    });

  const keep = (file: string, digest?: string): boolean => {
    const known = writtenAs(file);
    if (!known || (digest !== undefined && known[1] !== digest)) return false;
    if (kept.has(file)) return true;
    const copies = copiesOf(file);
    if (spoilt.has(file) || copies.some(([copy]) => spoilt.has(copy))) return false;
    kept.set(file, known);
    for (const [copy, written] of copies) kept.set(copy, written);
    return true;
  };

  /** Whether all of some files are kept. Many pages share what they show, one and the same list. */
  const known = new Map<readonly string[], boolean>();
  const keepAll = (files: readonly string[]): boolean => {
    let found = known.get(files);
    if (found === undefined) known.set(files, (found = files.every((file) => keep(file))));
    return found;
  };

  return {
    pages,
    search: listed.search,
    keep,
    keepPage: (file, key) => {
      const page = pages.get(file);
      return page?.key === key && keepAll(page.shows) && keep(file) ? page : undefined;
    },
    stillThere: (wanted) =>
      new Map(
        wanted.flatMap((file) => {
          const written = spoilt.has(file) ? undefined : writtenAs(file);
          return written ? [[file, written] as const] : [];
        }),
      ),
    filesBelow: (...folders) => {
      const starts = folders.map((folder) => `${folder}/`);
      return [...files.keys()].filter((file) => starts.some((start) => file.startsWith(start)));
    },
    kept,
  };
};
