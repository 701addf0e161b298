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

/** Finds a story that is named as the live one, and is none. */
const notLive = (file: string, name: string, { articles }: Pick<Copy, 'articles'>): Mistake[] => {
  const story = articles.find(({ id }) => id === name);
  return !story || story.data.state !== undefined
    ? []
    : [
        {
          file,
          field: 'live',
          found: `${shown(name)}, which is no live story`,
          expected: 'a story of `kind: live`',
          fix: 'Correct the name, or remove `live`.',
        },
      ];
};

/** Warns of each name that stands in an earlier place too. */
const repeats = (file: string, places: readonly { field: string; name: string }[]): Mistake[] =>
  places.flatMap(({ field, name }, n) => {
    const first = places.slice(0, n).find((before) => before.name === name);
    return first
      ? [
          {
            file,
            field,
            found: `${shown(name)}, which \`${first.field}\` names already`,
            expected: 'each of them once: only the first place shows it',
            fix: 'Remove one of the two.',
          },
        ]
      : [];
  });

/**
 * Finds articles, sections and topics named in the layout of the front page that the paper does not have.
 * @param whole the whole copy, whose topics may be named; without it, no topic is looked for
 */
export const frontMistakes = ({ front }: Copy, known: Known, whole?: Copy): Mistake[] =>
  front.flatMap(({ shown: file, data }) => [
    ...(data.live ? unknownName(file, 'live', data.live, 'articles', known) : []),
    ...(whole && data.live ? notLive(file, data.live, whole) : []),
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

/** Warns of stories and topics that the layout names more than once: each is shown once, in the first of its places. */
export const frontRepeats = ({ front }: Pick<Copy, 'front'>): Mistake[] =>
  front.flatMap(({ shown: file, data }) => {
    const list = (field: 'secondaries' | 'strip' | 'leadRelated') =>
      (data[field] ?? []).map((name, n) => ({ field: `${field}.${String(n)}`, name }));
    const live = data.live === undefined ? [] : [{ field: 'live', name: data.live }];
    const lead = data.lead === undefined ? [] : [{ field: 'lead', name: data.lead }];
    const topics = (data.nowTopics ?? []).map((name, n) => ({
      field: `nowTopics.${String(n)}`,
      name: topicKey(name),
    }));
    return [
      ...repeats(file, [...live, ...lead, ...list('secondaries'), ...list('strip')]),
      ...repeats(file, [
        ...live,
        ...lead,
        ...list('secondaries').slice(0, 2),
        ...list('leadRelated'),
      ]).filter(({ field }) => field?.startsWith('leadRelated')),
      ...repeats(file, topics),
    ];
  });
