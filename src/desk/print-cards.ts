import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Card } from '../cards/card.ts';
import type { Colours } from '../cards/colours.ts';
import { drawCard } from '../cards/draw.ts';

/** A card and where it is printed to, from the paper's folder. */
export interface Printable {
  digest: string;
  file: string;
  card: Card;
}

/** How many of the cards had to be drawn. */
export interface Printing {
  printed: number;
  drawn: number;
}

/**
 * Prints cards into a paper's folder. What was drawn before is taken from the cache; what this edition does not show
 * goes out of it. As many cards are in memory as the machine has cores.
 * @param dir the paper's folder
 * @param cache the folder that keeps drawn cards between builds
 */
export const printCards = async (
  cards: readonly Printable[],
  { dir, cache, colours }: { dir: string; cache: string; colours: Colours },
): Promise<Printing> => {
  await mkdir(cache, { recursive: true });
  // Two pages whose cards say the same share one.
  const wanted = new Map(cards.map((printable) => [`${printable.digest}.jpg`, printable]));
  for (const name of await readdir(cache)) if (!wanted.has(name)) await rm(join(cache, name));

  let drawn = 0;
  const queue = wanted.entries();
  const work = async (): Promise<void> => {
    for (const [name, { card, file }] of queue) {
      const kept = join(cache, name);
      if (!existsSync(kept)) {
        // Under another name first, so that a build that breaks off leaves no half card behind.
        await writeFile(`${kept}.part`, await drawCard(card, colours));
        await rename(`${kept}.part`, kept);
        drawn += 1;
      }
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await copyFile(kept, join(dir, file));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { printed: wanted.size, drawn };
};
