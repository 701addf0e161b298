import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { guidOf } from '../feeds/guid.ts';

/** Finds stories with the guid of another story, which feed readers would take for the same one. */
export const guidMistakes = ({ articles }: Pick<Copy, 'articles'>): Mistake[] => {
  if (articles.every(({ data }) => data.guid === undefined)) return [];
  const owners = new Map(
    articles
      .filter(({ data }) => data.guid === undefined)
      .map(({ id, shown }) => [guidOf({ id }), shown]),
  );
  return articles.flatMap(({ shown: file, data: { guid } }) => {
    if (guid === undefined) return [];
    const owner = owners.get(guid);
    owners.set(guid, owner ?? file);
    if (owner === undefined) return [];
    return [
      {
        file,
        field: 'guid',
        found: `"${guid}", already used by ${owner}`,
        expected: 'a guid of its own: feed readers tell stories apart by it',
        fix: 'Correct it, or remove it from one of the two.',
      },
    ];
  });
};
