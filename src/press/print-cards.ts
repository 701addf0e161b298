import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Colours } from '../cards/colours.ts';
import type { CardWork, KeptCard } from '../cards/card-worker.ts';
import type { PrintableCard } from '../cards/prepare-cards.ts';
import { keptSuffix, readKept } from '../kept.ts';
import { readerInTurn } from '../read-in-turn.ts';
import type { LastEdition } from './last-edition.ts';
import { runInThread } from './run-in-thread.ts';

/** How many cards an edition has, and how many of them had to be drawn. */
export interface Printing {
  printed: number;
  drawn: number;
}

/** The cards of an edition, while they are being drawn. */
export interface BegunCards {
  /**
   * Waits until all cards are drawn and copies them into the folder of new files. Cards that this edition does not show
   * are deleted from the cache, unless it is shared.
   * @throws if a card could not be drawn, with the words on the card
   */
  printInto: (dir: string) => Promise<Printing>;
}

/** The folder that keeps drawn cards between builds. */
export interface CardCache {
  folder: string;
  /** Whether other papers keep their cards there too: then nothing is deleted from it. */
  isShared: boolean;
}

/**
 * Starts to draw the missing cards, into the cache. If none is missing, no thread is started. Those that turn out not to be
 * as they were drawn are drawn again.
 * @param last the edition from which cards are kept
 */
export const beginCards = (
  cards: readonly PrintableCard[],
  last: LastEdition,
  { cache: { folder: cache, isShared }, colours }: { cache: CardCache; colours: Colours },
): BegunCards => {
  mkdirSync(cache, { recursive: true });
  // Pages whose cards are identical share one.
  const wanted = new Map<string, PrintableCard>();
  for (const card of cards) wanted.set(card.digest, card);
  const isNew = [...wanted.values()]
    .filter(({ file }) => !last.keep(file))
    .map((card) => [`${card.digest}.jpg`, card] as const);
  const draw = (names: readonly (readonly [string, PrintableCard])[]): (() => Promise<unknown>) => {
    const missing = names.map(([name, { card }]): KeptCard => ({ kept: join(cache, name), card }));
    if (missing.length === 0) return () => Promise.resolve(undefined);
    const work: CardWork = { cards: missing, colours };
    return runInThread(new URL('../cards/card-worker.ts', import.meta.url), work);
  };
  const missing = isNew.filter(([name]) => !existsSync(join(cache, name) + keptSuffix));
  const drawn = draw(missing);

  return {
    printInto: async (dir) => {
      await drawn();
      const ending = `.jpg${keptSuffix}`;
      for (const name of isShared ? [] : readdirSync(cache)) {
        const isWanted = name.endsWith(ending) && wanted.has(name.slice(0, -ending.length));
        if (!isWanted) rmSync(join(cache, name), { recursive: true });
      }
      const read = readerInTurn();
      const place = (name: string, file: string): boolean => {
        const card = readKept(join(cache, name), read);
        if (!card) return false;
        mkdirSync(dirname(join(dir, file)), { recursive: true });
        writeFileSync(join(dir, file), card);
        return true;
      };
      // A card is read once, when it is wanted: to read all of them before would take as long again.
      const damaged = isNew.filter(([name, { file }]) => !place(name, file));
      await draw(damaged)();
      for (const [name, { file }] of damaged) {
        if (place(name, file)) continue;
        throw new Error(`${join(cache, name)} was changed or deleted during the build.`);
      }
      return { printed: wanted.size, drawn: missing.length + damaged.length };
    },
  };
};
