import type { Article } from './article.ts';
import { changeNotesOf } from './change-notes.ts';

/** The latest of these moments (ISO 8601 with offset), as it was written; of equal instants, the first. */
export const latest = (moments: readonly (string | undefined)[]): string | undefined => {
  let last: string | undefined;
  let lastTime = -Infinity;
  for (const moment of moments) {
    if (moment === undefined || moment === last) continue;
    const time = Date.parse(moment);
    if (last === undefined || time > lastTime) [last, lastTime] = [moment, time];
  }
  return last;
};

/**
 * When an article last changed: its update or the newest note on a change, else its publication.
 * @param moment the edition's: later changes do not count yet
 * @returns the moment as the editor wrote it
 */
export const changedAt = (story: Article, moment: Date): string => {
  // Not taken apart into fields and the rest, which would read the body of every story of an archive.
  const { published, updated } = story;
  const notes = changeNotesOf(story);
  // Most stories of an archive never changed.
  if (updated === undefined && notes.length === 0) return published;
  const changes = [updated, ...notes.map(({ date }) => date)].filter(
    (change) => change !== undefined && Date.parse(change) <= moment.getTime(),
  );
  return latest([published, ...changes]) ?? published;
};
