import { describe, expect, test } from 'vitest';
import { fillSlot } from '../../src/advertising/slots.ts';
import {
  advertisingSchema,
  type Position,
  positions,
  positionsWith,
} from '../../src/schemas/advertising.ts';

const moment = new Date('2025-03-01T08:00:00Z');
const ofStory = positionsWith('top');
const pages = Array.from({ length: 200 }, (_, n) => `/2025/02/story-${String(n)}/`);

/** A paper with so many advertisements, in the slots of a story as `booked` says. */
const paperWith = (count: number, booked: (slot: number, names: string[]) => string | string[]) => {
  const names = Array.from({ length: count }, (_, n) => `ad${String(n)}`);
  return advertisingSchema.parse({
    houseAds: Object.fromEntries(names.map((name) => [name, { title: name, link: '/' }])),
    slots: Object.fromEntries(ofStory.map((position, n) => [position, booked(n, names)])),
  });
};

/** What each slot of a page may show, on any day. */
const mayShow = (advertising: ReturnType<typeof paperWith>, page: string): string[][] =>
  ofStory.map((position) => {
    const filled = fillSlot(position, advertising, { page, moment });
    return filled ? [filled.shown, ...filled.others].map(({ title }) => title) : [];
  });

const timesOf = (slots: string[][]): number[] => {
  const all = slots.flat();
  return [...new Set(all)].map((title) => all.filter((other) => other === title).length);
};

test('the slots of a story share a page, and so do those of the front page and of a list', () => {
  expect(ofStory).toHaveLength(6);
  expect(positionsWith('front-rail')).toEqual(['front-top', 'front-rail', 'front-bottom']);
  expect(positionsWith('list-bottom')).toEqual(['list-top', 'list-bottom']);
  expect((Object.keys(positions) as Position[]).map((name) => positionsWith(name).length)).toEqual([
    6, 6, 6, 6, 6, 6, 3, 3, 3, 2, 2,
  ]);
});

describe.each([1, 2, 3, 4, 5, 6])('with %i advertisements that may run everywhere', (count) => {
  const advertising = paperWith(count, (_, names) => names);

  test('no page has one of them in three slots, on any day', () => {
    for (const page of pages) {
      expect(Math.max(...timesOf(mayShow(advertising, page)))).toBeLessThanOrEqual(2);
    }
  });

  test('as many slots are filled as that allows, the first ones first', () => {
    const filled = Math.min(6, 2 * count);
    for (const page of pages) {
      expect(mayShow(advertising, page).map((titles) => titles.length > 0)).toEqual(
        ofStory.map((_, n) => n < filled),
      );
    }
  });

  test('each of them is seen about as often as the others', () => {
    const all = pages.flatMap((page) => mayShow(advertising, page).flat());
    for (const times of timesOf([all])) {
      expect(times).toBeCloseTo(all.length / count, -2);
    }
  });
});

test('one advertisement booked in every slot is shown in the first two', () => {
  const advertising = paperWith(1, () => 'ad0');
  expect(mayShow(advertising, '/a/')).toEqual([['ad0'], ['ad0'], [], [], [], []]);
});

test('a slot gives up what it could do without, so that another one is not empty', () => {
  // Five slots have only the first two advertisements, or one of them; a sixth one could show the third.
  const booked = [['ad0', 'ad2'], 'ad0', 'ad0', ['ad1'], ['ad1', 'ad0'], ['ad2']];
  const advertising = paperWith(3, (slot) => booked[slot] ?? []);
  for (const page of pages) {
    const shown = mayShow(advertising, page);
    expect(shown.every((titles) => titles.length > 0)).toBe(true);
    expect(Math.max(...timesOf(shown))).toBeLessThanOrEqual(2);
  }
});

test('what no third slot shares is left as the publisher booked it', () => {
  const booked = ['ad0', ['ad1', 'ad2'], 'ad0', ['ad2', 'ad1'], 'ad3', 'ad3'];
  const advertising = paperWith(4, (slot) => booked[slot] ?? []);
  for (const page of pages) {
    expect(mayShow(advertising, page).map((titles) => titles.toSorted())).toEqual(
      booked.map((names) => [names].flat().toSorted()),
    );
  }
});
