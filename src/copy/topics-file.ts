import { join } from 'node:path';
import {
  type DescribedTopics,
  describedTopicsSchema,
  describedTopicSchema,
  topicKey,
} from '../schemas/topic.ts';
import { withoutEmpty } from '../schemas/empty.ts';
import { readManuscript } from './frontmatter.ts';
import { type Mistake, mistakesOf, UnreadableError } from './mistakes.ts';
import { fileFault } from './paper-file.ts';
import { readTextFile } from './text-file.ts';

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
 * Reads the paper's descriptions of its topics, if it has any.
 * @param file the absolute path of `topics.yaml`, which need not exist
 * @param shown its path as mistakes name it
 * @param within the folders that links may lead to; left out, they may lead anywhere
 */
export const readTopics = (
  file: string,
  shown: string,
  within?: readonly string[],
): { topics: DescribedTopics; mistakes: Mistake[] } => {
  if (fileFault(file)?.kind === 'missing') return { topics: {}, mistakes: [] };
  try {
    const { fields: written } = readManuscript(shown, readTextFile(file, shown, within));
    const fields = withoutEmpty(describedTopicsSchema, written);
    const result = describedTopicsSchema.safeParse(fields);
    if (result.success) return { topics: result.data, mistakes: clashes(shown, result.data) };
    const known = Object.keys(describedTopicSchema.shape);
    return { topics: {}, mistakes: mistakesOf(shown, result.error.issues, fields, known) };
  } catch (error) {
    if (error instanceof UnreadableError) return { topics: {}, mistakes: [error.mistake] };
    throw error;
  }
};
