import { addressed, type Addresses } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { addressKey } from '../hosts/redirect.ts';

/** Where an article was under a former permalink, and where it is now, both with the base path. */
export interface FormerPlace {
  from: string;
  to: string;
  /** The article's file. */
  article: string;
  /** The position of the pattern in `formerPermalinks`. */
  pattern: number;
}

const formerPlaces = ({ articles }: Pick<Copy, 'articles'>, addresses: Addresses): FormerPlace[] =>
  articles.flatMap((story) =>
    addresses.formerly(addressed(story)).map((from, pattern) => ({
      ...{ from, to: addresses.article(addressed(story)) },
      ...{ article: story.shown, pattern },
    })),
  );

/** How many clashes of a pattern are reported one by one: there may be as many as the paper has articles. */
const reportedAtMost = 5;

const reported = (clashes: readonly Mistake[]): Mistake[] => {
  const more = clashes.length - reportedAtMost;
  const [first] = clashes;
  if (!first || more <= 0) return [...clashes];
  return [
    ...clashes.slice(0, reportedAtMost),
    {
      ...first,
      found: `${String(more)} more former ${more === 1 ? 'address' : 'addresses'} already in use`,
      fix: 'Correct the pattern, or rename what uses them.',
    },
  ];
};

/**
 * Gives articles the addresses that they had under former permalinks, unless something else uses them.
 * @param claims what is known about addresses, by their keys: `ownerOf` returns an owner, `own` sets one, `written` has
 *   the targets of redirects written by hand
 * @param file the publication file, as mistakes name it
 */
export const claimFormerPlaces = (
  copy: Pick<Copy, 'articles'>,
  addresses: Addresses,
  {
    ownerOf,
    own,
    written,
  }: {
    ownerOf: (key: string) => string | undefined;
    own: (key: string, owner: string) => void;
    written: ReadonlyMap<string, string>;
  },
  file: string,
): { places: FormerPlace[]; mistakes: Mistake[] } => {
  const clashes: { pattern: number; mistake: Mistake }[] = [];
  const places = formerPlaces(copy, addresses).filter(({ from, to, article, pattern }) => {
    const key = addressKey(from);
    const owner = ownerOf(key);
    if (owner === undefined) {
      own(key, article);
      return true;
    }
    // A pattern may yield the article's current address, or repeat a redirect written by hand.
    if (owner === article || written.get(key) === addressKey(to)) return false;
    const mistake = {
      file,
      field: `formerPermalinks.${String(pattern)}`,
      found: `${decodeURI(from)}, a former address of ${article}, already used by ${owner}`,
      expected: 'addresses that nothing else uses',
      fix: written.has(key)
        ? 'Remove it there, or correct the pattern.'
        : 'Rename one of the two, or correct the pattern.',
    };
    clashes.push({ pattern, mistake });
    return false;
  });
  const byPattern = Map.groupBy(clashes, ({ pattern }) => pattern);
  return {
    places,
    mistakes: [...byPattern.values()].flatMap((all) => reported(all.map(({ mistake }) => mistake))),
  };
};
