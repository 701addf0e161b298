import { copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Colours } from '../cards/colours.ts';
import type { CardWork, KeptCard } from '../cards/card-worker.ts';
import type { PrintableCard } from '../cards/prepare-cards.ts';
import type { LastEdition } from './last-edition.ts';
import { runInThread } from './run-in-thread.ts';

/** How many of the cards had to be drawn. */
export interface Printing {
  printed: number;
  drawn: number;
}

/** The cards of an edition, while they are being drawn. */
export interface BegunCards {
  /**
   * Waits until all cards are drawn and prints them into the folder of all that is new. What this edition does not show
   * goes out of the cache, unless that is shared.
   * @param last the edition from which cards are kept
   * @throws when a card could not be drawn, with the words that it shows
   */
  printInto: (dir: string, last: LastEdition) => Promise<Printing>;
}

/** The folder that keeps drawn cards between builds. */
export interface CardCache {
  folder: string;
  /** Whether other papers keep their cards there too: then nothing is taken out of it. */
  isShared: boolean;
}

/**
 * Begins to draw the cards that were not drawn before, into the cache; where there are none, nothing is started.
 */
export const beginCards = async (
  cards: readonly PrintableCard[],
  { cache: { folder: cache, isShared }, colours }: { cache: CardCache; colours: Colours },
): Promise<BegunCards> => {
  await mkdir(cache, { recursive: true });
  // Two pages whose cards say the same share one.
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
