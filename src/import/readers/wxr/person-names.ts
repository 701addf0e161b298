/** Whether a text reads like the name of a person or desk, not like a login. */
export const looksLikeName = (text: string): boolean =>
  !/\S@\S/.test(text) && (/\s|[^\p{ASCII}]/u.test(text.trim()) || /^\p{Lu}\p{Ll}/u.test(text));

/** A name from a slug, where nothing better is known: `isold-brennan` → `Isold Brennan`. */
export const nameFromSlug = (slug: string): string =>
  slug
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');

/** Whether some words stand in a list of words, one after the other. */
const has = (words: readonly string[], part: readonly string[]): boolean =>
  ` ${words.join(' ')} `.includes(` ${part.join(' ')} `);

/**
 * The name shown for a guest author, from the description of the term that Co-Authors Plus keeps: the name shown, first and
 * last name, login, number and e-mail address, all in one line.
 */
export const guestNameFrom = (description: string, login: string): string => {
  const words = description.split(/\s+/).filter((word) => word !== '' && !/\S@\S/.test(word));
  if (/^\d+$/.test(words.at(-1) ?? '')) words.pop();
  if (words.at(-1) === login) words.pop();
  // The first and last name once more, at the end.
  for (let size = Math.floor(words.length / 2); size > 0; size--) {
    const shown = words.slice(0, -size);
    if (has(shown, words.slice(-size))) return shown.join(' ');
  }
  return words.join(' ');
};
