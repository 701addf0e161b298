import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { cardSize } from '../../src/cards/card.ts';
import { maxBytes } from '../../src/cards/draw.ts';
import { cardsOf, paperCard } from '../../src/cards/page-cards.ts';
import { prepareCards, readDrawing } from '../../src/cards/prepare-cards.ts';
import { checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { paletteOf } from '../palette.ts';
import { editionMoment, findPaper, papers } from '../papers.ts';
import { printed } from './printed.ts';

/** The cards that a paper must have at a given moment, keyed by the path of their page. */
const expectedCards = async (name: string, moment: Date) => {
  const switches = readSwitches(findPaper(name).env);
  const { publication, copy, pictures } = await checkPaper(switches);
  if (!publication) throw new Error(`The publication of ${name} has mistakes.`);
  const { basePath, publicationFile } = switches;
  const addresses = createAddresses(publication.url, basePath, publication.permalink);
  const pages = [
    paperCard(publication, { addresses, file: path.basename(publicationFile) }),
    ...cardsOf(copy, { publication, addresses, moment, pictures }),
  ];
  const { entries } = await prepareCards(
    pages,
    readDrawing(await paletteOf(switches.themeDir)),
    addresses,
  );
  return {
    entries,
    files: new Set(Object.values(entries).map(({ digest }) => addresses.card(digest))),
  };
};

describe.each(papers.map(({ name }) => name))('the social cards of the paper %s', (name) => {
  const { base, files, bytes, pages, page } = printed(name);
  const cards = [...files].filter((file) => file.startsWith(`${base}cards/`));

  test('exist for the front page and for each article, section and author', async () => {
    const { entries } = await expectedCards(name, editionMoment);
    const { $ } = page(`${base}404.html`);
    const sections = $('main .chips a').toArray();
    const firstPages = [
      ...pages.filter(({ $ }) => $('article.story').length > 0).map(({ path: at }) => at),
      // That page links to the front page and to every section.
      ...sections.map(({ attribs }) => decodeURI(attribs['href'] ?? '')),
      ...pages
        .map(({ path: at }) => at)
        .filter((at) => at.startsWith(`${base}author/`) && !/\/\d+\/$/.test(at)),
    ];
    expect(Object.keys(entries).map(decodeURI).sort()).toEqual(firstPages.sort());
  });

  test('are complete, with no other files among them', async () => {
    const { files: expected } = await expectedCards(name, editionMoment);
    expect(cards.sort()).toEqual([...expected].sort());
  });

  test('are JPEGs of 1200 × 630 pixels and at most 150 KB', async () => {
    expect(cards.length).toBeGreaterThan(3);
    for (const card of cards) {
      const { format, width, height } = await sharp(bytes(card)).metadata();
      expect({ format, width, height }, card).toEqual({ format: 'jpeg', ...cardSize });
      expect(bytes(card).length, card).toBeLessThanOrEqual(maxBytes);
    }
  });
});

test('a draft has no card, and a scheduled article none before its time', async () => {
  const { files } = printed('hostile');
  const now = await expectedCards('hostile', editionMoment);
  const later = await expectedCards('hostile', new Date('2999-01-01T00:00:00Z'));
  const held = Object.keys(later.entries).filter((at) => !(at in now.entries));
  expect(held.length).toBeGreaterThan(0);
  expect(Object.keys(later.entries).filter((at) => at.includes('draft-secret-umbra'))).toEqual([]);
  for (const at of held) {
    const { digest } = later.entries[at] ?? {};
    expect(files.has(`/cards/${digest ?? ''}.jpg`), at).toBe(false);
  }
});
