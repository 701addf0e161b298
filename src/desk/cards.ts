import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses } from '../addresses.ts';
import { type Card, digestOf, wordsOn } from '../cards/card.ts';
import { type Colours, coloursIn } from '../cards/colours.ts';
import { undrawable } from '../cards/faces.ts';
import { fontPackages } from '../cards/families.ts';
import { pictureFile } from '../copy/pictures.ts';
import type { Copy } from '../copy/read.ts';
import { traitsOf } from '../edition/kinds.ts';
import { isPublic } from '../edition/public.ts';
import { calendarFor } from '../language/dates.ts';
import { wordsFor } from '../language/words.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Printable } from './print-cards.ts';

/** A card of this edition. */
export interface PagesCard {
  /** The address of the page that it stands for, with the base path. */
  path: string;
  /** The file that its words come from, as messages name it. */
  file: string;
  card: Card;
}

/** What a page must know of its card. */
export interface CardEntry {
  digest: string;
  alt: string;
}

/** The colours and what else decides how cards are drawn. */
export interface Drawing {
  colours: Colours;
  /** Changes with the code, the fonts and the colours. */
  digest: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

const altOf = ({ paper, headline, note }: Card): string =>
  headline === undefined ? [paper, note].join(': ') : `${headline} · ${paper}`;

/** Reads how cards are drawn. */
export const readDrawing = (): Drawing => {
  const text = (name: string): string =>
    // A checkout on Windows may have other line ends.
    readFileSync(join(root, name), 'utf8').replaceAll('\r\n', '\n');
  const colours = coloursIn(text('src/styles/tokens.css'));
  const { dependencies } = JSON.parse(text('package.json')) as {
    dependencies: Record<string, string>;
  };
  const packages = [...fontPackages, 'bidi-js', 'harfbuzzjs', 'linebreak', 'sharp'];
  const hash = createHash('sha256').update(
    JSON.stringify([colours, packages.map((name) => [name, dependencies[name]])]),
  );
  for (const name of globSync('src/cards/*.ts', { cwd: root }).sort()) hash.update(text(name));
  return { colours, digest: hash.digest('hex') };
};

/** The paper's own card, which stands for every page that has none. */
export const paperCard = (
  { name, tagline, language }: Publication,
  { addresses, file }: { addresses: Addresses; file: string },
): PagesCard => ({
  path: addresses.front,
  file,
  card: { paper: name, language, note: tagline },
});

/** The cards of the public articles, the sections and the authors, in a stable order. */
export const cardsOf = (
  { articles, sections, authors }: Copy,
  {
    publication: { name: paper, language, timeZone },
    addresses,
    moment,
  }: { publication: Publication; addresses: Addresses; moment: Date },
): PagesCard[] => {
  const common = { paper, language };
  const { kinds } = wordsFor(language);
  const { listGaps } = calendarFor(language, timeZone);
  const titles = new Map(sections.map(({ id, data }) => [id, data.title]));
  const byId = new Map(authors.map((author) => [author.id, author]));
  const portraitOf = (id: string): string | undefined => {
    const author = byId.get(id);
    return author?.data.picture && pictureFile(author.data.picture.src, author.file);
  };
  return [
    ...articles
      .filter(({ data }) => isPublic(data, moment))
      .map(({ id, data, file, shown }): PagesCard => {
        const { headline, section, kind, leadImage } = data;
        const { labelled, leads, paid } = traitsOf(kind);
        const names = data.authors.map((author) => byId.get(author)?.data.name ?? author);
        const gaps = listGaps(names.length);
        const byAuthor = leads === 'author';
        return {
          path: addresses.article({ ...data, id }),
          file: shown,
          card: {
            ...common,
            headline,
            ...(paid
              ? { paid: kinds[kind] }
              : {
                  // A section may be called what its stories are.
                  kicker: [
                    ...new Set([
                      titles.get(section) ?? section,
                      ...(labelled ? [kinds[kind]] : []),
                    ]),
                  ].join(' · '),
                }),
            note: byAuthor
              ? names.map((name, n) => `${gaps[n - 1] ?? ''}${name}`).join('')
              : undefined,
            picture: leadImage
              ? pictureFile(leadImage.src, file)
              : byAuthor
                ? portraitOf(data.authors[0] ?? '')
                : undefined,
          },
        };
      }),
    ...sections.map(({ id, data: { title, description }, shown }): PagesCard => ({
      path: addresses.section(id),
      file: shown,
      card: { ...common, headline: title, note: description },
    })),
    ...authors.map(({ id, data: { name, role }, shown }): PagesCard => ({
      path: addresses.author(id),
      file: shown,
      card: { ...common, headline: name, kicker: role, picture: portraitOf(id) },
    })),
  ];
};

/** “ก” (U+0E01) */
const named = (character: string): string => {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  return `“${character}” (U+${code})`;
};

const fileDigest = async (file: string | undefined): Promise<string | undefined> =>
  file === undefined
    ? undefined
    : createHash('sha256')
        .update(await readFile(file))
        .digest('hex');

/** The cards of an edition: what pages must know of them, and what is printed. */
export interface PreparedCards {
  /** By the path of the page that each stands for. */
  entries: Record<string, CardEntry>;
  printable: Printable[];
  /** What an editor should know: each card with a character that no font has. */
  warnings: string[];
}

/**
 * Makes the addresses of cards, without drawing them. One picture after another is read, for its digest. A card with a
 * character that no font has is left out, as half a headline is worse than the paper's own card; that one is made of
 * what there is.
 */
export const prepareCards = async (
  pages: readonly PagesCard[],
  { digest: drawing }: Drawing,
  addresses: Addresses,
): Promise<PreparedCards> => {
  const prepared: PreparedCards = { entries: {}, printable: [], warnings: [] };
  for (const { path, file, card } of pages) {
    const isOwn = card.headline === undefined;
    const missing = (await undrawable(wordsOn(card))).map(named);
    if (missing.length > 0) {
      const instead = isOwn
        ? 'the paper’s own card lacks it'
        : 'the page gets the paper’s own card';
      prepared.warnings.push(
        `${file}: no font of the social cards has ${missing.join(', ')}; ${instead}.`,
      );
    }
    if (missing.length > 0 && !isOwn) continue;
    const digest = digestOf(card, drawing, await fileDigest(card.picture));
    prepared.entries[path] = { digest, alt: altOf(card) };
    prepared.printable.push({ digest, file: addresses.parameter(addresses.card(digest)), card });
  }
  return prepared;
};
