import type { WrittenEntry } from '../copy/entry-faults.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import type { Scope } from '../edition/public.ts';
import { traitsOf } from '../schemas/kinds.ts';
import type { FactFinder } from './body-facts.ts';

const early = (entries: readonly WrittenEntry[], { moment }: Pick<Scope, 'moment'>) =>
  entries.filter((entry) => Date.parse(entry.moment) > moment.getTime());

/**
 * Finds what is wrong with the entries of live stories; drafts may have none, and what is withdrawn has none. What is
 * over has no entry that is still to come. While coverage runs, such an entry is only a warning: the clocks of two
 * machines differ.
 */
export const liveMistakes = (
  { articles }: Copy,
  scope: Pick<Scope, 'moment'>,
  factsOf: FactFinder['of'],
): { mistakes: Mistake[]; warnings: Mistake[] } => {
  const found = articles
    .filter(
      ({ data }) =>
        traitsOf(data.kind).contents === 'entries' && !data.draft && data.withdrawn === undefined,
    )
    .map((story) => {
      const { shown: file } = story;
      const { state } = story.data;
      const { entryFaults = [], entries = [] } = factsOf(story).live ?? {};
      const isOver = state === 'over';
      const faults = entryFaults.map((fault) => ({ file, field: 'body', ...fault }));
      const future = early(entries, scope).map(({ text }) => ({
        file,
        field: isOver ? 'state' : 'body',
        found: isOver
          ? `over, while the entry "${text}" is still to come`
          : `"${text}", which is still to come`,
        expected: isOver ? 'live or paused until the last entry' : 'an entry that has happened',
        fix: 'Correct the time of the entry, and its offset' + (isOver ? ', or `state`.' : '.'),
      }));
      return isOver
        ? { mistakes: [...faults, ...future], warnings: [] }
        : { mistakes: faults, warnings: future };
    });
  return {
    mistakes: found.flatMap(({ mistakes }) => mistakes),
    warnings: found.flatMap(({ warnings }) => warnings),
  };
};
