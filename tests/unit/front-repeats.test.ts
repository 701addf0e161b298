import { describe, expect, test } from 'vitest';
import { frontMistakes, frontRepeats } from '../../src/check/front-mistakes.ts';
import { copyOf } from './copy.ts';
import { type FrontLayout, frontSchema } from '../../src/schemas/front.ts';

const warned = (layout: FrontLayout) => {
  const data = frontSchema.parse(layout);
  const entry = { id: 'front', file: '/front.yaml', shown: 'front.yaml', body: '', above: 0, data };
  return frontRepeats({ front: [entry] }).map(({ field, found }) => [field, found]);
};

describe('a layout of the front page', () => {
  test('may name each story once', () => {
    expect(
      warned({ lead: 'a', secondaries: ['b', 'c', 'd'], leadRelated: ['d', 'e'], strip: ['e'] }),
    ).toEqual([]);
  });

  test('gets a warning for a story that a place further up names already', () => {
    expect(warned({ lead: 'a', secondaries: ['b', 'a'], strip: ['c', 'b', 'c'] })).toEqual([
      ['secondaries.1', '"a", which `lead` names already'],
      ['strip.1', '"b", which `secondaries.0` names already'],
      ['strip.2', '"c", which `strip.0` names already'],
    ]);
  });

  test('gets one for the live story, which stands above all others', () => {
    expect(warned({ live: 'a', lead: 'a', leadRelated: ['a'] })).toEqual([
      ['lead', '"a", which `live` names already'],
      ['leadRelated.0', '"a", which `live` names already'],
    ]);
  });

  test('gets one for a link under the lead to what stands in the same row', () => {
    expect(warned({ lead: 'a', secondaries: ['b'], leadRelated: ['b', 'a'] })).toEqual([
      ['leadRelated.0', '"b", which `secondaries.0` names already'],
      ['leadRelated.1', '"a", which `lead` names already'],
    ]);
  });

  test('gets one for a topic of the day that is named twice, however it is written', () => {
    expect(warned({ nowTopics: ['Shipping', 'NATO', 'shipping'] })).toEqual([
      ['nowTopics.2', '"shipping", which `nowTopics.0` names already'],
    ]);
  });
});

test('a story that is not live cannot be named as the live one', () => {
  const whole = copyOf({ articles: { flood: { kind: 'live', state: 'paused' }, mill: {} } });
  const known = { articles: new Set(['flood', 'mill']) } as unknown as Parameters<
    typeof frontMistakes
  >[1];
  const foundFor = (live: string) => {
    const data = frontSchema.parse({ live });
    const front = [
      { id: 'front', file: '/front.yaml', shown: 'front.yaml', body: '', above: 0, data },
    ];
    return frontMistakes({ ...whole, front }, known, whole).map(({ found }) => found);
  };
  expect(foundFor('flood')).toEqual([]);
  expect(foundFor('mill')).toEqual(['"mill", which is no live story']);
  expect(foundFor('mil')).toEqual(['"mil", which is not among the articles']);
});
