import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Colours } from '../cards/colours.ts';
import type { CardWork, KeptCard } from '../cards/card-worker.ts';
import type { PrintableCard } from '../cards/prepare-cards.ts';
import { keptSuffix, readKept } from '../kept.ts';
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
 * Starts to draw the missing cards, into the cache. If none is missing, no thread is started.
 * @param last the edition from which cards are kept
 */
export const beginCards = (
  cards: readonly PrintableCard[],
  last: LastEdition,
  { cache: { folder: cache, isShared }, colours }: { cache: CardCache; colours: Colours },
): BegunCards => {
  mkdirSync(cache, { recursive: true });
  // Pages whose cards are identical share one.
  const wanted = new Map(cards.map((printable) => [`${printable.digest}.jpg`, printable]));
  const isNew = [...wanted].filter(([, { file }]) => !last.keep(file));
  const missing = isNew
    .filter(([name]) => !readKept(join(cache, name)))
    .map(([name, { card }]): KeptCard => ({ kept: join(cache, name), card }));
  const work: CardWork = { cards: missing, colours };
  const drawn =
    missing.length > 0
      ? runInThread(new URL('../cards/card-worker.ts', import.meta.url), work)
      : undefined;

  return {
    printInto: async (dir) => {
      await drawn?.();
      for (const name of isShared ? [] : readdirSync(cache)) {
        const isWanted = name.endsWith(keptSuffix) && wanted.has(name.slice(0, -keptSuffix.length));
        if (!isWanted) rmSync(join(cache, name), { recursive: true });
      }
      for (const [name, { file }] of isNew) {
        const card = readKept(join(cache, name));
        if (!card) throw new Error(`${join(cache, name)} was changed or deleted during the build.`);
        mkdirSync(dirname(join(dir, file)), { recursive: true });
        writeFileSync(join(dir, file), card);
      }
      return { printed: wanted.size, drawn: missing.length };
    },
  };
};
