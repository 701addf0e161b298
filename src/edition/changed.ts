import type { Article } from './article.ts';

/** The latest of moments, ISO 8601 with offset, as it was written; of the same instant twice, the first. */
export const latest = (moments: readonly (string | undefined)[]): string | undefined =>
  moments.reduce(
    (last, moment) =>
      last === undefined || (moment !== undefined && Date.parse(moment) > Date.parse(last))
        ? moment
        : last,
    undefined,
  );

/**
 * When an article last changed: its update or its newest correction, else its publication.
 * @param moment the edition's: what an editor dated later has not happened yet
 * @returns the moment as the editor wrote it
 */
export const changedAt = (
  { published, updated, corrections = [] }: Article,
  moment: Date,
): string => {
  const changes = [updated, ...corrections.map(({ date }) => date)].filter(
    (change) => change !== undefined && Date.parse(change) <= moment.getTime(),
  );
  return latest([published, ...changes]) ?? published;
};
