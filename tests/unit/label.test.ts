import { expect, test } from 'vitest';
import { labelOf } from '../../src/edition/label.ts';
import { wordsFor } from '../../src/language/words.ts';

const words = wordsFor('en-GB');

test('plain news has no label', () => {
  expect(labelOf({ kind: 'news' }, words)).toBeUndefined();
});

test('a kicker is a label of its own', () => {
  expect(labelOf({ kind: 'news', kicker: 'Peace talks' }, words)).toBe('Peace talks');
});

test('a kicker never hides that a story is an opinion, or that somebody paid for it', () => {
  expect(labelOf({ kind: 'opinion', kicker: 'Peace talks' }, words)).toBe('Opinion · Peace talks');
  expect(labelOf({ kind: 'sponsored', kicker: 'Homes' }, words)).toBe('Sponsored · Homes');
});

test('a kicker that says the same as the kind is not said twice', () => {
  expect(labelOf({ kind: 'analysis', kicker: 'Analysis' }, words)).toBe('Analysis');
});

test.each([
  ['live', 'Live · Peace talks'],
  ['paused', 'Coverage paused · Peace talks'],
  ['over', 'Coverage ended · Peace talks'],
] as const)('a live story that is %s says so', (state, label) => {
  expect(labelOf({ kind: 'live', state, kicker: 'Peace talks' }, words)).toBe(label);
});
