import { describe, expect, test } from 'vitest';
import { directionOf, isLatin, languageOf, languages } from '../../src/language/names.ts';
import { wordsFor } from '../../src/language/words.ts';

type Phrase = string | ((argument: string) => string);

/** Every phrase of the interface, keyed by its path, for example `kinds.news`. */
function entriesOf(words: object, prefix = ''): [name: string, phrase: Phrase][] {
  return Object.entries(words as Record<string, Phrase | object>).flatMap(
    ([name, entry]): [string, Phrase][] =>
      typeof entry === 'object' ? entriesOf(entry, `${prefix}${name}.`) : [[prefix + name, entry]],
  );
}

const names = (language: string): string[] =>
  entriesOf(wordsFor(language))
    .map(([name]) => name)
    .sort();

describe.each(languages)('in %s', (language) => {
  test('every English phrase has a translation', () => {
    expect(names(language)).toEqual(names('en'));
  });

  test('every phrase has text, and includes its argument', () => {
    for (const [name, entry] of entriesOf(wordsFor(language))) {
      const text = typeof entry === 'function' ? entry('Kyiv') : entry;
      expect(text, name).toMatch(/^\S(.*\S)?$/u);
      if (typeof entry === 'function') expect(text, name).toContain('Kyiv');
    }
  });
});

test.each(languages.filter((language) => language !== 'en'))(
  'in %s, no phrase is left in English',
  (language) => {
    const english = new Map(entriesOf(wordsFor('en')));
    const same = entriesOf(wordsFor(language)).filter(
      ([name, entry]) => typeof entry === 'string' && english.get(name) === entry,
    );
    expect(same).toEqual([]);
  },
);

test('a region uses the phrases of its language', () => {
  expect(wordsFor('en-GB')).toEqual(wordsFor('en'));
  expect(wordsFor('ar-EG')).toEqual(wordsFor('ar'));
  expect(wordsFor('ar')).not.toEqual(wordsFor('en'));
});

test.each(['tlh', 'english', 'e', ''])('the interface is not available in "%s"', (tag) => {
  expect(languageOf(tag)).toBeUndefined();
  expect(() => wordsFor(tag)).toThrow(RangeError);
});

test.each([
  ['en-GB', 'ltr', true],
  ['uk', 'ltr', false],
  ['zh-Hans', 'ltr', false],
  ['ar', 'rtl', false],
  ['ar-EG', 'rtl', false],
  ['he', 'rtl', false],
  ['fa', 'rtl', false],
  ['ur', 'rtl', false],
  ['uz-Arab', 'rtl', false],
  ['uz', 'ltr', true],
] as const)('%s is written %s', (tag, direction, latin) => {
  expect(directionOf(tag)).toBe(direction);
  expect(isLatin(tag)).toBe(latin);
});
