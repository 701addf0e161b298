import { describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/language/words.ts';
import { type Pictured, pictureMakers } from '../../src/copy/picture-credits.ts';

const figure = (credit: string) =>
  `<figure><img src="a.webp"><figcaption>Waves. <small>${credit}</small></figcaption></figure>`;
const list = (stories: Record<string, Partial<Pictured>>, language = 'en') =>
  pictureMakers(
    Object.keys(stories),
    (name) => ({ html: '', ...stories[name] }),
    wordsFor(language),
  ).map(({ name, stories: shown }) => `${name}: ${shown.join()}`);

describe('the page of picture credits', () => {
  test('lists each maker once, with the stories that show a picture of theirs', () => {
    const stories = {
      a: { leadImage: { credit: 'Photo: Jane Doe / Reuters' }, html: figure('Jane  Doe') },
      b: { leadImage: { credit: 'JANE DOE' }, html: figure('Bo &amp; Co / dpa') },
      c: { html: '<p>Words.</p>' },
    };
    expect(list(stories)).toEqual(['Bo & Co: b', 'Jane Doe: a,b']);
  });

  test('lists nobody for what AI made, and the maker of what AI changed', () => {
    const html = figure('Made with AI') + figure('Jane Doe · Made with AI');
    expect(list({ a: { html } })).toEqual(['Jane Doe: a']);
  });

  test('believes the file where it names more', () => {
    const label = { makers: ['Ann Lens', 'Bo Light'] };
    expect(list({ a: { leadImage: { credit: 'Agency', label } } })).toEqual([
      'Ann Lens: a',
      'Bo Light: a',
    ]);
  });

  test.each([
    ['Фото: Ольга Коваль / Укрінформ', 'Ольга Коваль'],
    ['رسم: بريد نخلون', 'بريد نخلون'],
    ['Illustration : A. B.', 'A. B.'],
    ['AFP/Getty', 'AFP/Getty'],
    ['Photo:', 'Photo:'],
    ['<b>x</b>', '<b>x</b>'],
  ])('takes %s for %s', (credit, name) => {
    expect(list({ a: { leadImage: { credit } } })).toEqual([`${name}: a`]);
  });

  test('is in the order of the paper’s alphabet', () => {
    const stories = Object.fromEntries(
      ['Іван', 'Яна', 'Ґалина', 'Ганна'].map((credit) => [credit, { leadImage: { credit } }]),
    );
    expect(list(stories, 'uk').map((one) => one.split(':')[0])).toEqual([
      'Ганна',
      'Ґалина',
      'Іван',
      'Яна',
    ]);
  });
});
