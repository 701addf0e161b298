import type { Addresses } from '../../addresses.ts';
import { createIds, idFrom } from '../../import/decisions/names.ts';

/** Addresses at the root of the site that no story may have where its address is only its name. */
const reserved = (addresses: Addresses): string[] =>
  [addresses.search, addresses.topics, addresses.archive, addresses.feeds, addresses.corrections]
    .map(addresses.parameter)
    .concat('author', 'topic', 'text', 'cards', 'files', 'offline', '404');

/**
 * A path for a new story that nothing has yet: `content/articles/2026/a-headline/index.md`. Its name is made as the ids
 * of stories are, so that `related` finds it: letters of every script stay, apostrophes and other marks go.
 * @param content the content folder, with a slash at its end
 * @param year four digits
 * @param taken the ids of all stories, sections and pages
 */
export const newStoryPath = (
  headline: string,
  year: string,
  { content, taken, addresses }: { content: string; taken: Iterable<string>; addresses: Addresses },
): string => {
  const ids = createIds([...taken, ...reserved(addresses)]);
  return `${content}articles/${year}/${ids.take(idFrom(headline))}/index.md`;
};
