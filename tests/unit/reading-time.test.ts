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
