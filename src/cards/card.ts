import { hash } from 'node:crypto';

/** The size of a social card, in pixels: what Open Graph consumers show uncropped. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What a social card shows. */
export interface Card {
  /** The paper's name. */
  paper: string;
  /** The paper's language, a BCP 47 tag. */
  language: string;
  /** The largest text: a headline, a section's title or an author's name. The paper's own card has none. */
  headline?: string | undefined;
  /** The line above it: a story's section, and its kind if that is labelled; an author's role. */
  kicker?: string | undefined;
  /** The label of a sponsored story; it replaces the kicker and stands out. */
  paid?: string | undefined;
  /** The line below it: who signs an opinion, what a section covers, the paper's tagline. */
  note?: string | undefined;
  /** The colour of its section on light paper, `#rgb` or `#rrggbb`; without one, the kicker is grey and the line ink. */
  accent?: string | undefined;
  /** The absolute path of the picture. */
  picture?: string | undefined;
}

/** A card, as a page links to it. */
export interface PrintedCard {
  /** Its address, with the base path. */
  path: string;
  width: number;
  height: number;
  /** Its alternative text. */
  alt: string;
}

/** Every text that is drawn on a card. */
export const wordsOn = ({ paper, headline, kicker, paid, note }: Card): string[] =>
  [paper, headline, kicker, paid, note].filter((words) => words !== undefined);

/**
 * The digest that names a card: it changes with everything that the card shows and with what draws it, and nothing
 * else.
 * @param drawing a digest of the code, the colours and the fonts
 * @param picture a digest of the card's picture, if it has one
 * @returns twelve hexadecimal digits
 */
export const digestOf = (card: Card, drawing: string, picture?: string): string => {
  const { paper, language, headline, kicker, paid, note, accent } = card;
  const shown = [drawing, paper, language, headline, kicker, paid, note, accent, picture];
  // JSON turns a missing part into null, so no text can move from one part to another unnoticed.
  return hash('sha256', JSON.stringify(shown)).slice(0, 12);
};
