import { shown, type Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { topicKey } from '../schemas/topic.ts';
import { type Known, unknownName } from './known-names.ts';

/** The keys of all names that a topic has in the copy. */
const topicKeys = ({ articles, topics }: Pick<Copy, 'articles' | 'topics'>): Set<string> =>
  new Set(
    [
      ...articles.flatMap(({ data }) => data.topics),
      ...Object.entries(topics).flatMap(([name, { synonyms }]) => [name, ...synonyms]),
    ].map(topicKey),
  );

/** Finds topics of the day that no story is about and `topics.yaml` does not name. */
const topicMistakes = (file: string, names: readonly string[], copy: Copy): Mistake[] => {
  if (names.length === 0) return [];
  const known = topicKeys(copy);
  return names.flatMap((name, n) =>
    known.has(topicKey(name))
      ? []
      : [
          {
            file,
            field: `nowTopics.${String(n)}`,
            found: `${shown(name)}, which is not among the topics`,
            expected: 'a topic of a story, or one in topics.yaml',
            fix: 'Correct the name, or give the topic to a story.',
          },
        ],
  );
};

/**
 * Finds articles, sections and topics named in the layout of the front page that the paper does not have.
 * @param whole the whole copy, whose topics may be named; without it, no topic is looked for
 */
export const frontMistakes = ({ front }: Copy, known: Known, whole?: Copy): Mistake[] =>
  front.flatMap(({ shown: file, data }) => [
    ...(data.lead ? unknownName(file, 'lead', data.lead, 'articles', known) : []),
    ...(['secondaries', 'leadRelated', 'strip'] as const).flatMap((field) =>
      (data[field] ?? []).flatMap((id, n) =>
        unknownName(file, `${field}.${String(n)}`, id, 'articles', known),
      ),
    ),
    ...(whole ? topicMistakes(file, data.nowTopics ?? [], whole) : []),
    ...(data.blocks ?? []).flatMap(({ section }, n) =>
      section ? unknownName(file, `blocks.${String(n)}.section`, section, 'sections', known) : [],
    ),
  ]);
