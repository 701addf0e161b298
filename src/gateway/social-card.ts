import { cards } from 'virtual:edition';
import { cardSize, type PrintedCard } from '../cards/card.ts';
import { addresses } from './edition.ts';

/**
 * The social card of a page: its own if it is an article, a section or an author, else the paper's.
 * @param path the page's address with the base path; for a later page of a list, the address of the list's first page
 */
export const cardOf = (path: string = addresses.front): PrintedCard => {
  const entry = cards[path] ?? cards[addresses.front];
  if (!entry) throw new Error('The paper has no card of its own.');
  return { path: addresses.card(entry.digest), ...cardSize, alt: entry.alt };
};
