import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Colours } from '../cards/colours.ts';
import type { CardWork, KeptCard } from '../cards/card-worker.ts';
import type { PrintableCard } from '../cards/prepare-cards.ts';
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
   * @param last the edition from which cards are kept
   * @throws if a card could not be drawn, with the words on the card
   */
  printInto: (dir: string, last: LastEdition) => Promise<Printing>;
}

/** The folder that keeps drawn cards between builds. */
export interface CardCache {
  folder: string;
  /** Whether other papers keep their cards there too: then nothing is deleted from it. */
  isShared: boolean;
}

/**
 * Starts to draw the missing cards, into the cache. If none is missing, no thread is started.
 */
export const beginCards = async (
  cards: readonly PrintableCard[],
  { cache: { folder: cache, isShared }, colours }: { cache: CardCache; colours: Colours },
): Promise<BegunCards> => {
  await mkdir(cache, { recursive: true });
  // Pages whose cards are identical share one.
  const wanted = new Map(cards.map((printable) => [`${printable.digest}.jpg`, printable]));
  const before = new Set(await readdir(cache));
  const missing = [...wanted]
    .filter(([name]) => !before.has(name))
    .map(([name, { card }]): KeptCard => ({ kept: join(cache, name), card }));
  const work: CardWork = { cards: missing, colours };
  const drawn =
    missing.length > 0
      ? runInThread(new URL('../cards/card-worker.ts', import.meta.url), work)
      : undefined;

  return {
    printInto: async (dir, last) => {
      await drawn?.();
      if (!isShared) {
        for (const name of await readdir(cache)) if (!wanted.has(name)) await rm(join(cache, name));
      }
      const queue = wanted.entries();
      const copy = async (): Promise<void> => {
        for (const [name, { file }] of queue) {
          if (last.keep(file)) continue;
          await mkdir(dirname(join(dir, file)), { recursive: true });
          await copyFile(join(cache, name), join(dir, file));
        }
      };
      await Promise.all(Array.from({ length: availableParallelism() }, copy));
      return { printed: wanted.size, drawn: missing.length };
    },
  };
};
