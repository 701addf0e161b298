import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureAttribute } from '../../../src/astro/picture-marks.ts';
import { createBodyRenderer } from '../../../src/copy/render.ts';
import {
  box,
  figure,
  footnote,
  linkTo,
  pullQuote,
  recording,
  table,
} from '../../../src/desk/page/writing/blocks.ts';
import { wordsFor } from '../../../src/language/words.ts';

const words = wordsFor('en');
const render = createBodyRenderer(words);
const pictures = new Proxy(
  {},
  { get: () => ({ path: '/p.jpg', width: 800, height: 600, drawing: false }) },
);
const printed = async (markdown: string) =>
  load((await render(markdown, { words, link: (to) => to, pictures })).printed, null, false);

const awkward =
  'A *star*, _one_, [a] (b), "quotes", a\\b, <b>x</b>, &amp; | bar | `code` ~5~ #1 https://x.example!';

const anyWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '[',
        ']',
        '"',
        '\\',
        '<',
        '>',
        '&',
        '`',
        '~',
        '!',
        '(',
        ')',
        '#',
        '- ',
        '1. ',
        '&amp;',
        '<b>',
        ' ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `a${parts.join('').replaceAll(/[\s\p{C}\p{Z}]+/gu, ' ')}z`);

describe('what the buttons write is printed as it was typed', () => {
  test('the description, caption and credit of a picture', () =>
    fc.assert(
      fc.asyncProperty(anyWords, anyWords, async (alt, caption) => {
        const $ = await printed(figure([{ name: 'photo.jpg', alt, caption, credit: 'J. Doe' }]));
        const mark = JSON.parse($('img').attr(pictureAttribute) ?? '{}') as { alt?: string };
        expect([mark.alt, $('figcaption small').text()]).toEqual([alt, 'J. Doe']);
        expect($('figcaption').text()).toBe(`${caption} J. Doe`);
      }),
      { numRuns: 100 },
    ));

  test('a bar in a caption, which would be taken for the start of the credit, becomes a dash', async () => {
    const $ = await printed(figure([{ name: 'photo.jpg', alt: 'x', caption: 'Then | now' }]));
    expect($('figcaption').text()).toBe('Then – now');
  });

  test('several pictures become a gallery', async () => {
    const $ = await printed(
      figure([
        { name: 'a.jpg', alt: 'A' },
        { name: 'b.jpg', alt: 'B', caption: 'b' },
      ]),
    );
    expect($('figure.gallery > figure').length).toBe(2);
  });

  test('a picture without a caption stands alone', () => {
    expect(figure([{ name: 'a.jpg', alt: 'A' }])).toBe('![A](./a.jpg)');
  });

  test('a pull quote and who said it', async () => {
    const $ = await printed(pullQuote(`${awkward}\n\nSecond.`, 'Jane *Doe*'));
    expect($('.pull-quote figcaption').text()).toBe('Jane *Doe*');
    expect($('.pull-quote blockquote p').last().text()).toBe('Second.');
  });

  test('a box with Markdown in it', async () => {
    const $ = await printed(box('What <is> a bridge?', 'A **way** over.\n\n- one'));
    expect($('details > summary').text()).toBe('What <is> a bridge?');
    expect($('details strong').text()).toBe('way');
    expect($('details li').text()).toBe('one');
  });

  test('a table, bars and all', async () => {
    const $ = await printed(
      table([
        ['Bridge', 'A | B'],
        ['Old', '# 3'],
        ['', ''],
      ]),
    );
    expect(
      $('th')
        .toArray()
        .map((cell) => $(cell).text()),
    ).toEqual(['Bridge', 'A | B']);
    expect(
      $('td')
        .toArray()
        .map((cell) => $(cell).text()),
    ).toEqual(['Old', '# 3', '', '']);
  });

  test('a recording gets its player', async () => {
    const $ = await printed(recording('https://a.example/talk (1).mp3', 'Her [own] words'));
    expect($('audio').attr('src')).toBe('https://a.example/talk%20%281%29.mp3');
    expect($('figcaption').text()).toBe('Her [own] words');
  });

  test('a link, also to an address with brackets', async () => {
    const $ = await printed(`See ${linkTo('/wiki/a_(b)', awkward)}.`);
    expect($('a').first().attr('href')).toBe('/wiki/a_%28b%29');
    expect($('a').first().text()).toBe(awkward);
  });

  test('a footnote takes the first free number', async () => {
    const { mark, note } = footnote(
      'One.[^1] Three.[^3]\n\n[^1]: x\n\n[^3]: y',
      '1. In *her* book',
    );
    expect(mark).toBe('[^2]');
    const $ = await printed(`Two.${mark}\n\n${note}`);
    expect($('[data-footnotes] li').text()).toContain('1. In *her* book');
  });
});
