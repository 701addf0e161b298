import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataStoreIn } from '../astro/data-store.ts';
import { readKept, writeKept } from '../kept.ts';

/** What Astro has read of a paper's copy, which is kept between builds. */
export interface KeptCopy {
  /** Keeps it for the next build, once Astro has read all copy. */
  keep: () => void;
}

/**
 * Gives Astro what the last build kept, if it is undamaged: Astro itself would notice only if it could not be read.
 * @param cacheDir the paper's cache
 * @param astroCache Astro's own, which is empty
 */
export const bringKeptCopy = (cacheDir: string, astroCache: string): KeptCopy => {
  const place = join(cacheDir, 'copy.json');
  const inAstro = dataStoreIn(astroCache);
  const before = readKept(place);
  if (before) {
    mkdirSync(dirname(inAstro), { recursive: true });
    writeFileSync(inAstro, before);
  }
  return {
    keep: () => {
      const now = readFileSync(inAstro);
      if (!before?.equals(now)) writeKept(place, now);
    },
  };
};
