import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { isPublic } from '../../src/edition/public.ts';
import { calendarFor } from '../../src/language/dates.ts';
import { editionOf, ids, story } from './stories.ts';

/** Machines at a half-hour offset, on the other side of noon, and where it is already tomorrow. */
const machines: [timeZone: string, offsetInMinutes: number][] = [
  ['UTC', 0],
  ['America/St_Johns', 210],
  ['Pacific/Kiritimati', -840],
  ['Europe/Kyiv', -120],
];

const moment = new Date('2025-02-13T22:30:00Z');

describe.each(machines)('on a machine in %s', (timeZone, offset) => {
  beforeEach(() => {
    vi.stubEnv('TZ', timeZone);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('the machine’s time zone takes effect', () => {
    expect(moment.getTimezoneOffset()).toBe(offset);
  });

  test('a day is the day in the paper’s time zone', () => {
    expect(calendarFor('en-GB', 'Europe/Kyiv').day(moment)).toBe('14 February 2025');
    expect(calendarFor('en-GB', 'UTC').day(moment)).toBe('13 February 2025');
  });

  test('the front page gives the weekday and time of its edition in the paper’s time zone', () => {
    const { longDay, time } = calendarFor('en-GB', 'Europe/Kyiv');
    expect(longDay(moment)).toBe('Friday, 14 February 2025');
    expect(time(moment)).toBe('00:30');
  });

  test('a byline’s time is in the paper’s time zone, which it names', () => {
    const { minute } = calendarFor('en-GB', 'Europe/Kyiv');
    expect(minute(moment)).toBe('14 February 2025 at 00:30 EET');
    expect(minute(new Date('2025-07-01T09:05:00Z'))).toBe('1 July 2025 at 12:05 EEST');
  });

  test('an address uses the date as written by the editor', () => {
    const { article } = createAddresses('https://x.example', '/', '/{yyyy}/{mm}/{dd}/{slug}/');
    const at = (published: string) => article({ id: 'a', section: 's', published });
    expect(at('2025-01-01T00:10:00+14:00')).toBe('/2025/01/01/a/');
    expect(at('2024-12-31T23:50:00-09:30')).toBe('/2024/12/31/a/');
  });

  test('a story belongs to the month as written by the editor', () => {
    const edition = editionOf([story('a', { published: '2025-01-01T00:10:00+14:00' })]);
    expect(ids(edition.inMonth('2025-01'))).toEqual(['a']);
  });

  test('whether a story is published depends on its offset alone', () => {
    const published = '2025-02-14T00:30:00+02:00';
    expect(isPublic({ published, draft: false }, moment)).toBe(true);
    expect(isPublic({ published, draft: false }, new Date(moment.getTime() - 1))).toBe(false);
  });
});

describe('in the paper’s language', () => {
  test.each([
    ['en-GB', '14 February 2025', '16,985'],
    ['en-US', 'February 14, 2025', '16,985'],
    ['ar-EG', '١٤ فبراير ٢٠٢٥', '١٦٬٩٨٥'],
  ])('%s: %s and %s', (language, day, number) => {
    const calendar = calendarFor(language, 'Europe/Kyiv');
    expect(calendar.day(moment)).toBe(day);
    expect(calendar.number(16985)).toBe(number);
  });

  test('names are joined as in a sentence', () => {
    const { listGaps } = calendarFor('en-GB', 'UTC');
    expect(listGaps(1)).toEqual([]);
    expect(listGaps(2)).toEqual([' and ']);
    expect(listGaps(3)).toEqual([', ', ' and ']);
    expect(calendarFor('ar', 'UTC').listGaps(2)).toEqual([' و']);
  });
});

test('machine-readable dates follow ISO 8601, in the paper’s time zone', () => {
  const late = new Date('2025-02-13T22:30:00Z');
  expect(calendarFor('ar-EG', 'Europe/Kyiv').isoDay(late)).toBe('2025-02-14');
  expect(calendarFor('en-US', 'America/New_York').isoDay(late)).toBe('2025-02-13');
});
