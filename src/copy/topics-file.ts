import { join } from 'node:path';
import {
  type DescribedTopics,
  describedTopicsSchema,
  describedTopicSchema,
  topicKey,
} from '../schemas/topic.ts';
import { readDescribed } from './described-file.ts';
import type { Mistake } from './mistakes.ts';

/** The path of the file that describes the paper's topics. */
export const topicsFile = (contentDir: string): string => join(contentDir, 'topics.yaml');

const clashes = (file: string, topics: DescribedTopics): Mistake[] => {
  const owners = new Map<string, string>();
  const claim = (field: string, name: string, owner: string): Mistake[] => {
    const first = owners.get(topicKey(name));
    if (first === undefined) {
      owners.set(topicKey(name), owner);
      return [];
    }
    return [
      {
        file,
        field,
        found: `"${name}", which ${first === owner ? 'this topic already has' : `already leads to ${first}`}`,
        expected: 'a name that leads to one topic only',
        fix: 'Remove it from one of the two.',
      },
    ];
  };
  return [
    ...Object.keys(topics).flatMap((name) => claim(name, name, name)),
    ...Object.entries(topics).flatMap(([name, { synonyms }]) =>
      synonyms.flatMap((synonym, n) => claim(`${name}.synonyms.${String(n)}`, synonym, name)),
    ),
  ];
};

/**
 * What the text of `topics.yaml` says.
 * @param shown its path as mistakes name it
 */
export const topicsIn = (
  shown: string,
  text: string,
): { topics: DescribedTopics; mistakes: Mistake[] } => {
  const known = Object.keys(describedTopicSchema.shape);
  const { data, mistakes } = readDescribed(shown, text, describedTopicsSchema, known);
  return { topics: data ?? {}, mistakes: data ? clashes(shown, data) : mistakes };
};
