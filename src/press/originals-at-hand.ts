import { availableParallelism } from 'node:os';
import { develop, type Negative } from '../darkroom/negative.ts';
import { type Original, takeOriginal } from '../darkroom/shelf.ts';

/** Astro prints all sizes of a picture one after another, and as many pictures at a time as there are cores. */
const most = Math.max(4, availableParallelism());

/** An original, and its negative: decoded when it is first asked for, and then for all its sizes. */
export interface OriginalAtHand extends Original {
  negative: () => Promise<Negative>;
}

/** The originals that were asked for last. */
export interface OriginalsAtHand {
  /**
   * @param digest what the stand-in says
   * @throws when it is not what it was when it was put on the shelf
   */
  take: (digest: string, root: string) => Promise<OriginalAtHand>;
}

const open = async (root: string, digest: string): Promise<OriginalAtHand> => {
  const original = await takeOriginal(root, digest);
  let negative: Promise<Negative> | undefined;
  return { ...original, negative: () => (negative ??= develop(original.bytes)) };
};

/** Keeps the originals that are being printed in memory. */
export const keepOriginalsAtHand = (): OriginalsAtHand => {
  const originals = new Map<string, Promise<OriginalAtHand>>();
  return {
    take: (digest, root) => {
      const original = originals.get(digest) ?? open(root, digest);
      originals.delete(digest);
      originals.set(digest, original);
      // It may be there the next time.
      original.catch(() => originals.delete(digest));
      for (const old of [...originals.keys()].slice(0, -most)) originals.delete(old);
      return original;
    },
  };
};
