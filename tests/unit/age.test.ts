import { describe, expect, test } from 'vitest';
import { yearsToTell } from '../../src/edition/age.ts';
import { ageSentences } from '../../src/language/age.ts';
import { wordsFor } from '../../src/language/words.ts';
import { story } from './stories.ts';

const now = new Date('2025-03-01T08:00:00Z');
const told = (rest: Parameters<typeof story>[1]) => yearsToTell(story('a', rest), now);

describe('readers are told how old a story is', () => {
  test('once it is more than a year old, in whole years', () => {
    expect(told({ published: '2024-03-01T08:00:00Z' })).toBeUndefined();
    expect(told({ published: '2024-03-01T07:59:59Z' })).toBe(1);
    expect(told({ published: '2022-03-01T08:00:01Z' })).toBe(2);
    expect(told({ published: '2022-03-01T07:00:00Z' })).toBe(3);
  });

  test('from the 28th on, if it came out on a 29th of February', () => {
    const leap = { published: '2024-02-29T08:00:00Z' };
    expect(yearsToTell(story('a', leap), new Date('2025-02-28T09:00:00Z'))).toBeUndefined();
    expect(yearsToTell(story('a', leap), new Date('2025-03-01T09:00:00Z'))).toBe(1);
  });

  test('counting from its update, but not from one that is still to come', () => {
    const published = '2022-02-01T08:00:00Z';
    expect(told({ published, updated: '2024-12-01T08:00:00Z' })).toBeUndefined();
    expect(told({ published, updated: '2025-12-01T08:00:00Z' })).toBe(3);
  });

  test('unless its editor does not want it, or its kind does not age', () => {
    const published = '2022-02-01T08:00:00Z';
    expect(told({ published, ageNotice: false })).toBeUndefined();
    expect(told({ published, kind: 'explainer' })).toBeUndefined();
    expect(told({ published, kind: 'sponsored' })).toBeUndefined();
    for (const kind of ['news', 'analysis', 'live', 'opinion'] as const) {
      expect(told({ published, kind }), kind).toBe(3);
    }
  });
});

test.each([
  ['en-GB', 1, 'This story is more than a year old'],
  ['en-GB', 2, 'This story is more than 2 years old'],
  ['fr', 1, 'Cet article a plus d’un an'],
  ['fr', 3, 'Cet article a plus de 3 ans'],
  ['uk', 1, 'Цьому матеріалу понад рік'],
  ['uk', 3, 'Цьому матеріалу понад 3 роки'],
  ['uk', 5, 'Цьому матеріалу понад 5 років'],
  ['uk', 21, 'Цьому матеріалу понад 21 рік'],
  ['ar', 1, 'مضى على هذه المادة أكثر من عام'],
  ['ar', 2, 'مضى على هذه المادة أكثر من عامين'],
  ['ar', 3, 'مضى على هذه المادة أكثر من 3 أعوام'],
  ['ar', 11, 'مضى على هذه المادة أكثر من 11 عامًا'],
])('in %s, %i years are said in the right plural', (language, years, sentence) => {
  expect(ageSentences(wordsFor(language), language)(years)).toBe(sentence);
});
