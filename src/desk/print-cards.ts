import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Card } from '../cards/card.ts';
import type { Colours } from '../cards/colours.ts';
import { drawCard } from '../cards/draw.ts';

/** A card and where it is printed to, from the paper's folder. */
export interface Printable {
  digest: string;
  file: string;
  card: Card;
}

/** Where drawn cards are kept between builds, and what they are drawn in. */
export interface CardDrawing {
  cache: string;
  colours: Colours;
}

const nameOf = ({ digest }: Printable): string => `${digest}.jpg`;

/** Two pages whose cards say the same share one. */
const distinct = (cards: readonly Printable[]): Map<string, Printable> =>
  new Map(cards.map((printable) => [nameOf(printable), printable]));

/** Does something for every card; with as many at a time as the machine has cores, for memory's sake. */
const forEach = async (
  cards: Iterable<Printable>,
  task: (printable: Printable) => Promise<void>,
): Promise<void> => {
  const queue = cards[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await task(next.value);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
};

/** Draws cards into the cache. */
export const drawCards = async (
  cards: readonly Printable[],
  { cache, colours }: CardDrawing,
): Promise<void> => {
  await mkdir(cache, { recursive: true });
  await forEach(cards, async (printable) => {
    // Under another name first, so that a build that breaks off leaves no half card behind.
    const kept = join(cache, nameOf(printable));
    await writeFile(`${kept}.part`, await drawCard(printable.card, colours));
    await rename(`${kept}.part`, kept);
  });
};

/** Cards that are being drawn. */
export interface BegunCards {
  /** Waits for them, and says how many they are. Throws when one cannot be drawn. */
  drawn: () => Promise<number>;
}

/**
 * Begins to draw the cards that the cache lacks, beside whatever else the build does: in a thread of its own, whose
 * memory does not grow with the paper, so that no time goes into tidying the whole edition's for a few pixels.
 */
export const beginCards = (cards: readonly Printable[], drawing: CardDrawing): BegunCards => {
  const missing = [...distinct(cards).values()].filter(
    (printable) => !existsSync(join(drawing.cache, nameOf(printable))),
  );
  if (missing.length === 0) return { drawn: () => Promise.resolve(0) };
  const worker = new Worker(new URL('card-worker.ts', import.meta.url), {
    workerData: { cards: missing, drawing },
  });
  // A build that fails for another reason does not wait for cards.
  worker.unref();
  const ended = new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => {
      resolve(missing.length);
    });
  });
  // Told where it is waited for, and not in the midst of another step.
  ended.catch(() => undefined);
  return {
    drawn: () => {
      worker.ref();
      return ended;
    },
  };
};

/**
 * Prints drawn cards from the cache into a paper's folder; what this edition does not show goes out of the cache.
 * @param dir the paper's folder
 * @returns how many there are
 */
export const printCards = async (
  cards: readonly Printable[],
  { dir, cache }: { dir: string; cache: string },
): Promise<number> => {
  await mkdir(cache, { recursive: true });
  const wanted = distinct(cards);
  for (const name of await readdir(cache)) if (!wanted.has(name)) await rm(join(cache, name));
  await forEach(wanted.values(), async (printable) => {
    const printed = join(dir, printable.file);
    await mkdir(dirname(printed), { recursive: true });
    await copyFile(join(cache, nameOf(printable)), printed);
  });
  return wanted.size;
};
