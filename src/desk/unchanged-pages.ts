import { join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import type { LastEdition } from './last-edition.ts';

/** A path without the slashes round it. */
const bare = (path: string): string => path.replaceAll(/^\/+|\/+$/g, '');

/**
 * Has pages and feeds that are used again taken over from the edition on air: Astro finds them printed and does not copy
 * them out of its cache. What it prints anew in spite of its key gets a file of its own.
 * @param base the paper's base path
 * @param keys is told the key of each page and feed that has one, by its file
 */
export const takingOver =
  (
    last: LastEdition,
    { base, keys }: { base: string; keys: Record<string, string> },
  ): ((printer: AstroPrerenderer) => AstroPrerenderer) =>
  (printer) => {
    const taken = new Map<string, string>();
    return {
      ...printer,
      getStaticPaths: async () => {
        const paths = await printer.getStaticPaths();
        for (const { pathname, route, cacheKey } of paths) {
          if (cacheKey === undefined) continue;
          const path = bare(pathname);
          const file =
            route.type === 'endpoint' ? path : join(path, 'index.html').replaceAll('\\', '/');
          keys[file] = cacheKey;
          if (last.keyOf(file) === cacheKey && last.takeOver(file)) {
            taken.set(bare(`${base}${path}`), file);
          }
        }
        return paths;
      },
      render: (request, options) => {
        const file = taken.get(bare(decodeURI(new URL(request.url).pathname)));
        if (file !== undefined) last.drop(file);
        return printer.render(request, options);
      },
    };
  };
