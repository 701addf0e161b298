import { createHash } from 'node:crypto';

/** The size of a social card, in pixels: what Open Graph's readers show whole. */
export const cardSize = { width: 1200, height: 630 } as const;

/** What a social card shows. */
export interface Card {
  /** The paper's name. */
  paper: string;
  /** The paper's language, a BCP 47 tag. */
  language: string;
  /** The largest words: a headline, a section's title, an author's name; the paper's own card has none. */
  headline?: string | undefined;
  /** What stands over them: the section, and the kind where it is named. */
  kicker?: string | undefined;
  /** What a story is called that somebody pays for; it stands in the kicker's place, and stands out. */
  paid?: string | undefined;
  /** What stands under them: who signs an opinion, what a section covers, what the paper stands for. */
  note?: string | undefined;
  /** The absolute path of the picture. */
  picture?: string | undefined;
}

/** A card as a page names it. */
export interface PrintedCard {
  /** Its address, with the base path. */
  path: string;
  width: number;
  height: number;
  /** What it says, for those who do not see it. */
  alt: string;
}

/** The words of a card: everything that letters are drawn for. */
export const wordsOn = ({ paper, headline, kicker, paid, note }: Card): string[] =>
  [paper, headline, kicker, paid, note].filter((words) => words !== undefined);

/**
 * What a card is known by: it changes with everything that the card shows and with what draws it, and with nothing else.
 * @param drawing stands for the code, the colours and the fonts
 * @param picture stands for the bytes of the card's picture, where it has one
 * @returns twelve hexadecimal digits
 */
export const digestOf = (card: Card, drawing: string, picture?: string): string => {
  const { paper, language, headline, kicker, paid, note } = card;
  const shown = [drawing, paper, language, headline, kicker, paid, note, picture];
  // A missing part becomes null, and cannot be taken for another one's words.
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 12);
};
