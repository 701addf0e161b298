import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PagePrinter, PlannedPage } from '../astro/prerenderer.ts';
import { assetsIn } from '../astro/printed-files.ts';
import { policyIn } from '../policy/site-policy.ts';
import type { PrintedPage } from './edition-list.ts';
import type { LastEdition } from './last-edition.ts';

/** How the pages and feeds of an edition are printed. */
interface Printing {
  /** The folder of new files. */
  next: string;
  /**
   * Called with the pages that will be printed, once it is known which are kept.
   * @returns those that are to be printed before all others, in order
   */
  first: (printed: readonly string[]) => readonly string[];
  /** Whether an edition goes without a page or feed that the routes would give it. */
  isLeftOut?: (file: string) => boolean;
  /**
   * Called for each page that was printed, with its path from the paper's folder, what is known about it, and its text.
   */
  printed: (file: string, page: PrintedPage, text: string) => void;
  /** Called for each page that was kept from the last edition. */
  kept: (file: string, page: PrintedPage) => void;
}

/**
 * Makes a function that returns a text as one that stands alone: what is cut out of a page holds on to the whole page for as
 * long as it is remembered itself. Few texts differ.
 */
const alone = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? Buffer.from(text).toString();
    known.set(found, found);
    return found;
  };
};

/**
 * Prints the pages and feeds of an edition, except those that can be kept from the last one. Files are written one
 * after another, which is fastest for many small ones. Two pages with the same address are both printed, so that Astro
 * rejects them.
 */
export const printPages = (
  last: LastEdition,
  { next, isLeftOut = () => false, first, printed, kept }: Printing,
): PagePrinter => {
  const keys = new Map<string, string>();
  const folders = new Set<string>();
  const apart = alone();
  const write = (file: string, content: string | Uint8Array): void => {
    const target = join(next, file);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, content);
  };
  const keep = ({ file, key }: PlannedPage): boolean => {
    if (key === undefined) return false;
    const page = last.keepPage(file, key);
    if (page) kept(file, page);
    else keys.set(file, key);
    return page !== undefined;
  };

  return {
    choose: (planned) => {
      const wanted = planned.filter(({ file }) => !isLeftOut(file));
      const counts = new Map<string, number>();
      for (const { address } of wanted) counts.set(address, (counts.get(address) ?? 0) + 1);
      const chosen = wanted.filter((page) => (counts.get(page.address) ?? 0) > 1 || !keep(page));
      const turns = new Map(
        first(chosen.map(({ file }) => file)).map((file, turn) => [file, turn]),
      );
      const turnOf = ({ file }: PlannedPage): number => turns.get(file) ?? turns.size;
      return chosen.sort((a, b) => turnOf(a) - turnOf(b));
    },
    take: async (file, content) => {
      const text = content.toString();
      write(file, content);
      const found = policyIn(text);
      const policy = found === undefined ? undefined : apart(found);
      printed(file, { key: keys.get(file), policy, shows: assetsIn(text).map(apart) }, text);
      // Nothing else here yields to the event loop: without this, messages from threads would arrive only at the end.
      await setImmediate();
    },
  };
};
