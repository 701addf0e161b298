import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AstroPrerenderer } from 'astro';
import { policyIn } from '../policy/site-policy.ts';
import type { LastEdition, PrintedPage } from './last-edition.ts';

/** A path without the slashes round it. */
const bare = (path: string): string => path.replaceAll(/^\/+|\/+$/g, '');

/** The file that a page or feed is printed to, from the paper's folder. */
const fileOf = (path: string, type: string): string => {
  if (type === 'endpoint') return path;
  return path === '404' ? '404.html' : bare(`${path}/index.html`);
};

/** The names of pictures and scripts, as they stand in addresses: brackets in pairs, apostrophes as HTML writes them. */
const shown = /_astro\/(?:[^\s"'<>&(),;\\]|&#39;|\([^\s"'<>&(),;\\]*\))+/g;

const decoded = (name: string): string => {
  try {
    return decodeURI(name.replaceAll('&#39;', "'"));
  } catch {
    // Copy may name what it likes; no file has such a name.
    return name;
  }
};

const showsOf = (text: string): string[] => [...new Set(text.match(shown))].map(decoded);

/** How the pages and feeds of an edition are printed. */
interface Printing {
  /** The folder of all that is new. */
  next: string;
  /** The paper's base path. */
  base: string;
  /** The pages that something waits for, in the order in which it does: they are printed before all others. */
  awaited: readonly string[];
  /** Is told of each that was printed: its file from the paper's folder, what is known of it, and its text. */
  printed: (file: string, page: PrintedPage, text: string) => void;
  /** Is told of each that was kept from the last edition. */
  kept: (file: string, page: PrintedPage) => void;
}

/**
 * Prints the pages and feeds of an edition in Astro's stead, but for those that can be kept from the last one: Astro is
 * not told of these. It renders; files are written here, one after another, which is fastest for many small ones. Two
 * pages with one address are left to Astro, which says so.
 */
export const printingPages =
  (
    last: LastEdition,
    { next, base, awaited, printed, kept }: Printing,
  ): ((printer: AstroPrerenderer) => AstroPrerenderer) =>
  (printer) => {
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

    return {
      ...printer,
      getStaticPaths: async () => {
        const paths = await printer.getStaticPaths();
        const byAddress = Map.groupBy(paths, ({ pathname }) => bare(pathname));
        const left: { path: (typeof paths)[number]; turn: number }[] = [];
        for (const [address, alike] of byAddress) {
          for (const path of alike) {
            const { route, cacheKey } = path;
            const file = fileOf(address, route.type);
            if (cacheKey !== undefined && alike.length === 1) {
              keys.set(file, cacheKey);
              const page = last.keepPage(file, cacheKey);
              if (page) {
                kept(file, page);
                continue;
              }
            }
            left.push({ path, turn: turns.get(file) ?? turns.size });
          }
        }
        return left.sort((a, b) => a.turn - b.turn).map(({ path }) => path);
      },
      render: async (request, options) => {
        const result = await printer.render(request, options);
        const response = result instanceof Response ? result : result.response;
        if (!response.ok && response.status !== 404) return response;
        const path = decodeURI(new URL(request.url).pathname).slice(base.length);
        const file = fileOf(bare(path), options.routeData.type);
        const bytes = Buffer.from(await response.arrayBuffer());
        const text = bytes.toString();
        write(file, bytes);
        printed(file, { key: keys.get(file), policy: policyIn(text), shows: showsOf(text) }, text);
        // Nothing else in a build waits for anything: threads beside it would not be heard before its end.
        await setImmediate();
        // Astro writes nothing of a page without a body.
        return new Response(null);
      },
    };
  };
