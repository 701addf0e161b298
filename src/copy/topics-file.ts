import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DescribedTopics,
  describedTopicsSchema,
  describedTopicSchema,
  topicKey,
} from '../schemas/topic.ts';
import { readManuscript, UnreadableError } from './frontmatter.ts';
import { type Mistake, mistakesOf } from './mistakes.ts';

/** Where the paper describes its topics. */
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
        found: `"${name}", which ${first === owner ? 'this topic is called already' : `leads to ${first} already`}`,
        expected: 'a name that leads to one topic',
        fix: 'Remove it here or there.',
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
 * Reads what the paper says of its topics; a paper need not say anything.
 * @param file the absolute path of `topics.yaml`, whether it is there or not
 * @param shown its path as mistakes name it
 */
export const readTopics = (
  file: string,
  shown: string,
): { topics: DescribedTopics; mistakes: Mistake[] } => {
  if (!existsSync(file)) return { topics: {}, mistakes: [] };
  try {
    const { fields } = readManuscript(shown, readFileSync(file, 'utf8'));
    const result = describedTopicsSchema.safeParse(fields);
    if (result.success) return { topics: result.data, mistakes: clashes(shown, result.data) };
    const known = Object.keys(describedTopicSchema.shape);
    return { topics: {}, mistakes: mistakesOf(shown, result.error.issues, fields, known) };
  } catch (error) {
    if (error instanceof UnreadableError) return { topics: {}, mistakes: [error.mistake] };
    throw error;
  }
};
