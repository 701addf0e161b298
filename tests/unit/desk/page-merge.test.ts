import { describe, expect, test } from 'vitest';
import { differenceRows } from '../../../src/desk/page/conflict/difference-rows.ts';
import { mergedTexts } from '../../../src/desk/page/conflict/merge-texts.ts';

const path = 'content/articles/2026/one/index.md';
const story = (fields: string, body: string): string => `---\n${fields}---\n\n${body}`;

const base = story(
  'headline: "The harbour"\n# Ask the desk first\nsection: city\nleadImage:\n  src: ./one.jpg\n  alt: "A pier"\n',
  'First.\n\nSecond.\n\nThird.\n',
);

describe('two versions of a story', () => {
  test('go together where different fields and paragraphs changed', () => {
    const mine = base.replace('The harbour', 'The new harbour').replace('Third.', 'Third, mine.');
    const theirs = base
      .replace('section: city', 'section: world')
      .replace('First.', 'First, theirs.');
    expect(mergedTexts(path, base, mine, theirs)).toEqual({
      text: theirs.replace('The harbour', 'The new harbour').replace('Third.', 'Third, mine.'),
    });
  });

  test('go together inside a group of fields', () => {
    const mine = base.replace('"A pier"', '"A long pier"');
    const theirs = base.replace('./one.jpg', './two.jpg');
    expect(mergedTexts(path, base, mine, theirs)).toEqual({
      text: theirs.replace('"A pier"', '"A long pier"'),
    });
  });

  test('do not go together where both changed one field or one paragraph, and the places are named', () => {
    const mine = base.replace('The harbour', 'My harbour').replace('Second.', 'Second, mine.');
    const theirs = base.replace('The harbour', 'Our harbour').replace('Second.', 'Second, theirs.');
    expect(mergedTexts(path, base, mine, theirs)).toEqual({ places: ['headline', 'body'] });
  });

  test('go together where both made the same change', () => {
    const both = base.replace('Second.', 'Second, corrected.');
    const mine = both.replace('The harbour', 'The new harbour');
    expect(mergedTexts(path, base, mine, both)).toEqual({ text: mine });
  });

  test('keep a field that one of them took out', () => {
    const mine = base.replace('section: city\n', '');
    const theirs = base.replace('Third.', 'Third, theirs.');
    expect(mergedTexts(path, base, mine, theirs)).toEqual({
      text: theirs.replace('section: city\n', ''),
    });
  });
});

describe('differences', () => {
  test('mark the words that changed, line beside line', () => {
    expect(differenceRows('one\nthe old pier\nend\n', 'one\nthe new pier\nend\n')).toEqual([
      { name: 'same', lines: ['one'] },
      {
        name: 'different',
        before: [
          { text: 'the ', isMarked: false },
          { text: 'old', isMarked: true },
          { text: ' pier', isMarked: false },
        ],
        after: [
          { text: 'the ', isMarked: false },
          { text: 'new', isMarked: true },
          { text: ' pier', isMarked: false },
        ],
      },
      { name: 'same', lines: ['end'] },
    ]);
  });

  test('show a line that only one side has beside nothing', () => {
    expect(differenceRows('one\n', 'one\ntwo\n')).toEqual([
      { name: 'same', lines: ['one'] },
      { name: 'different', after: [{ text: 'two', isMarked: true }] },
    ]);
  });
});
