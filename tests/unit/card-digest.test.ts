import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { type Card, digestOf } from '../../src/cards/card.ts';
import { fontPackages } from '../../src/cards/families.ts';
import { checkPaper } from '../../src/check/check-paper.ts';
import { cardsOf, paperCard } from '../../src/cards/page-cards.ts';
import { paletteOf } from '../palette.ts';
import { prepareCards, readDrawing } from '../../src/cards/prepare-cards.ts';
import { readSwitches } from '../../src/config/switches.ts';

const card: Card = {
  paper: 'The Gazette',
  language: 'en-GB',
  headline: 'The bridge is open',
  kicker: 'Nation',
  note: 'By the desk',
  picture: '/somewhere/lead.jpg',
};
const digest = (rest: Partial<Card> = {}, drawing = 'code', picture = 'bytes'): string =>
  digestOf({ ...card, ...rest }, drawing, picture);

describe('the digest in a card’s address', () => {
  test('changes with everything the card shows', () => {
    const digests = [
      digest(),
      digest({ paper: 'The Courier' }),
      digest({ language: 'ar' }),
      digest({ headline: 'The bridge is closed' }),
      digest({ headline: undefined }),
      digest({ kicker: 'Letters' }),
      digest({ kicker: undefined }),
      digest({ paid: 'Sponsored' }),
      digest({ kicker: undefined, paid: 'Nation' }),
      digest({ note: 'By others' }),
      digest({ accent: '#1f5aa8' }),
      digest({ note: undefined }),
      digest({}, 'code', 'other bytes'),
      digestOf(card, 'code'),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('changes with the code that draws the card', () => {
    expect(digest({}, 'newer code')).not.toBe(digest());
  });

  test('does not depend on where the picture is stored', () => {
    expect(digest({ picture: '/elsewhere/lead.jpg' })).toBe(digest());
  });

  test('is short, and safe in an address on any host', () => {
    expect(digest()).toMatch(/^[\da-f]{12}$/);
  });
});

describe('the renderer of the cards', () => {
  test('is identified by the exact version of every package it uses', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of [...fontPackages, 'bidi-js', 'harfbuzzjs', 'linebreak', 'sharp'])
      expect(dependencies[name], name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('uses the colours of the paper’s light scheme', async () => {
    const palette = await paletteOf();
    const { paper, panel, ink, inkSoft: soft, ruleStrong: rule } = palette;
    const drawing = readDrawing(palette);
    expect(drawing.colours).toEqual({ paper, panel, ink, soft, rule });
    expect(Object.values<string>({ ...drawing.colours }).join('')).toMatch(/^(?:#[\da-f]{6}){5}$/);
    expect(readDrawing({ ...palette, ink: '#0a0b0c' }).digest).not.toBe(drawing.digest);
  });
});

const fixtures = ['hostile', 'right-to-left', 'one-article', 'style-guide'] as const;

const paperOf = async (name: string, moment: string) => {
  const folder = name === 'home' ? 'src' : `tests/fixtures/${name}`;
  const { publication, copy, pictures } = await checkPaper(
    readSwitches({
      PUBLICATION: `${folder}/publication.ts`,
      CONTENT_DIR: `${folder}/content`,
      CACHE_DIR: '.test/.cache/card-digest',
    }),
  );
  if (!publication) throw new Error('The fixture has mistakes.');
  const addresses = createAddresses('https://news.example', '/', publication.permalink);
  const cards = [
    paperCard(publication, { addresses, file: 'publication.ts' }),
    ...cardsOf(copy, { publication, addresses, moment: new Date(moment), pictures }),
  ];
  return { copy, cards, addresses };
};
const moment = '2025-03-01T08:00:00Z';

describe('the cards of a paper', () => {
  test('are one for the paper and one for each public article, section and author', async () => {
    const { cards, copy } = await paperOf('one-article', moment);
    expect(copy.articles.length).toBe(1);
    expect(cards.map(({ path }) => path)).toEqual([
      '/',
      '/town/clock-tower-strikes-thirteen/',
      '/town/',
      '/author/wilhelmina-tansy/',
    ]);
    const before = await paperOf('one-article', '2000-01-01T00:00:00Z');
    expect(before.cards.map(({ path }) => path)).not.toContain(
      '/town/clock-tower-strikes-thirteen/',
    );
  });

  test('do not cover drafts or scheduled articles', async () => {
    const { cards } = await paperOf('hostile', moment);
    expect(cards.length).toBeGreaterThan(60);
    expect(JSON.stringify(cards)).not.toMatch(/umbra/);
  });

  test('name the section, the kind, the author of an opinion, and a sponsor', async () => {
    const { cards } = await paperOf('style-guide', moment);
    const words = new Map(cards.map(({ card: { headline, ...rest } }) => [headline, rest]));
    expect(words.get('The bridge has three arches')).toMatchObject({ kicker: 'Guide' });
    expect(words.get('Why the bridge was built')).toMatchObject({ kicker: 'Guide · Analysis' });
    expect(words.get('Bridges are for crossing')).toMatchObject({
      kicker: 'Guide · Opinion',
      note: 'Perpetua Vane and The desk',
    });
    expect(words.get('A better bridge')).toMatchObject({ paid: 'Sponsored' });
    expect(words.get('A better bridge')?.kicker).toBeUndefined();
  });

  test('have the colour of their section on light paper', async () => {
    const { cards } = await paperOf('home', moment);
    const accents = new Map(cards.map(({ path, card }) => [path, card.accent]));
    expect(accents.get('/ukraine/')).toBe('#1f5aa8');
    expect(accents.get('/2025/02/two-calls-on-a-wednesday/')).toMatch(/^#[\da-f]{6}$/);
    expect(accents.get('/')).toBeUndefined();
  });

  test('show the lead image, or else the portrait of an opinion’s author', async () => {
    const { cards } = await paperOf('style-guide', moment);
    const pictures = new Map(cards.map(({ card }) => [card.headline, card.picture ?? '']));
    expect(pictures.get('Bridges are for crossing')).toMatch(/authors\/perpetua-vane\.png$/);
    expect(pictures.get('Perpetua Vane')).toMatch(/authors\/perpetua-vane\.png$/);
    expect(pictures.get('Why the bridge was built')).toBe('');
  });

  test.each(['home', ...fixtures])(
    'can all be drawn: fonts have every character of %s',
    async (name) => {
      const { cards, addresses } = await paperOf(name, moment);
      const { warnings, printable } = await prepareCards(
        cards,
        readDrawing(await paletteOf()),
        addresses,
      );
      expect(warnings).toEqual([]);
      expect(printable.length).toBe(cards.length);
    },
  );

  test('leave out a card with a character that no font has, and report the character and the file', async () => {
    const { cards, addresses } = await paperOf('one-article', moment);
    const thai = cards.map((page) =>
      page.path === '/town/' ? { ...page, card: { ...page.card, headline: 'เมือง' } } : page,
    );
    const { warnings, entries } = await prepareCards(
      thai,
      readDrawing(await paletteOf()),
      addresses,
    );
    expect(entries['/town/']).toBeUndefined();
    expect(Object.keys(entries).length).toBe(cards.length - 1);
    expect(warnings).toEqual([
      'tests/fixtures/one-article/content/sections/town.yaml: no font for social cards has ' +
        '“เ” (U+0E40), “ม” (U+0E21), “ื” (U+0E37), “อ” (U+0E2D), “ง” (U+0E07); the page uses the paper’s own card.',
    ]);
  });
});
