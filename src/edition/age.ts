import { traitsOf } from '../schemas/kinds.ts';
import type { Article } from './article.ts';

/** Whole years between two moments, as the calendar (UTC) counts them; what is exactly a year old is not more. */
const yearsBetween = (from: Date, to: Date): number => {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const anniversary = new Date(from);
  anniversary.setUTCFullYear(from.getUTCFullYear() + years);
  return anniversary < to ? years : years - 1;
};

/**
 * How many years a story is older than, if readers must be told: it is of a kind that ages, its editor does not object,
 * and neither its publication nor its update is less than a year old. A correction makes no story newer.
 * @param moment the edition's: a later update does not count yet
 * @returns undefined for a story that needs no notice
 */
export const yearsToTell = (
  {
    kind,
    published,
    updated = published,
    ageNotice = true,
  }: Pick<Article, 'kind' | 'published' | 'updated' | 'ageNotice'>,
  moment: Date,
): number | undefined => {
  if (!traitsOf(kind).ages || !ageNotice) return undefined;
  const last = Date.parse(updated) > moment.getTime() ? published : updated;
  const years = yearsBetween(new Date(last), moment);
  return years >= 1 ? years : undefined;
};
