import type { Thread } from '../comments/threads.ts';
import type { FormerAddresses } from '../decisions/former.ts';
import type { Plan } from '../decisions/plan.ts';
import type { Survey } from '../decisions/survey.ts';
import type { EntryLine, Note, Report } from './report.ts';

/** Everything that the report is made from. */
interface Material {
  survey: Survey;
  plan: Plan;
  former: FormerAddresses;
  /** The lines of written entries, by id. */
  lines: ReadonlyMap<string, EntryLine>;
  threads: readonly Thread[];
  notes: readonly Note[];
  dryRun: boolean;
}

const count = (lines: readonly EntryLine[], result: EntryLine['result']): number =>
  lines.filter((line) => line.result === result).length;

const faultNotes = ({ faults }: Survey): Note[] =>
  faults.map(({ file, line, column, found, repaired }) => ({
    weight: repaired ? 'know' : 'lost',
    what: repaired ? 'Repaired in the export' : 'Could not be read in the export',
    found: [file, line, column].filter((part) => part !== undefined).join(':') + ` ${found}`,
  }));

/** What the old site suggests for publication.ts. */
const suggestions = (
  { title, description, language }: Survey,
  plan: Plan,
): Report['publication'] => ({
  ...(title === undefined ? {} : { name: title.slice(0, 60) }),
  ...(description === undefined ? {} : { tagline: description.slice(0, 160) }),
  ...(language === undefined ? {} : { language }),
  timeZone: plan.zone,
  ...(plan.permalink === undefined
    ? {}
    : plan.permalink.endsWith('/')
      ? { permalink: plan.permalink }
      : { formerPermalinks: [plan.permalink] }),
});

/** Puts the report together: what became of every entry, what was lost, what an editor should look at. */
export const makeReport = ({
  survey,
  plan,
  former,
  lines,
  threads,
  notes,
  dryRun,
}: Material): Report => {
  const entries = survey.entries.flatMap(({ id, kindOfEntry }): EntryLine[] => {
    const line = lines.get(id);
    if (line) return [line];
    const why = plan.heldBack.get(id);
    return why === undefined
      ? []
      : [{ id, type: kindOfEntry, result: 'held back', why, notes: [] }];
  });
  const comments = threads.reduce((sum, thread) => sum + thread.comments.length, 0);
  const rest = [...survey.rest].map(([what, number]): Note => ({
    weight: 'know',
    what: 'Not part of a paper, so not brought',
    found: `${what}: ${String(number)}`,
  }));
  const disputed = former.disputed.map(({ path, entry }): Note => ({
    weight: 'know',
    what: 'An old address that two entries claim leads to the other one',
    found: `${path} (${entry})`,
  }));
  const renamed = plan.authors.renamed.map((found): Note => ({
    weight: 'look',
    what: 'An author without a name that can be printed',
    found,
  }));
  return {
    source: survey.name,
    dryRun,
    counts: {
      stories: count(entries, 'story'),
      pages: count(entries, 'page'),
      drafts: count(entries, 'draft'),
      'held back': count(entries, 'held back'),
      sections: plan.sections.sections.length,
      authors: plan.authors.authors.length,
      topics: new Set(plan.topics.values()).size,
      comments,
      'old addresses':
        [...former.ofEntry.values()].reduce((sum, paths) => sum + paths.length, 0) +
        former.redirects.size,
    },
    publication: suggestions(survey, plan),
    entries,
    notes: [...notes, ...faultNotes(survey), ...renamed, ...disputed, ...rest],
  };
};
