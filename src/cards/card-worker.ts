import { availableParallelism } from 'node:os';
import { workerData } from 'node:worker_threads';
import { writeKept } from '../kept.ts';
import type { Colours } from './colours.ts';
import { drawCard } from './draw.ts';
import type { Card } from './card.ts';

/** A card and the file that caches it between builds. */
export interface KeptCard {
  kept: string;
  card: Card;
}

/** The thread's `workerData`. */
export interface CardWork {
  cards: KeptCard[];
  colours: Colours;
}

const { cards, colours } = workerData as CardWork;

const draw = async ({ kept, card }: KeptCard): Promise<void> => {
  try {
    writeKept(kept, await drawCard(card, colours));
  } catch (error) {
    const { paper, headline = paper, picture } = card;
    const shown = picture === undefined ? '' : ` with the picture ${picture}`;
    throw new Error(
      `The social card “${headline}”${shown} could not be drawn: ${(error as Error).message}`,
      { cause: error },
    );
  }
};

const queue = cards.values();
const work = async (): Promise<void> => {
  for (const card of queue) await draw(card);
};
// Draws as many cards at a time as the machine has cores, to limit memory.
await Promise.all(Array.from({ length: availableParallelism() }, work));
