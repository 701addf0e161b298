import { expect, test } from 'vitest';
import { cutOut } from '../../src/search/browser/cut-out.ts';

const text =
  'The ferries stay in. Nobody knows,\nsays the master, until when: “Not before May.” So it is';

test.each([
  ['The ferries stay in.', 'The ferries stay in.'],
  ['<mark>ferries</mark> stay in. Nobody knows,', '…<mark>ferries</mark> stay in. Nobody knows…'],
  ['Nobody knows, says', 'Nobody knows, says…'],
  ['until when: “Not before <mark>May.”</mark>', '…until when: “Not before <mark>May.”</mark>'],
  ['So <mark>it</mark> is', 'So <mark>it</mark> is'],
])('an excerpt shows where it breaks off within a sentence: %s', (excerpt, expected) => {
  expect(cutOut(excerpt, text)).toBe(expected);
});

test('an excerpt with a word that was marked for the index, and one in Arabic', () => {
  expect(cutOut('Moscow said', 'Kyiv–\u2060 Moscow said no.')).toBe('…Moscow said…');
  expect(cutOut('وصلت الحافلة', 'متى؟ وصلت الحافلة')).toBe('وصلت الحافلة');
});
