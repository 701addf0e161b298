import type { Mistake } from '../copy/mistakes.ts';
import type { Entry } from '../copy/read-entry.ts';
import { changeNotesOf } from '../edition/change-notes.ts';
import type { ChangedStory, PaperRecord } from '../record/read-record.ts';
import { isSubstantial, lossesOf, type Substance, substantialShare } from '../record/substance.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import { traitsOf } from '../schemas/kinds.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Findings } from './check-copy.ts';

/** So many stories are named in warnings: a paper that begins its record late may have hundreds. */
const mostNamed = 20;
const mostWords = 4;

const moment = (at: number): string => new Date(at).toISOString().replace('.000', '');

const listed = (words: readonly string[]): string => {
  const more = words.length - mostWords;
  const shown = words.slice(0, mostWords).map((word) => `“${word}”`);
  return `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

const exchanged = (what: string, [gone, come]: [string[], string[]]): string[] => {
  if (gone.length + come.length === 0) return [];
  if (gone.length === 0) return [`${what} added: ${listed(come)}`];
  if (come.length === 0) return [`${what} removed: ${listed(gone)}`];
  return [`${what} ${listed(gone)} became ${listed(come)}`];
};

const inWords = ({ share, numbers, names }: Substance): string =>
  [
    ...exchanged('numbers', numbers),
    ...exchanged('names in quotations', names),
    ...(share > substantialShare ? [`${String(Math.round(share * 100))}% of its words`] : []),
  ].join('; ');

/**
 * The changes of substance of a story that no note speaks of. A note belongs to a change if it is dated after the version
 * before and not after the version that follows.
 */
const unexplained = (
  { shown, data }: Entry<ArticleCopy>,
  { versions, substances }: ChangedStory,
): Mistake[] => {
  const notes = changeNotesOf(data).map(({ date }) => Date.parse(date));
  const grows = traitsOf(data.kind).contents === 'entries';
  return substances.flatMap((found, n): Mistake[] => {
    const substance = grows ? lossesOf(found) : found;
    const [before, now, next] = [versions[n], versions[n + 1], versions[n + 2]];
    if (!before || !now || !isSubstantial(substance)) return [];
    const until = next?.at ?? Infinity;
    if (notes.some((date) => date > before.at && date <= until)) return [];
    return [
      {
        file: shown,
        field: 'changeNotes',
        found: `a change of substance on ${moment(now.at)}, without a note: ${inWords(substance)}`,
        expected: `a note dated ${moment(now.at)}`,
        fix: 'Say in `changeNotes` what was changed and why, or under `corrections` if it was wrong.',
      },
    ];
  });
};

/**
 * Finds the changes after publication that readers are not told of.
 * @param publicationFile as mistakes name it
 */
export const changeMistakes = (
  articles: readonly Entry<ArticleCopy>[],
  { changed, faults }: PaperRecord,
  { strictChanges }: Pick<Publication, 'strictChanges'>,
  publicationFile: string,
): Findings => {
  const found = articles.map((article) => {
    const story = changed.get(article.id);
    return story ? unexplained(article, story) : [];
  });
  const withoutRecord = faults.map((fault) => ({
    file: publicationFile,
    field: 'record',
    ...fault,
  }));
  if (strictChanges) return { mistakes: found.flat(), warnings: withoutRecord };
  const stories = found.filter((mistakes) => mistakes.length > 0);
  const more = stories.length - mostNamed;
  return {
    mistakes: [],
    warnings: [
      ...withoutRecord,
      ...stories.slice(0, mostNamed).flat(),
      ...(more > 0
        ? [
            {
              file: publicationFile,
              field: 'strictChanges',
              found: `${String(more)} more stories with changes of substance and without notes`,
              expected: 'a note on each',
              fix: 'See to those above first. With `strictChanges: true`, all are listed, and stop the build.',
            },
          ]
        : []),
    ],
  };
};
