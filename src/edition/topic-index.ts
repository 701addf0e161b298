import { compare } from './article.ts';
import type { Topic } from './topics.ts';

/** Topics that begin with the same letter. Those that do not begin with a letter share a group without one. */
export interface TopicGroup<A> {
  letter: string | undefined;
  topics: Topic<A>[];
}

/** The Arabic article, before a word of at least two letters: an index files العراق under ع. */
const article = /^ال(?=\p{L}{2})/u;

/** A title from its first letter or digit on, without the Arabic article: quotation marks before it do not count. */
const filedUnder = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(article, '');

/** Forms of alif that dictionaries file together, though the collation of Arabic tells some of them apart. */
const alifs = /^[آأإٱ]/u;

const letterOf = (title: string, language: string): string | undefined => {
  const [first] = /[\p{L}\p{N}]/u.exec(filedUnder(title).replace(alifs, 'ا')) ?? [];
  return first && /\p{L}/u.test(first) ? first.toLocaleUpperCase(language) : undefined;
};

/**
 * Groups topics as an index does: by first letter, in the order of the language (`Intl.Collator`). An accented letter
 * has its own group only if the language treats it as a letter of its own. Topics that begin with no letter come last.
 * @param language a BCP 47 tag
 */
export const topicIndex = <A>(topics: readonly Topic<A>[], language: string): TopicGroup<A>[] => {
  const words = new Intl.Collator(language, { numeric: true });
  const letters = new Intl.Collator(language, { sensitivity: 'base' });
  const order = new Intl.Collator(language);
  /** A letter without its accent, if the language files both under the same. */
  const plain = (letter: string): string => {
    const [bare = letter] = letter.normalize('NFD');
    return letters.compare(bare, letter) === 0 ? bare : letter;
  };
  const known = [...new Set(topics.map(({ title }) => letterOf(title, language)))]
    .filter((letter) => letter !== undefined)
    .sort((a, b) => order.compare(a, b) || compare(a, b));
  const groups: TopicGroup<A>[] = [];
  const byLetter = new Map<string | undefined, TopicGroup<A>>();
  for (const letter of [...known, undefined]) {
    const last = groups.at(-1);
    const isSame =
      letter !== undefined &&
      last?.letter !== undefined &&
      letters.compare(letter, last.letter) === 0;
    const group = isSame ? last : { letter: letter && plain(letter), topics: [] };
    if (!isSame) groups.push(group);
    byLetter.set(letter, group);
  }
  for (const topic of topics) byLetter.get(letterOf(topic.title, language))?.topics.push(topic);
  for (const group of groups) {
    group.topics.sort(
      (a, b) => words.compare(filedUnder(a.title), filedUnder(b.title)) || compare(a.slug, b.slug),
    );
  }
  return groups.filter((group) => group.topics.length > 0);
};
