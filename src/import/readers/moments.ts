import type { SourceMoment } from '../model.ts';

const day = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/;

/**
 * A moment of a database, `2024-03-15 09:30:00`, as ISO 8601 without an offset.
 * @returns undefined for zero dates and for what is no date
 */
export const databaseMoment = (value: string | undefined): string | undefined => {
  const match = day.exec(value?.trim() ?? '');
  if (match === null) return undefined;
  const [, year = '', month = '', date = '', hour = '00', minute = '00', second = '00'] = match;
  const text = `${year}-${month}-${date}T${hour}:${minute}:${second}`;
  if (year === '0000') return undefined;
  const moment = new Date(`${text}Z`);
  // A day that the month does not have would become one of the next month.
  return Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(text)
    ? undefined
    : text;
};

/** Any moment that names its offset (ISO 8601, RFC 822), in UTC; undefined if it cannot be read or has no offset. */
export const utcMoment = (value: string | undefined): string | undefined => {
  const text = value?.trim() ?? '';
  if (!/(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC?|[ECMP][SD]T))$/i.test(text)) return undefined;
  const moment = new Date(text);
  const isSane = !Number.isNaN(moment.getTime()) && moment.getUTCFullYear() > 0;
  return isSane ? moment.toISOString().replace(/\.\d+Z$/, 'Z') : undefined;
};

/** A moment from its two halves; undefined if there is neither. */
export const momentFrom = (
  local: string | undefined,
  utc: string | undefined,
): SourceMoment | undefined =>
  local === undefined && utc === undefined ? undefined : { local, utc };

/**
 * Any moment that names its offset, with local time if the offset says something about the site: programs write UTC
 * wherever they are.
 */
export const offsetMoment = (value: string | undefined): SourceMoment | undefined => {
  const utc = utcMoment(value);
  if (utc === undefined) return undefined;
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(value?.trim() ?? '') ?? [];
  const offset = Number(`${sign ?? '+'}${Number(hours ?? 0) * 60 + Number(minutes ?? 0)}`);
  if (offset === 0) return { utc };
  const local = new Date(Date.parse(utc) + offset * 60_000).toISOString().slice(0, 19);
  return { local, utc };
};
