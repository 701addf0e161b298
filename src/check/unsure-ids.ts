import type { Copy } from '../copy/read.ts';
import type { Known } from './known-names.ts';

/**
 * The ids of entries whose address is not sure, because their files or that of the publication have mistakes: each
 * mistake is reported once.
 */
export const unsureIds = (copy: Copy, known: Known, hasPublication: boolean): Set<string> => {
  const faulty = new Set(copy.mistakes.map(({ file }) => file));
  return new Set(
    (['articles', 'pages', 'sections', 'authors'] as const).flatMap((collection) => {
      const sound = new Set(
        copy[collection].flatMap(({ id, shown }) => (faulty.has(shown) ? [] : [id])),
      );
      const all = !hasPublication && collection === 'articles';
      return [...known[collection]].filter((id) => all || !sound.has(id));
    }),
  );
};
