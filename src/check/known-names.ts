import { slug } from 'github-slugger';
import type { CopyFiles } from '../copy/copy-files.ts';
import type { Copy, Entry } from '../copy/read.ts';
import { type Mistake, shown } from '../copy/mistakes.ts';
import { idOf } from '../copy/collections.ts';
import { unnamed } from '../copy/rest.ts';

/** The names of the entries in each collection. */
export type Known = Record<'articles' | 'sections' | 'authors' | 'pages', Set<string>> & {
  /** Collections that may have more entries, in folders that could not be looked into. */
  incomplete?: ReadonlySet<string>;
};

/**
 * Lists the entries that have a file. Invalid files count too, so that each mistake is reported once.
 * @param copy what was read of the files, in their order; what is in it already has its name
 */
export const knownIds = (
  { files, incomplete }: Pick<CopyFiles, 'files' | 'incomplete'>,
  copy?: Copy,
): Known => {
  const ids = (collection: keyof Omit<Known, 'incomplete'>): Set<string> => {
    const entries: readonly Entry<object>[] = copy?.[collection] ?? [];
    let next = 0;
    return new Set(
      files[collection].map(({ file }) => {
        const entry = entries[next];
        if (entry?.file !== file) return idOf(file);
        next += 1;
        return entry.id;
      }),
    );
  };
  return {
    articles: ids('articles'),
    sections: ids('sections'),
    authors: ids('authors'),
    pages: ids('pages'),
    incomplete,
  };
};

/** The mistake if no entry has this name; otherwise an empty list. */
export const unknownName = (
  file: string,
  field: string,
  id: string,
  what: 'articles' | 'sections' | 'authors' | 'pages',
  known: Known,
): Mistake[] => {
  const names = known[what];
  if (id === unnamed || names.has(id) || known.incomplete?.has(what)) return [];
  const nearly = slug(id.replace(/\.(?:md|yaml)$/i, '').normalize('NFC'));
  return [
    {
      file,
      field,
      found: `${shown(id)}, which is not among the ${what}`,
      expected: names.has(nearly)
        ? nearly
        : names.size <= 12
          ? `one of ${[...names].sort().join(', ')}`
          : `the name of an entry of ${what}`,
      fix: names.has(nearly)
        ? `Write ${nearly}: names are in lower case, with hyphens for spaces and without other marks.`
        : what === 'articles'
          ? 'Write the name of the other article’s folder, in lower case, with hyphens for spaces.'
          : `Correct the name, or add the missing file to ${what}/.`,
    },
  ];
};
