import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { mayAdvertise } from '../../src/advertising/may-advertise.ts';
import {
  type FilledSlot,
  fillSlot,
  isRotating,
  slotPictures,
} from '../../src/advertising/slots.ts';
import { inlineScript } from '../../src/gateway/inline-script.ts';
import { gatherTopics } from '../../src/edition/topics.ts';
import { advertisingSchema, positions, shapes } from '../../src/schemas/advertising.ts';
import { story } from './stories.ts';

const banner = { banner: 'banner.png', strip: 'strip.png' };
const rectangle = { rectangle: 'rectangle.png' };
const words = { title: 'Read us', text: 'Every day.', link: '/about/' };
const today = { page: '/a/', moment: new Date('2025-03-01T08:00:00Z') };

const rotate = inlineScript(
  readFileSync(new URL('../../src/components/furniture/rotate.js', import.meta.url), 'utf8'),
);
const script = compileFunction(`${rotate};return rotate`, ['document', 'Date', 'rotate']) as (
  ...globals: unknown[]
) => () => void;

const advertising = advertisingSchema.parse({
  houseAds: {
    drawn: { ...words, pictures: { ...banner, ...rectangle } },
    boxOnly: { ...words, pictures: rectangle },
    typed: { title: 'Read us', link: '/about/' },
  },
  slots: {
    top: 'drawn',
    'below-headline': 'boxOnly',
    'after-article-1': 'drawn',
    'after-article-2': ['typed'],
    'front-top': 'drawn',
    'list-top': 'boxOnly',
  },
});

test('a slot with nothing booked leaves no box', () => {
  expect(fillSlot('below-related', advertising, today)).toBeUndefined();
  expect(fillSlot('front-bottom', advertising, today)).toBeUndefined();
});

test('a wide slot shows the banner, and the strip on phones', () => {
  expect(fillSlot('front-top', advertising, today)).toEqual({
    shown: { ...words, alt: 'Read us. Every day.', room: 'wide', pictures: banner },
    others: [],
    rotation: undefined,
  });
});

test('above a story, phones read a line, and wider screens see the banner', () => {
  expect(fillSlot('top', advertising, today)?.shown).toEqual({
    ...words,
    alt: 'Read us. Every day.',
    room: 'head',
    pictures: { banner: 'banner.png' },
  });
});

describe('under a headline is a line of type', () => {
  const lineOf = (ad: { title: string; text?: string }) =>
    fillSlot(
      'below-headline',
      advertisingSchema.parse({
        houseAds: { ad: { ...ad, link: '/', pictures: { ...banner, ...rectangle } } },
        slots: { 'below-headline': 'ad' },
      }),
      today,
    )?.shown;

  test('whatever pictures there are', () => {
    expect(lineOf(words)).toMatchObject({ ...words, link: '/', room: 'line', pictures: undefined });
  });

  test('of the title alone, if both would not fit into two lines on a phone', () => {
    const title = 'a'.repeat(60);
    expect(lineOf({ title, text: 'b'.repeat(20) })?.text).toBe('b'.repeat(20));
    expect(lineOf({ title, text: 'b'.repeat(21) })?.text).toBeUndefined();
  });
});

test('a box shows the rectangle', () => {
  expect(fillSlot('after-article-1', advertising, today)?.shown).toMatchObject({
    room: 'box',
    pictures: rectangle,
  });
});

test('an advertisement without a picture of the slot’s shape is shown as text', () => {
  expect(fillSlot('list-top', advertising, today)?.shown).toMatchObject({
    room: 'wide',
    pictures: undefined,
  });
  expect(fillSlot('after-article-2', advertising, today)?.shown).toEqual({
    title: 'Read us',
    text: undefined,
    alt: 'Read us',
    link: '/about/',
    room: 'box',
    pictures: undefined,
  });
});

test('the alternative text of a picture may differ from the advertisement’s text', () => {
  const advertising = advertisingSchema.parse({
    houseAds: { ad: { ...words, alt: 'A reader on a bench.', pictures: rectangle } },
    slots: { 'front-rail': 'ad' },
  });
  expect(fillSlot('front-rail', advertising, today)?.shown.alt).toBe('A reader on a bench.');
});

describe('a scheduled advertisement', () => {
  const timed = advertisingSchema.parse({
    houseAds: {
      spring: {
        ...words,
        from: '2025-03-01T00:00:00+02:00',
        until: '2025-04-01T00:00:00+03:00',
        pictures: rectangle,
      },
    },
    slots: { 'front-rail': 'spring' },
  });
  const at = (moment: string) =>
    fillSlot('front-rail', timed, { page: '/', moment: new Date(moment) });

  test.each([
    ['2025-02-28T21:59:59Z', false],
    ['2025-02-28T22:00:00Z', true],
    ['2025-03-31T20:59:59Z', true],
    ['2025-03-31T21:00:00Z', false],
  ])('at %s is shown: %s', (moment, isShown) => {
    expect(at(moment) !== undefined).toBe(isShown);
  });

  test('has its pictures published only while it runs', () => {
    expect(slotPictures(timed, new Date('2025-03-15T00:00:00Z'))).toEqual(['rectangle.png']);
    expect(slotPictures(timed, new Date('2025-05-15T00:00:00Z'))).toEqual([]);
  });

  test('must end after it starts', () => {
    const { error } = advertisingSchema.safeParse({
      houseAds: { a: { ...words, from: '2025-03-02T00:00:00Z', until: '2025-03-01T00:00:00Z' } },
    });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['houseAds.a.until']);
  });
});

/** The time on the reader's clock, and how many hours it is ahead of UTC. */
type Clock = { time?: string; hoursAhead?: number };

/** What a slot shows on a given day with JavaScript on, found by running the script itself. */
const titleIn = (
  { shown, others, rotation }: FilledSlot,
  day: string,
  { time = '12:00', hoursAhead = 0 }: Clock = {},
): string => {
  let { title } = shown;
  const printed = { replaceWith: (other: string) => (title = other) };
  const templates = others.map((other) => ({ content: other.title }));
  const slot = {
    dataset: { rotation: rotation?.join(' ') },
    children: [{}, printed, ...templates, {}],
  };
  const now = Date.parse(`${day}T${time}Z`) - hoursAhead * 3_600_000;
  class Now extends Date {
    constructor() {
      super(now);
    }
    override getTimezoneOffset(): number {
      return -60 * hoursAhead;
    }
  }
  script({ currentScript: { parentNode: slot } }, Now)();
  return title;
};

describe('a slot with several advertisements', () => {
  const several = advertisingSchema.parse({
    houseAds: {
      often: { title: 'often', link: '/', weight: 3 },
      seldom: { title: 'seldom', link: '/' },
      over: { title: 'over', link: '/', until: '2025-02-01T00:00:00Z' },
    },
    slots: { top: ['often', 'seldom', 'over'], 'below-related': ['often', 'seldom'] },
  });
  type Slot = 'top' | 'below-related';
  const filled = (page: string, position: Slot = 'top', moment = today.moment): FilledSlot => {
    const slot = fillSlot(position, several, { page, moment });
    if (!slot) throw new Error(`Nothing fills ${position}.`);
    return slot;
  };
  const titleOn = (
    page: string,
    day = '2025-03-01',
    position: Slot = 'top',
    clock: Clock = {},
  ): string => titleIn(filled(page, position), day, clock);
  const pages = Array.from({ length: 2000 }, (_, n) => `/2025/02/story-${String(n)}/`);
  const days = Array.from({ length: 40 }, (_, n) =>
    new Date(Date.UTC(2025, 1, 1 + n)).toISOString().slice(0, 10),
  );
  const shareOf = (titles: string[]): number =>
    titles.filter((title) => title === 'often').length / titles.length;

  test('is built the same on any day, with every advertisement that may run', () => {
    for (const page of pages.slice(0, 50)) {
      const { shown, others } = filled(page);
      expect(filled(page, 'top', new Date('2025-03-09T23:59:59Z'))).toEqual(filled(page));
      expect([shown, ...others].map(({ title }) => title).sort()).toEqual(['often', 'seldom']);
    }
  });

  test('follows the reader’s calendar day, and does not change during it', () => {
    for (const page of pages.slice(0, 20)) {
      for (const hoursAhead of [0, -3.5, 14]) {
        const at = (day: string, time: string): string =>
          titleOn(page, day, 'top', { time, hoursAhead });
        expect(at('2025-03-01', '00:00')).toBe(titleOn(page));
        expect(at('2025-03-01', '23:59')).toBe(titleOn(page));
        expect(at('2025-03-02', '00:00')).toBe(titleOn(page, '2025-03-02'));
      }
    }
  });

  test('varies by page, by day and by slot', () => {
    expect(new Set(pages.map((page) => titleOn(page))).size).toBe(2);
    expect(pages.some((page) => titleOn(page) !== titleOn(page, '2025-03-02'))).toBe(true);
    expect(
      pages.some((page) => titleOn(page) !== titleOn(page, '2025-03-01', 'below-related')),
    ).toBe(true);
  });

  test('shows each by its weight: on any page exactly, over as many days as the sum of the weights', () => {
    for (const page of pages.slice(0, 20)) {
      expect(shareOf(days.map((day) => titleOn(page, day)))).toBe(0.75);
      expect(shareOf(days.slice(3, 7).map((day) => titleOn(page, day)))).toBe(0.75);
    }
  });

  test('shows each roughly by its weight across the pages of one day, or without JavaScript', () => {
    for (const titles of [
      pages.map((page) => titleOn(page)),
      pages.map((page) => titleOn(page, '2031-12-31')),
      pages.map((page) => filled(page).shown.title),
    ]) {
      expect(shareOf(titles)).toBeGreaterThan(0.71);
      expect(shareOf(titles)).toBeLessThan(0.79);
    }
  });

  test.each([[[1, 1]], [[20, 20]], [[100, 1]], [[7, 11, 13]], [[60, 40]], [[1, 2, 3, 4, 5]]])(
    'follows the weights %j over as many days, and only the heaviest runs for days on end',
    (weights) => {
      const names = weights.map((_, n) => `ad${String(n)}`);
      const weighed = advertisingSchema.parse({
        houseAds: Object.fromEntries(
          names.map((name, n) => [name, { title: name, link: '/', weight: weights[n] }]),
        ),
        slots: { top: names },
      });
      const slot = fillSlot('top', weighed, today);
      if (!slot) throw new Error('Nothing fills the slot.');
      const total = weights.reduce((sum, weight) => sum + weight);
      const titles = Array.from({ length: total }, (_, n) =>
        titleIn(slot, new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)),
      );
      const counts = names.map((name) => titles.filter((title) => title === name).length);
      expect(counts).toEqual(weights);
      const runs = titles.join(' ').match(/(\S+)(?: \1(?!\S))*/g) ?? [];
      const longest = Math.max(...runs.map((run) => run.split(' ').length));
      const heaviest = Math.max(...weights);
      expect(longest).toBeLessThanOrEqual(Math.ceil(heaviest / (total - heaviest)) + 1);
    },
  );

  test('leaves out one that has ended', () => {
    const titles = pages.flatMap((page) => {
      const { shown, others } = filled(page);
      return [shown, ...others].map(({ title }) => title);
    });
    expect(titles).not.toContain('over');
  });

  test('adds the script for it only to pages that need it', () => {
    const { moment } = today;
    expect(isRotating(several, { moment, onStories: true })).toBe(true);
    expect(isRotating(several, { moment, onStories: false })).toBe(false);
    expect(isRotating(advertising, { moment, onStories: true })).toBe(false);
    const lists = { houseAds: several.houseAds, slots: { 'list-bottom': ['often', 'over'] } };
    expect(isRotating(lists, { moment, onStories: false })).toBe(false);
    const before = new Date('2025-01-01T00:00:00Z');
    expect(isRotating(lists, { moment: before, onStories: false })).toBe(true);
  });
});

describe('a page may carry advertising', () => {
  const war = story('war', { topics: ['The War'] });
  const topics = gatherTopics([war], { War: { synonyms: ['The War'] } });
  const { sensitiveTopics } = advertisingSchema.parse({ sensitiveTopics: ['war'] });
  const may = (of: Parameters<typeof mayAdvertise>[0]) =>
    mayAdvertise(of, { sensitiveTopics }, topics);

  test('if it is not a story', () => {
    expect(may(undefined)).toBe(true);
  });

  test('if it is a story about something else', () => {
    expect(may({ ads: true, topics: ['Grain'] })).toBe(true);
  });

  test('but not if its editor says no', () => {
    expect(may({ ads: false, topics: [] })).toBe(false);
  });

  test('but not if it is about a sensitive topic, by any of its names', () => {
    expect(may({ ads: true, topics: ['The War'] })).toBe(false);
    expect(may({ ads: true, topics: ['WAR'] })).toBe(false);
  });
});

test('the manual names the slots and the three shapes', () => {
  expect(Object.keys(positions)).toEqual([
    ...['top', 'below-headline', 'after-article-1', 'after-article-2'],
    ...['below-must-read', 'below-related'],
    ...['front-top', 'front-rail', 'front-bottom', 'list-top', 'list-bottom'],
  ]);
  expect(shapes).toEqual({
    banner: { width: 728, height: 90 },
    strip: { width: 320, height: 100 },
    rectangle: { width: 300, height: 250 },
  });
});
