import { describe, expect, test } from 'vitest';
import { momentOf, offsetOf, zoneClock, zoneOf } from '../../../src/import/decisions/zone.ts';

const kyiv = [
  { local: '2024-03-15T09:30:00', utc: '2024-03-15T07:30:00Z' },
  { local: '2024-07-02T20:15:00', utc: '2024-07-02T17:15:00Z' },
];

describe('the time zone of an old site', () => {
  test('follows from local times and UTC, over summer and winter', () => {
    expect(zoneOf(kyiv, [])).toBe('Europe/Kyiv');
  });

  test('is the publication’s own if that fits as well', () => {
    expect(zoneOf(kyiv, ['Europe/Helsinki'])).toBe('Europe/Helsinki');
    expect(zoneOf(kyiv, ['America/New_York'])).toBe('Europe/Kyiv');
  });

  test('may be off whole hours', () => {
    const kathmandu = [{ local: '2024-03-15T09:45:00', utc: '2024-03-15T04:00:00Z' }];
    expect(zoneOf(kathmandu, [])).toMatch(/^Asia\/Kath?mandu$/);
  });

  test('is not guessed from absurd differences', () => {
    expect(zoneOf([{ local: '2024-03-15T09:30:00', utc: '2019-03-15T07:30:00Z' }], [])).toBe(
      undefined,
    );
    expect(offsetOf({ local: '2024-03-15T09:37:00', utc: '2024-03-15T07:30:00Z' })).toBe(undefined);
  });

  test('survives a few wrong moments', () => {
    const wrong = { local: '2024-05-01T00:00:00', utc: '2024-05-01T05:00:00Z' };
    const many = Array.from({ length: 20 }, (_, day) => ({
      local: `2024-03-${String(day + 1).padStart(2, '0')}T09:30:00`,
      utc: `2024-03-${String(day + 1).padStart(2, '0')}T07:30:00Z`,
    }));
    expect(zoneOf([...many, wrong], [])).toBe('Europe/Kyiv');
  });
});

describe('a moment', () => {
  const clock = zoneClock('Europe/Kyiv');

  test('keeps the offset that it shows itself', () => {
    expect(momentOf(kyiv[1], clock)).toBe('2024-07-02T20:15:00+03:00');
  });

  test('without UTC has the offset that the zone had', () => {
    expect(momentOf({ local: '2019-11-03T23:30:00' }, clock)).toBe('2019-11-03T23:30:00+02:00');
    expect(momentOf({ local: '2019-07-03T23:30:00' }, clock)).toBe('2019-07-03T23:30:00+03:00');
  });

  test('keeps the local day if its two halves contradict each other', () => {
    expect(momentOf({ local: '2024-03-15T09:37:00', utc: '2024-03-12T07:30:00Z' }, clock)).toBe(
      '2024-03-15T09:37:00+02:00',
    );
  });

  test('in UTC alone is shown in the zone', () => {
    expect(momentOf({ utc: '2024-07-02T17:15:00Z' }, clock)).toBe('2024-07-02T20:15:00+03:00');
    expect(momentOf({ utc: '2024-07-02T17:15:00Z' }, zoneClock('UTC'))).toBe(
      '2024-07-02T17:15:00Z',
    );
  });

  test('in the hour that does not exist is moved into the next one', () => {
    const moment = momentOf({ local: '2024-03-31T03:30:00' }, clock) ?? '';
    expect(new Date(moment).toISOString()).toBe('2024-03-31T01:30:00.000Z');
  });

  test('that cannot be read is none', () => {
    expect(momentOf({ local: 'soon' }, clock)).toBe(undefined);
    expect(momentOf(undefined, clock)).toBe(undefined);
  });
});
