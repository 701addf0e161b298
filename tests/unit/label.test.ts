import { expect, test } from 'vitest';
import { labelOf } from '../../src/edition/label.ts';
import { wordsFor } from '../../src/language/words.ts';

const { kinds } = wordsFor('en-GB');

test('plain news has no label', () => {
  expect(labelOf({ kind: 'news' }, kinds)).toBeUndefined();
});

test('a kicker is a label of its own', () => {
  expect(labelOf({ kind: 'news', kicker: 'Peace talks' }, kinds)).toBe('Peace talks');
});

test('a kicker never hides that a story is an opinion, or that somebody paid for it', () => {
  expect(labelOf({ kind: 'opinion', kicker: 'Peace talks' }, kinds)).toBe('Opinion · Peace talks');
  expect(labelOf({ kind: 'sponsored', kicker: 'Homes' }, kinds)).toBe('Sponsored · Homes');
});

test('a kicker that says the same as the kind is not said twice', () => {
  expect(labelOf({ kind: 'analysis', kicker: 'Analysis' }, kinds)).toBe('Analysis');
});
