import type { Addresses } from '../addresses.ts';
import type { Article } from '../edition/article.ts';
import type { Edition } from '../edition/edition.ts';

/**
 * Finds the text page that corresponds to a page.
 * @returns a function from an address of the paper, with the base path, to that of its text page; an address without
 *   one is returned unchanged
 */
export const textPagesOf = <A extends Article>(
  { sections, articles, withdrawn }: Pick<Edition<A>, 'sections' | 'articles' | 'withdrawn'>,
  addresses: Addresses,
): ((address: string) => string) => {
  const list = (): ReadonlySet<string> =>
    new Set([
      addresses.front,
      ...sections.map(({ id }) => addresses.section(id)),
      ...[...articles, ...withdrawn].map(addresses.article),
    ]);
  // Few pages ask, so that the list is made when the first does.
  let withTextPage: ReadonlySet<string> | undefined;
  return (address) => {
    const [path = '', anchor] = address.split('#');
    withTextPage ??= list();
    return anchor === undefined && withTextPage.has(path) ? addresses.text(path) : address;
  };
};
