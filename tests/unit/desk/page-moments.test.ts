import { describe, expect, test } from 'vitest';
import { hasOtherOffset, momentIn, momentOf, pickedOf } from '../../../src/desk/page/moments.ts';

const kyiv = 'Europe/Kyiv';

describe('a picked day and time', () => {
  test.each([
    ['in winter', '2026-12-24', '18:30', '2026-12-24T18:30:00+02:00'],
    ['in summer', '2026-07-01', '09:05', '2026-07-01T09:05:00+03:00'],
    ['with seconds', '2026-07-01', '09:05:42', '2026-07-01T09:05:42+03:00'],
    ['just before summer time', '2026-03-29', '02:59', '2026-03-29T02:59:00+02:00'],
    ['just after it began', '2026-03-29', '04:00', '2026-03-29T04:00:00+03:00'],
    ['just before it ends', '2026-10-25', '02:59', '2026-10-25T02:59:00+03:00'],
    ['just after it ended', '2026-10-25', '04:00', '2026-10-25T04:00:00+02:00'],
  ])('is written with the offset that holds then: %s', (_, day, time, moment) => {
    expect(momentOf({ day, time }, kyiv)).toEqual({ name: 'moment', moment });
  });

  test('is refused where the clocks skip it, with the moments on both sides', () => {
    expect(momentOf({ day: '2026-03-29', time: '03:30' }, kyiv)).toEqual({
      name: 'none',
      before: '2026-03-29T02:30:00+02:00',
      after: '2026-03-29T04:30:00+03:00',
    });
  });

  test('is two moments where the clocks show it twice', () => {
    expect(momentOf({ day: '2026-10-25', time: '03:30' }, kyiv)).toEqual({
      name: 'two',
      earlier: '2026-10-25T03:30:00+03:00',
      later: '2026-10-25T03:30:00+02:00',
    });
  });

  test.each([
    ['Lord Howe’s half hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', 'none'],
    ['a whole day that Samoa skipped', 'Pacific/Apia', '2011-12-30', '12:00', 'none'],
    ['no summer time', 'Asia/Kolkata', '2026-06-01', '12:00', 'moment'],
  ])('knows odd zones: %s', (_, zone, day, time, name) => {
    expect(momentOf({ day, time }, zone).name).toBe(name);
  });

  test('is no moment without a day', () => {
    expect(() => momentOf({ day: '', time: '18:30' }, kyiv)).toThrow(RangeError);
  });
});

describe('a written moment', () => {
  test('with another offset is shown in the paper’s zone', () => {
    const written = '2026-12-24T11:30:00-05:00';
    expect(pickedOf(written, kyiv)).toEqual({ day: '2026-12-24', time: '18:30' });
    expect(hasOtherOffset(written, kyiv)).toBe(true);
  });

  test('keeps its seconds', () => {
    expect(pickedOf('2026-12-24T18:30:15+02:00', kyiv)).toEqual({
      day: '2026-12-24',
      time: '18:30:15',
    });
  });

  test('that nobody can read is none', () => {
    expect(pickedOf('tomorrow', kyiv)).toBeUndefined();
    expect(pickedOf(undefined, kyiv)).toBeUndefined();
  });

  test('in UTC is an offset like another', () => {
    expect(hasOtherOffset('2026-12-24T18:30:00Z', 'Etc/UTC')).toBe(false);
    expect(momentIn(Date.parse('2026-12-24T18:30:00Z'), 'Etc/UTC')).toBe(
      '2026-12-24T18:30:00+00:00',
    );
  });
});
