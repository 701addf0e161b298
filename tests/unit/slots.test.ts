import { expect, test } from 'vitest';
import { fillSlot } from '../../src/advertising/slots.ts';
import { advertisingSchema, positions, shapes } from '../../src/schemas/advertising.ts';

const banner = { banner: 'banner.png', strip: 'strip.png' };
const rectangle = { rectangle: 'rectangle.png' };
const words = { title: 'Read us', text: 'Every day.', link: '/about/' };

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
    'after-article-2': 'typed',
  },
});

test('a slot that nothing is planned for leaves no box', () => {
  expect(fillSlot('below-related', advertising)).toBeUndefined();
  expect(fillSlot('below-must-read', advertising)).toBeUndefined();
});

test('a wide slot shows the banner, and the strip on phones', () => {
  expect(fillSlot('top', advertising)).toEqual({ ...words, room: 'wide', pictures: banner });
});

test('a box shows the rectangle', () => {
  expect(fillSlot('after-article-1', advertising)).toEqual({
    ...words,
    room: 'box',
    pictures: rectangle,
  });
});

test('an advertisement without a picture of the slot’s shape is set in type', () => {
  expect(fillSlot('below-headline', advertising)).toEqual({
    ...words,
    room: 'wide',
    pictures: undefined,
  });
  expect(fillSlot('after-article-2', advertising)).toEqual({
    title: 'Read us',
    text: undefined,
    link: '/about/',
    room: 'box',
    pictures: undefined,
  });
});

test('the six slots and the three shapes are those that the manual names', () => {
  expect(Object.keys(positions)).toEqual([
    'top',
    'below-headline',
    'after-article-1',
    'after-article-2',
    'below-must-read',
    'below-related',
  ]);
  expect(shapes).toEqual({
    banner: { width: 728, height: 90 },
    strip: { width: 320, height: 100 },
    rectangle: { width: 300, height: 250 },
  });
});
