import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import type { LastEdition } from './last-edition.ts';
import { keptPages } from './unfinished.ts';

/** What Astro lists of the pages that may be used again, as far as it is read here. */
interface KeptPages {
  routes: Record<string, { paths: Record<string, { cacheKey: string; outputFile: string }> }>;
}

const readKept = (cacheDir: string): KeptPages | undefined => {
  try {
    return JSON.parse(readFileSync(join(cacheDir, keptPages), 'utf8')) as KeptPages;
  } catch {
    return undefined;
  }
};

/** The path of a page without the slashes round it, however it is written. */
const plain = (path: string): string => decodeURI(path).replaceAll(/^\/+|\/+$/g, '');

/**
 * Has pages and feeds that are used again taken over from the edition on air: Astro finds them printed and does not copy
 * them out of its cache. What it prints anew in spite of its key gets a file of its own.
 * @param base the paper's base path
 */
export const takingOver =
  (
    last: LastEdition,
    { cacheDir, next, base }: { cacheDir: string; next: string; base: string },
  ): ((printer: AstroPrerenderer) => AstroPrerenderer) =>
  (printer) => {
    const taken = new Map<string, string>();
    return {
      ...printer,
      getStaticPaths: async () => {
        const paths = await printer.getStaticPaths();
        const kept = readKept(cacheDir);
        for (const { pathname, route, cacheKey } of paths) {
          const page = kept?.routes[route.component]?.paths[pathname];
          if (page?.cacheKey === cacheKey && page && last.takeOver(page.outputFile)) {
            taken.set(plain(base + pathname), page.outputFile);
          }
        }
        return paths;
      },
      render: (request, options) => {
        const file = taken.get(plain(new URL(request.url).pathname));
        if (file !== undefined) rmSync(join(next, file), { force: true });
        return printer.render(request, options);
      },
    };
  };
