import { expect, test } from 'vitest';
import { frontMistakes } from '../../src/check/front-mistakes.ts';
import { frontSchema } from '../../src/schemas/front.ts';
import { copyOf } from './copy.ts';

const known = {
  articles: new Set<string>(),
  sections: new Set<string>(),
  authors: new Set<string>(),
  pages: new Set<string>(),
};
const copy = copyOf({
  articles: { one: { topics: ['Peace talks'] } },
  topics: { NATO: { synonyms: ['The alliance'] } },
});
const mistakesOf = (nowTopics: string[]) => {
  const data = frontSchema.parse({ nowTopics });
  const front = [
    { id: 'front', file: '/front.yaml', shown: 'front.yaml', body: '', above: 0, data },
  ];
  return frontMistakes({ ...copy, front }, known, copy);
};

test('topics of the day may have any of their names', () => {
  expect(mistakesOf(['peace  talks', 'nato', 'The Alliance'])).toEqual([]);
});

test('a topic of the day that nothing is about is a mistake', () => {
  expect(mistakesOf(['NATO', 'Peace tlaks'])).toEqual([
    {
      file: 'front.yaml',
      field: 'nowTopics.1',
      found: '"Peace tlaks", which is not among the topics',
      expected: 'a topic of a story, or one in topics.yaml',
      fix: 'Correct the name, or give the topic to a story.',
    },
  ]);
});

test('there are at most five', () => {
  expect(frontSchema.safeParse({ nowTopics: Array(6).fill('NATO') }).success).toBe(false);
});
