import { expect, test } from 'vitest';
import { readingMinutes } from '../../src/edition/reading-time.ts';

const words = (count: number): string => 'word '.repeat(count);

test.each([
  [0, 1],
  [1, 1],
  [230, 1],
  [344, 1],
  [345, 2],
  [690, 3],
])('%i words take %i min', (count, minutes) => {
  expect(readingMinutes(words(count), 'en')).toBe(minutes);
});

test('Markdown syntax does not count as words', () => {
  expect(readingMinutes('**- # > _'.repeat(500), 'en')).toBe(1);
});

test.each([
  ['zh', '今天的新闻很重要。'],
  ['ja', '今日のニュースは重要です。'],
  ['th', 'ข่าววันนี้สำคัญมาก'],
])('a long text in %s takes a long time, although it has no spaces', (language, sentence) => {
  expect(readingMinutes(sentence.repeat(200), language)).toBeGreaterThan(2);
});

test.each([
  'The mayor’s plan, which cost €3,400 (or so), is “ready”—at last! See https://a.example/b?c=d and e-mail x@y.example.',
  'Кам’янець-Подільський: 3,5 млн грн; об’єднання громад.',
  'قال الوزير: «المدينة» مفتوحة، و3.14 في المئة.',
])(
  'words are counted as readers of the language see them, whatever stands around them: %s',
  (text) => {
    const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(text)];
    const words = segments.filter(({ isWordLike }) => isWordLike).length;
    // So often that one word more or less in each would be minutes.
    expect(readingMinutes(`${text} `.repeat(2300), 'en')).toBe(words * 10);
  },
);
