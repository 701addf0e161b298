import { addresses, edition } from '../../gateway/edition.ts';

const twins = new Set([
  addresses.front,
  ...edition.sections.map(({ id }) => addresses.section(id)),
  ...edition.articles.map(addresses.article),
]);

/** The text page that says the same as the page at a path; an address that has none stays as it is. */
export const textPageOf = (address: string): string => {
  const [path = '', anchor] = address.split('#');
  return anchor === undefined && twins.has(path) ? addresses.text(path) : address;
};
