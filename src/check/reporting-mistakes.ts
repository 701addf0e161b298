import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { Publication } from '../schemas/publication.ts';

/** Whether a paper asks something of a story: by its kind, and by the day on which it was published. */
const isAsked = (
  { kind, published }: ArticleCopy,
  asked: Publication['requireReporting'],
): boolean => {
  const from = asked[kind];
  return from === true || (from !== undefined && published.slice(0, 10) >= from);
};

const asksFor = (publication: Pick<Publication, 'requireReporting' | 'requireAi'>): boolean =>
  [publication.requireReporting, publication.requireAi].some(
    (asked) => Object.keys(asked).length > 0,
  );

/**
 * Finds the stories that do not say how they were reported, or whether AI had a part in them, where the paper asks for it.
 * A draft need not, nor what is withdrawn; what an agency reported, an agency knows.
 */
export const reportingMistakes = (
  { articles }: Pick<Copy, 'articles'>,
  publication: Pick<Publication, 'requireReporting' | 'requireAi'>,
): Mistake[] =>
  (asksFor(publication) ? articles : [])
    .filter(({ data }) => !data.draft && data.withdrawn === undefined)
    .flatMap(({ shown: file, data }): Mistake[] => {
      const { kind, reporting, source } = data;
      const needsMethod = source === undefined && isAsked(data, publication.requireReporting);
      const needsAi = isAsked(data, publication.requireAi);
      return [
        ...(needsMethod && reporting?.method === undefined
          ? [
              {
                file,
                field: 'reporting.method',
                found: 'nothing',
                expected: `how it was reported, because the paper asks that of this kind: ${kind}`,
                fix: 'Say in a few sentences how you know what the story says.',
              },
            ]
          : []),
        ...(needsAi && reporting?.ai === undefined
          ? [
              {
                file,
                field: 'reporting.ai',
                found: 'nothing',
                expected: `whether AI had a part in it, because the paper asks that of this kind: ${kind}`,
                fix: 'Write `ai: { use: none }`, or what it was used for.',
              },
            ]
          : []),
      ];
    });
