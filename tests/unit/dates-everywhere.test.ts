import { describe, expect, test } from 'vitest';
import { almanacFor } from '../../src/language/almanac.ts';
import { calendarFor } from '../../src/language/dates.ts';
import { languages } from '../../src/language/names.ts';
import { wordsFor } from '../../src/language/words.ts';
import { moment } from '../../src/schemas/values.ts';

const tags = [...languages, 'en-GB', 'en-US', 'fr-CA', 'fr-CH', 'uk-UA', 'ar-EG', 'ar-SA', 'ar-MA'];

/** Moments, and the local date and time that clocks in an odd time zone showed. */
const clocks: [timeZone: string, utc: string, day: string, time: string][] = [
  // Samoa crossed the date line: it had no 30 December 2011.
  ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29', '23:59'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31', '00:00'],
  ['Asia/Kathmandu', '2025-02-13T18:15:00Z', '2025-02-14', '00:00'],
  ['Asia/Kathmandu', '2025-02-13T18:14:00Z', '2025-02-13', '23:59'],
  ['America/St_Johns', '2025-02-14T03:29:00Z', '2025-02-13', '23:59'],
  ['America/St_Johns', '2025-07-14T02:30:00Z', '2025-07-14', '00:00'],
  ['Pacific/Chatham', '2025-02-13T10:15:00Z', '2025-02-14', '00:00'],
  ['Australia/Eucla', '2025-02-13T15:15:00Z', '2025-02-14', '00:00'],
  // Summer time is half an hour: 01:30 to 02:00 comes twice, and 02:00 to 02:30 not at all.
  ['Australia/Lord_Howe', '2025-04-05T14:45:00Z', '2025-04-06', '01:45'],
  ['Australia/Lord_Howe', '2025-04-05T15:15:00Z', '2025-04-06', '01:45'],
  ['Australia/Lord_Howe', '2025-10-04T15:29:00Z', '2025-10-05', '01:59'],
  ['Australia/Lord_Howe', '2025-10-04T15:30:00Z', '2025-10-05', '02:30'],
  // The hour from 03:00 does not exist in Kyiv; an editor who writes it with an offset means a moment all the same.
  ['Europe/Kyiv', '2025-03-30T02:59:00+02:00', '2025-03-30', '02:59'],
  ['Europe/Kyiv', '2025-03-30T03:30:00+02:00', '2025-03-30', '04:30'],
  ['Africa/Monrovia', '1970-01-01T00:44:30Z', '1970-01-01', '00:00'],
];

describe.each(tags)('in %s', (tag) => {
  const digits = new Intl.NumberFormat(tag, { useGrouping: false, minimumIntegerDigits: 2 });
  const plain = new Intl.NumberFormat(tag, { useGrouping: false });

  test.each(clocks)('a clock in %s at %s', (timeZone, utc, day, time) => {
    const calendar = calendarFor(tag, timeZone);
    const at = new Date(utc);
    const [year = 0, , date = 0] = day.split('-').map(Number);
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    expect(calendar.isoDay(at)).toBe(day);
    for (const words of [calendar.day(at), calendar.longDay(at), calendar.minute(at)]) {
      expect(words).toContain(plain.format(date));
      expect(words).toContain(plain.format(year));
    }
    const hours = [hour, hour % 12 || 12].map((each) => plain.format(each));
    for (const words of [calendar.time(at), calendar.minute(at)]) {
      expect(words).toContain(digits.format(minute));
      expect(
        hours.some((each) => words.includes(each)),
        words,
      ).toBe(true);
    }
    // The days of the archive are written, not computed, and have the same words.
    expect(almanacFor(tag).day(day)).toBe(calendar.longDay(at));
  });

  test('every day of a year has words of its own', () => {
    const { day, longDay } = calendarFor(tag, 'Asia/Kathmandu');
    const days = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n, 12)));
    expect(new Set(days.map(day)).size).toBe(366);
    expect(new Set(days.map(longDay)).size).toBe(366);
  });

  test('a month of the archive has all its days, in seven columns', () => {
    const { weeks, weekdays, day } = almanacFor(tag);
    for (const [month, length] of [
      ['2011-12', 31],
      ['2023-02', 28],
      ['2024-02', 29],
      ['2100-02', 28],
    ] as const) {
      const days = weeks(month).flat();
      expect(days.filter(Boolean)).toHaveLength(length);
      expect(days.length % 7).toBe(0);
      for (const [n, each] of days.entries()) {
        if (each) expect(day(each.day)).toContain(weekdays[n % 7]?.long);
      }
    }
  });

  test('a count of anything agrees with its number', () => {
    const { search, comments } = wordsFor(tag);
    const plural = new Intl.PluralRules(tag);
    for (const count of [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 102, 103, 111, 1_000_000]) {
      const form = plural.select(count);
      const [results, replies] = [search.results('{n}', form), comments.form.count('{n}', form)];
      const spelled = tag.startsWith('ar') && count < 3;
      expect(results.includes('{n}'), `${count}: ${results}`).toBe(!spelled);
      expect(replies.includes('{n}'), `${count}: ${replies}`).toBe(!spelled);
    }
  });
});

test.each([
  ['en', [0, 1, 2], ['0 results', '1 result', '2 results']],
  ['fr', [0, 1, 2, 1e6], ['0 résultat', '1 résultat', '2 résultats', '1000000 de résultats']],
  [
    'uk',
    [1, 2, 5, 11, 21, 22],
    [
      '1 результат',
      '2 результати',
      '5 результатів',
      '11 результатів',
      '21 результат',
      '22 результати',
    ],
  ],
  [
    'ar',
    [0, 1, 2, 3, 11, 100],
    ['لا نتائج', 'نتيجة واحدة', 'نتيجتان', '3 نتائج', '11 نتيجة', '100 نتيجة'],
  ],
] as const)('numbers of results in %s', (language, counts, words) => {
  const plural = new Intl.PluralRules(language);
  const { results } = wordsFor(language).search;
  expect(counts.map((count) => results(String(count), plural.select(count)))).toEqual(words);
});

test('numbers of comments in Arabic: eleven and a hundred take different cases', () => {
  const { count } = wordsFor('ar').comments.form;
  expect([count('11', 'many'), count('100', 'other')]).toEqual(['11 تعليقًا', '100 تعليق']);
});

describe('in French', () => {
  const first = new Date('2025-01-01T12:00:00Z');

  test('the first of a month is an ordinal number, and no other day is', () => {
    const { day, longDay, minute } = calendarFor('fr', 'UTC');
    expect(day(first)).toBe('1er janvier 2025');
    expect(longDay(first)).toBe('mercredi 1er janvier 2025');
    expect(minute(first)).toBe('1er janvier 2025 à 12:00 UTC');
    expect(day(new Date('2025-01-11T12:00:00Z'))).toBe('11 janvier 2025');
    expect(almanacFor('fr-CA').day('2025-10-01')).toBe('mercredi 1er octobre 2025');
  });

  test('“de” is elided before a vowel', () => {
    const { storiesOf, storiesBy, partsOf } = wordsFor('fr');
    expect(storiesOf(almanacFor('fr').monthAndYear('2025-04'))).toContain('d’avril 2025');
    expect(storiesOf(almanacFor('fr').monthAndYear('2025-03'))).toContain('de mars 2025');
    expect(storiesBy('Élise')).toBe('Articles d’Élise');
    expect(partsOf('Ukraine')).toBe('Sous-rubriques d’Ukraine');
  });
});

test('in Ukrainian, “at” is “об” before eleven', () => {
  const { minute, time } = calendarFor('uk', 'UTC');
  expect(minute(new Date('2025-02-13T11:05:00Z'))).toBe('13 лютого 2025 р. об 11:05 UTC');
  expect(minute(new Date('2025-02-13T12:11:00Z'))).toBe('13 лютого 2025 р. о 12:11 UTC');
  const { editionOf } = wordsFor('uk');
  expect(editionOf(time(new Date('2025-02-13T11:05:00Z')))).toBe('Випуск об 11:05');
  expect(editionOf(time(new Date('2025-02-13T10:05:00Z')))).toBe('Випуск о 10:05');
});

test('in Saudi Arabia too, dates are those of the addresses: Gregorian', () => {
  const { day } = calendarFor('ar-SA-u-ca-islamic-umalqura', 'Asia/Riyadh');
  expect(day(new Date('2025-02-13T12:00:00Z'))).toBe('١٣ فبراير ٢٠٢٥');
});

test('a machine-readable day has a year of four digits', () => {
  expect(calendarFor('en', 'UTC').isoDay(new Date('0099-03-01T00:00:00Z'))).toBe('0099-03-01');
});

test.each([
  ['2025-02-13T20:15:00+00:00', true],
  ['2025-02-13T20:15:00Z', true],
  ['2025-02-13T20:15:00+05:45', true],
  ['2025-02-13T20:15:00-09:30', true],
  // RFC 3339: the offset is unknown.
  ['2025-02-13T20:15:00-00:00', false],
  ['2025-02-30T20:15:00+02:00', false],
  ['2025-02-13T24:00:00+02:00', false],
  ['2025-02-13T23:59:60Z', false],
])('%s is a moment: %s', (text, expected) => {
  expect(moment.safeParse(text).success).toBe(expected);
});

test('A moment has no fraction finer than HTML takes', () => {
  expect(moment.parse('2025-02-14T09:00:00.123456789+02:00')).toBe('2025-02-14T09:00:00.123+02:00');
  expect(moment.parse('2025-02-14T09:00:00.5Z')).toBe('2025-02-14T09:00:00.5Z');
});
