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

/** The names of pictures and scripts, as they stand in addresses. */
const shown = /_astro\/[^\s"'<>&),;\\]+/g;

const decoded = (name: string): string => {
  try {
    return decodeURI(name);
  } catch {
    // Copy may name what it likes; no file has such a name.
    return name;
  }
};

const showsOf = (text: string): string[] => [...new Set(text.match(shown))].map(decoded);

/** What is told of an edition's pages and feeds while they are printed. */
export interface Printing {
  /** Whether a page is to be printed before others, because something waits for it. */
  isAwaited: (file: string) => boolean;
  /** One was printed: its file from the paper's folder, what is known of it, and its text. */
  printed: (file: string, page: PrintedPage, text: string) => void;
  /** One was kept from the last edition. */
  kept: (file: string, page: PrintedPage) => void;
}

/**
 * Leaves out of a build the pages and feeds that can be kept from the last edition, and tells of each whether it was kept
 * or printed. Two pages with one address are left to Astro, which says so.
 * @param base the paper's base path
 */
export const keepingUnchanged =
  (
    last: LastEdition,
    { base, isAwaited, printed, kept }: Printing & { base: string },
  ): ((printer: AstroPrerenderer) => AstroPrerenderer) =>
  (printer) => {
    const keys = new Map<string, string>();
    return {
      ...printer,
      getStaticPaths: async () => {
        const paths = await printer.getStaticPaths();
        const seen = new Map<string, number>();
        for (const { pathname } of paths) {
          seen.set(bare(pathname), (seen.get(bare(pathname)) ?? 0) + 1);
        }
        const awaited: typeof paths = [];
        const others: typeof paths = [];
        for (const path of paths) {
          const { pathname, route, cacheKey } = path;
          const file = fileOf(bare(pathname), route.type);
          if (cacheKey !== undefined && seen.get(bare(pathname)) === 1) {
            keys.set(file, cacheKey);
            const page = last.keepPage(file, cacheKey);
            if (page) {
              kept(file, page);
              continue;
            }
          }
          (isAwaited(file) ? awaited : others).push(path);
        }
        return [...awaited, ...others];
      },
      render: async (request, options) => {
        const result = await printer.render(request, options);
        const response = result instanceof Response ? result : result.response;
        if (!response.body) return response;
        const path = decodeURI(new URL(request.url).pathname).slice(base.length);
        const file = fileOf(bare(path), options.routeData.type);
        const bytes = Buffer.from(await response.arrayBuffer());
        const text = bytes.toString();
        printed(file, { key: keys.get(file), policy: policyIn(text), shows: showsOf(text) }, text);
        return new Response(bytes, response);
      },
    };
  };
