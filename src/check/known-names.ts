import type { Mistake } from '../copy/mistakes.ts';
import { filesOf, idOf } from '../copy/read.ts';
import { unnamed } from '../copy/rest.ts';

/** The names of the entries in each collection. */
export type Known = Record<'articles' | 'sections' | 'authors' | 'pages', Set<string>>;

/** Lists the entries that have a file. Invalid files count too, so that each mistake is reported once. */
export const knownIds = (contentDir: string): Known => {
  const ids = (collection: keyof Known) => new Set(filesOf(contentDir, collection).map(idOf));
  return {
    articles: ids('articles'),
    sections: ids('sections'),
    authors: ids('authors'),
    pages: ids('pages'),
  };
};

/** The mistake if no entry has this name; otherwise an empty list. */
export const unknownName = (
  file: string,
  field: string,
  id: string,
  what: keyof Known,
  known: Known,
): Mistake[] =>
  id === unnamed || known[what].has(id)
    ? []
    : [
        {
          file,
          field,
          found: `"${id}", which is not among the ${what}`,
          expected:
            known[what].size <= 12
              ? `one of ${[...known[what]].sort().join(', ')}`
              : `the name of an entry of ${what}`,
          fix:
            what === 'articles'
              ? 'Write the name of the other article’s folder, in lower case, with hyphens for spaces.'
              : `Correct the name, or add the missing file to ${what}/.`,
        },
      ];
