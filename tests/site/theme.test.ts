import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readTheme, tokensFile } from '../../src/theme/read-theme.ts';
import { readStylesheet } from '../../src/theme/stylesheet.ts';
import { colourTokens, type Palettes, palettesOf } from '../../src/theme/tokens.ts';
import { printed } from './printed.ts';

const paper = printed('themed');
const { theme } = await readTheme('tests/fixtures/themed/theme');
if (!theme) throw new Error('The theme of the fixture has mistakes.');
const engine = palettesOf(readStylesheet(readFileSync(tokensFile, 'utf8'), tokensFile).declared);
const colours = theme.colours;
const story = paper.page('/marsh/the-sluice-at-eel-lane/');

const rgb = (colour: string): [number, number, number] => {
  const value = parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** The notations in which CSS, SVG and other formats may write a colour, in lower case and without spaces. */
const spellings = (colour: string): string[] => {
  const [red, green, blue] = rgb(colour);
  const isShort = /^#(?:(.)\1){3}$/.test(colour);
  return [
    colour,
    ...(isShort ? [colour.replaceAll(/([\da-f])\1/g, '$1')] : []),
    `rgb(${red},${green},${blue})`,
    `rgba(${red},${green},${blue}`,
    `%23${colour.slice(1)}`,
  ];
};

const all = ({ light, dark }: Palettes): string[] => [
  ...new Set([...Object.values(light), ...Object.values(dark)]),
];

/** How many of a picture's pixels are close to a colour. */
const share = (pixels: Buffer, colour: string): number => {
  const wanted = rgb(colour);
  let alike = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    if (wanted.every((value, channel) => Math.abs((pixels[at + channel] ?? 0) - value) <= 6)) {
      alike += 1;
    }
  }
  return alike / (pixels.length / 3);
};

describe('a paper with colours of its own', () => {
  test('replaces all of the engine’s, in both colour schemes', () => {
    for (const name of Object.keys(colourTokens) as (keyof typeof colourTokens)[]) {
      expect(all(engine)).not.toContain(colours.light[name]);
      expect(all(engine)).not.toContain(colours.dark[name]);
    }
  });

  test('has none of the engine’s colours in any text file', () => {
    const old = all(engine).flatMap(spellings);
    const texts = [...paper.files].filter(
      (file) => !/\.(?:png|jpe?g|webp|avif|ico|woff2|pagefind|pf_\w+)$/.test(file),
    );
    expect(texts.length).toBeGreaterThan(60);
    for (const ending of ['.html', '.js', '.webmanifest', '.xml', '.json', '.txt']) {
      expect(
        texts.some((file) => file.endsWith(ending)),
        ending,
      ).toBe(true);
    }
    const found = texts.flatMap((file) => {
      const text = paper.bytes(file).toString('utf8').toLowerCase().replaceAll(/\s/g, '');
      return old.filter((colour) => text.includes(colour)).map((colour) => `${file}: ${colour}`);
    });
    expect(found).toEqual([]);
  });

  test('has its own colours in the pages, once each, and in the head and the manifest', () => {
    const css = story.$('style').text().replaceAll(/\s/g, '');
    for (const [name, token] of Object.entries(colourTokens) as [
      keyof typeof colourTokens,
      string,
    ][]) {
      const pair = `${token}:light-dark(${colours.light[name]},${colours.dark[name]})`;
      expect(css.split(`${token}:`), token).toHaveLength(2);
      expect(css).toContain(pair);
    }
    const bars = story.$('meta[name="theme-color"]').toArray();
    expect(bars.map(({ attribs }) => [attribs['content'], attribs['media']])).toEqual([
      [colours.light.paper, '(prefers-color-scheme: light)'],
      [colours.dark.paper, '(prefers-color-scheme: dark)'],
    ]);
    expect(JSON.parse(paper.bytes('/site.webmanifest').toString('utf8'))).toMatchObject({
      theme_color: colours.light.paper,
      background_color: colours.light.paper,
    });
  });

  test('has its social cards drawn in its own colours', async () => {
    const cards = [...paper.files].filter((file) => file.startsWith('/cards/'));
    expect(cards.length).toBeGreaterThan(4);
    for (const card of cards) {
      const pixels = await sharp(paper.bytes(card)).removeAlpha().raw().toBuffer();
      expect(share(pixels, colours.light.paper), card).toBeGreaterThan(0.2);
      expect(share(pixels, colours.light.ink), card).toBeGreaterThan(0.002);
      // JPEG artefacts around letters brighten pixels of a light background further.
      expect(share(pixels, engine.light.paper), card).toBeLessThan(0.005);
      for (const old of [engine.light.ink, engine.light.signal]) {
        expect(share(pixels, old), `${card} ${old}`).toBeLessThan(0.0005);
      }
    }
  });
});

describe('a paper with a theme', () => {
  test('has its rules in the last cascade layer, with no other styles after it', () => {
    const css = story.$('style').text();
    // Layers are ordered by their first mention.
    const named = [...css.matchAll(/@layer ([\w, ]+)[;{]/g)].flatMap(([, names = '']) =>
      names.split(/[, ]+/).filter(Boolean),
    );
    expect([...new Set(named)].at(-1)).toBe('theme');
    expect(css).toMatch(/@layer theme\s*\{.*\.wordmark\s*\{[^}]*text-transform:\s*uppercase/s);
    expect(css).not.toContain('Source Serif');
  });

  test('preloads its own headline font, and no other', () => {
    for (const { $, path } of paper.pages) {
      const preloads = $('link[rel="preload"]').toArray();
      expect(
        preloads.map(({ attribs }) => attribs['href']),
        path,
      ).toEqual([expect.stringMatching(/^\/_astro\/headline\.[\w-]+\.woff2$/)]);
      expect($('style').text(), path).toContain(preloads[0]?.attribs['href'] ?? 'a font');
    }
    expect([...paper.files].filter((file) => file.endsWith('.woff2'))).toHaveLength(1);
  });

  test('wraps the engine’s masthead on every page', () => {
    for (const { $, path } of paper.pages) {
      expect($('body > .tide + header.masthead').length, path).toBe(1);
    }
  });

  test('has its own teasers wherever stories are listed, never the engine’s', () => {
    for (const path of ['/', '/marsh/', '/author/edda-fenwick/', story.path]) {
      const { $ } = paper.page(path);
      expect($('main .gazette-teaser a, .related .gazette-teaser a').length, path).toBeGreaterThan(
        0,
      );
      expect($('.teaser:not(.gazette-teaser)').length, path).toBe(0);
    }
  });

  test('has a footer of its own, with the paper’s navigation, sections and standing pages', () => {
    for (const { $, path } of paper.pages) {
      const rows = $('.gazette-footer nav ul')
        .toArray()
        .map((row) =>
          $(row)
            .find('a')
            .toArray()
            .map((link) => [$(link).text(), $(link).attr('href')]),
        );
      expect(rows, path).toHaveLength(3);
      expect(rows[0], path).toEqual([['Views', '/views/']]);
      expect(rows[1], path).toEqual([['The Marsh', '/marsh/']]);
      expect(rows[2]?.[0], path).toEqual(['About the Gazette', '/about/']);
    }
  });

  test('fills the placeholder below each story', () => {
    const stories = paper.pages.filter(({ $ }) => $('article[data-story]').length > 0);
    expect(stories).toHaveLength(3);
    for (const { $, path } of stories) {
      expect($('article[data-story] + .tide-note').text(), path).toMatch(
        /about (?:The Marsh|Views)/,
      );
    }
  });
});
