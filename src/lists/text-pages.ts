import type { Addresses } from '../addresses.ts';
import type { Article } from '../edition/article.ts';
import type { Edition } from '../edition/edition.ts';

/**
 * Finds the text page that says the same as a page.
 * @returns a function that takes an address of the paper, with the base path; one without a text page stays as it is
 */
export const textPagesOf = <A extends Article>(
  { sections, articles }: Pick<Edition<A>, 'sections' | 'articles'>,
  addresses: Addresses,
): ((address: string) => string) => {
  const twins = new Set([
    addresses.front,
    ...sections.map(({ id }) => addresses.section(id)),
    ...articles.map(addresses.article),
  ]);
  return (address) => {
    const [path = '', anchor] = address.split('#');
    return anchor === undefined && twins.has(path) ? addresses.text(path) : address;
  };
};
