import { describe, expect, test } from 'vitest';
import { mayAdvertise } from '../../src/advertising/may-advertise.ts';
import { fillSlot, slotPictures } from '../../src/advertising/slots.ts';
import { gatherTopics } from '../../src/edition/topics.ts';
import { advertisingSchema, positions, shapes } from '../../src/schemas/advertising.ts';
import { story } from './stories.ts';

const banner = { banner: 'banner.png', strip: 'strip.png' };
const rectangle = { rectangle: 'rectangle.png' };
const words = { title: 'Read us', text: 'Every day.', link: '/about/' };
const today = { page: '/a/', moment: new Date('2025-03-01T08:00:00Z') };

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
  },
});

test('a slot that nothing is planned for leaves no box', () => {
  expect(fillSlot('below-related', advertising, today)).toBeUndefined();
  expect(fillSlot('front-top', advertising, today)).toBeUndefined();
});

test('a wide slot shows the banner, and the strip on phones', () => {
  expect(fillSlot('top', advertising, today)).toEqual({
    ...words,
    alt: 'Read us. Every day.',
    room: 'wide',
    pictures: banner,
  });
});

test('a box shows the rectangle', () => {
  expect(fillSlot('after-article-1', advertising, today)).toMatchObject({
    room: 'box',
    pictures: rectangle,
  });
});

test('an advertisement without a picture of the slot’s shape is set in type', () => {
  expect(fillSlot('below-headline', advertising, today)).toMatchObject({
    room: 'wide',
    pictures: undefined,
  });
  expect(fillSlot('after-article-2', advertising, today)).toEqual({
    title: 'Read us',
    text: undefined,
    alt: 'Read us',
    link: '/about/',
    room: 'box',
    pictures: undefined,
  });
});

test('the description of a picture may differ from the words that stand in for it', () => {
  const told = advertisingSchema.parse({
    houseAds: { ad: { ...words, alt: 'A reader on a bench.', pictures: rectangle } },
    slots: { 'front-rail': 'ad' },
  });
  expect(fillSlot('front-rail', told, today)?.alt).toBe('A reader on a bench.');
});

describe('an advertisement with a time', () => {
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

  test('has its pictures printed only while it runs', () => {
    expect(slotPictures(timed, new Date('2025-03-15T00:00:00Z'))).toEqual(['rectangle.png']);
    expect(slotPictures(timed, new Date('2025-05-15T00:00:00Z'))).toEqual([]);
  });

  test('must end after it begins', () => {
    const { error } = advertisingSchema.safeParse({
      houseAds: { a: { ...words, from: '2025-03-02T00:00:00Z', until: '2025-03-01T00:00:00Z' } },
    });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['houseAds.a.until']);
  });
});

describe('of several advertisements', () => {
  const several = advertisingSchema.parse({
    houseAds: {
      often: { title: 'often', link: '/', weight: 3 },
      seldom: { title: 'seldom', link: '/' },
      over: { title: 'over', link: '/', until: '2025-02-01T00:00:00Z' },
    },
    slots: { top: ['often', 'seldom', 'over'], 'below-related': ['often', 'seldom'] },
  });
  const titleOn = (
    page: string,
    moment = today.moment,
    position: 'top' | 'below-related' = 'top',
  ) => fillSlot(position, several, { page, moment })?.title;
  const pages = Array.from({ length: 2000 }, (_, n) => `/2025/02/story-${String(n)}/`);

  test('a page shows the same one all day', () => {
    for (const page of pages.slice(0, 50)) {
      expect(titleOn(page, new Date('2025-03-01T23:59:59Z'))).toBe(titleOn(page));
    }
  });

  test('pages differ, days differ, and so do the slots of one page', () => {
    const tomorrow = new Date('2025-03-02T08:00:00Z');
    expect(new Set(pages.map((page) => titleOn(page))).size).toBe(2);
    expect(pages.some((page) => titleOn(page) !== titleOn(page, tomorrow))).toBe(true);
    expect(
      pages.some((page) => titleOn(page) !== titleOn(page, today.moment, 'below-related')),
    ).toBe(true);
  });

  test('each is shown as often as its weight says', () => {
    const often = pages.filter((page) => titleOn(page) === 'often').length;
    expect(often / pages.length).toBeGreaterThan(0.71);
    expect(often / pages.length).toBeLessThan(0.79);
  });

  test('one that has ended is not among them', () => {
    expect(pages.map((page) => titleOn(page))).not.toContain('over');
  });
});

describe('a page may carry advertising', () => {
  const war = story('war', { topics: ['The War'] });
  const topics = gatherTopics([war], { War: { synonyms: ['The War'] } });
  const { sensitiveTopics } = advertisingSchema.parse({ sensitiveTopics: ['war'] });
  const may = (of: Parameters<typeof mayAdvertise>[0]) =>
    mayAdvertise(of, { sensitiveTopics }, topics);

  test('if it is no story', () => {
    expect(may(undefined)).toBe(true);
  });

  test('if it is a story about something else', () => {
    expect(may({ ads: true, topics: ['Grain'] })).toBe(true);
  });

  test('but not if its editor says no', () => {
    expect(may({ ads: false, topics: [] })).toBe(false);
  });

  test('but not if it is about a sensitive topic, under whichever name', () => {
    expect(may({ ads: true, topics: ['The War'] })).toBe(false);
    expect(may({ ads: true, topics: ['WAR'] })).toBe(false);
  });
});

test('the slots and the three shapes are those that the manual names', () => {
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
