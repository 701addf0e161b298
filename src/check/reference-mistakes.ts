import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { type Known, unknownName } from './known-names.ts';

/** Finds sections, authors and related articles that are named but have no file. */
export const referenceMistakes = ({ articles, sections }: Copy, known: Known): Mistake[] => [
  ...sections.flatMap(({ shown: file, data: { parent } }) =>
    parent === undefined ? [] : unknownName(file, 'parent', parent, 'sections', known),
  ),
  ...articles.flatMap(({ shown: file, data }) => [
    ...unknownName(file, 'section', data.section, 'sections', known),
    ...data.authors.flatMap((id, n) =>
      unknownName(file, `authors.${String(n)}`, id, 'authors', known),
    ),
    ...data.related.flatMap((id, n) =>
      unknownName(file, `related.${String(n)}`, id, 'articles', known),
    ),
  ]),
];
