import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { digestOfCode, versionsOf } from '../code-digest.ts';
import type { Addresses } from '../addresses.ts';
import { type Card, digestOf, wordsOn } from './card.ts';
import type { Palette } from '../theme/tokens.ts';
import { cardColours, type Colours } from './colours.ts';
import { undrawableFinder } from './faces.ts';
import { fontPackages } from './families.ts';
import type { PagesCard } from './page-cards.ts';

/** A card and the file that it is written to, relative to the paper's folder. */
export interface PrintableCard {
  digest: string;
  file: string;
  card: Card;
}

/** What a page needs of its card. */
export interface CardEntry {
  digest: string;
  alt: string;
}

/** Everything that decides how cards are drawn. */
export interface Drawing {
  colours: Colours;
  /** A digest of the code, the fonts and the colours. */
  digest: string;
}

const altOf = ({ paper, headline, note }: Card): string =>
  headline === undefined ? [paper, note].join(': ') : `${headline} · ${paper}`;

/**
 * Picks the colours, and digests them with the fonts and the code that draws.
 * @param palette the paper's colours; cards use those of the light scheme
 */
export const readDrawing = (palette: Palette): Drawing => {
  const colours = cardColours(palette);
  const packages = [...fontPackages, 'bidi-js', 'harfbuzzjs', 'linebreak', 'sharp'];
  const code = ['src/cards/*.ts', 'src/darkroom/draw-svg.ts'];
  return { colours, digest: digestOfCode(code, [colours, versionsOf(...packages)]) };
};

/** “ก” (U+0E01) */
const named = (character: string): string => {
  const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  return `“${character}” (U+${code})`;
};

const fileDigest = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

/** The cards of an edition: what pages need of them, and what is to be drawn. */
export interface PreparedCards {
  /** By the path of each card's page. */
  entries: Record<string, CardEntry>;
  printable: PrintableCard[];
  /** For the editor: one for each card with a character that no font has. */
  warnings: string[];
}

/**
 * Works out the addresses of cards without drawing them. Each picture is read once, for its digest. A card with a
 * character that no font has is left out, because half a headline is worse than the paper's own card, which is always
 * drawn.
 */
export const prepareCards = async (
  pages: readonly PagesCard[],
  { digest: drawing }: Drawing,
  addresses: Addresses,
): Promise<PreparedCards> => {
  const prepared: PreparedCards = { entries: {}, printable: [], warnings: [] };
  const undrawable = undrawableFinder();
  const pictures = new Map<string, string>();
  const pictureDigest = async (file: string): Promise<string> => {
    const digest = await fileDigest(file);
    pictures.set(file, digest);
    return digest;
  };
  for (const { path, file, card } of pages) {
    const isOwn = card.headline === undefined;
    const found = undrawable(wordsOn(card));
    // Waiting for each of an archive's cards would take longer than looking at it.
    const missing = (found instanceof Promise ? await found : found).map(named);
    if (missing.length > 0) {
      const instead = isOwn
        ? 'the paper’s own card leaves it out'
        : 'the page uses the paper’s own card';
      prepared.warnings.push(
        `${file}: no font for social cards has ${missing.join(', ')}; ${instead}.`,
      );
    }
    if (missing.length > 0 && !isOwn) continue;
    const picture =
      card.picture && (pictures.get(card.picture) ?? (await pictureDigest(card.picture)));
    const digest = digestOf(card, drawing, picture);
    prepared.entries[path] = { digest, alt: altOf(card) };
    prepared.printable.push({ digest, file: addresses.parameter(addresses.card(digest)), card });
  }
  return prepared;
};
