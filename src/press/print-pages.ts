import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PagePrinter, PlannedPage } from '../astro/prerenderer.ts';
import { assetsIn } from '../astro/printed-files.ts';
import { policyIn } from '../policy/site-policy.ts';
import type { LastEdition, PrintedPage } from './last-edition.ts';

/** How the pages and feeds of an edition are printed. */
interface Printing {
  /** The folder of all that is new. */
  next: string;
  /** The pages that something waits for, in the order in which it does: they are printed before all others. */
  awaited: readonly string[];
  /** Receives each that was printed: its file from the paper's folder, what is known of it, and its text. */
  printed: (file: string, page: PrintedPage, text: string) => void;
  /** Receives each that was kept from the last edition. */
  kept: (file: string, page: PrintedPage) => void;
}

/**
 * Prints the pages and feeds of an edition, except those that can be kept from the last one. Files are written one after
 * another, which is fastest for many small ones. Two pages with one address are both printed, so that Astro refuses them.
 */
export const printPages = (
  last: LastEdition,
  { next, awaited, printed, kept }: Printing,
): PagePrinter => {
  const keys = new Map<string, string>();
  const turns = new Map(awaited.map((file, turn) => [file, turn]));
  const folders = new Set<string>();
  const write = (file: string, bytes: Uint8Array): void => {
    const target = join(next, file);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    writeFileSync(target, bytes);
  };
  const keep = ({ file, key }: PlannedPage): boolean => {
    if (key === undefined) return false;
    keys.set(file, key);
    const page = last.keepPage(file, key);
    if (page) kept(file, page);
    return page !== undefined;
  };
  const turnOf = ({ file }: PlannedPage): number => turns.get(file) ?? turns.size;

  return {
    choose: (planned) =>
      [...Map.groupBy(planned, ({ address }) => address).values()]
        .flatMap((alike) => (alike.length > 1 ? alike : alike.filter((page) => !keep(page))))
        .sort((a, b) => turnOf(a) - turnOf(b)),
    take: async (file, bytes) => {
      const text = bytes.toString();
      write(file, bytes);
      printed(file, { key: keys.get(file), policy: policyIn(text), shows: assetsIn(text) }, text);
      // Nothing else in a build waits for anything: threads beside it would not be heard before its end.
      await setImmediate();
    },
  };
};
