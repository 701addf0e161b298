import type { AstroPrerenderer } from 'astro';
import { contentOf } from './page-text.ts';
import { keyOf } from './static-paths.ts';

/** A path that Astro would print. */
type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The response among what Astro's prerenderer returns. */
export const responseOf = (result: Awaited<ReturnType<AstroPrerenderer['render']>>): Response =>
  result instanceof Response ? result : result.response;

/** A page or feed that Astro is about to print. */
export interface PlannedPage {
  /** Its path below the base path, without slashes around it. */
  address: string;
  /** The file that it is printed to, as a path from the paper's folder. */
  file: string;
  /** The key that its route gave it. */
  key: string | undefined;
}

/** What prints pages instead of Astro. */
export interface PagePrinter {
  /** Called once: returns the pages that must be printed, in order. Astro never sees the others. */
  choose: <Planned extends PlannedPage>(planned: readonly Planned[]) => readonly Planned[];
  /** Called with the text or the bytes of each page that Astro has rendered. */
  take: (file: string, content: string | Buffer) => Promise<void>;
}

/** A path without the slashes around it. */
const bare = (path: string): string => {
  // Not by a pattern: this is asked of every page of an archive.
  let [start, end] = [0, path.length];
  while (start < end && path[start] === '/') start += 1;
  while (start < end && path[end - 1] === '/') end -= 1;
  return path.slice(start, end);
};

/** The file that Astro would write a page or endpoint to (`build.format: 'directory'`). */
const fileOf = (address: string, type: string): string => {
  if (type === 'endpoint') return address;
  if (address === '404') return '404.html';
  return address === '' ? 'index.html' : `${address}/index.html`;
};

/** A page, and the path that Astro knows it by. */
interface PlannedPath<Path> extends PlannedPage {
  path: Path;
}

/** Has a printer choose from the pages that Astro would print, in the order in which they will be. */
export const choosePaths = <Path extends PathWithRoute>(
  paths: readonly Path[],
  { choose }: Pick<PagePrinter, 'choose'>,
): readonly PlannedPath<Path>[] =>
  choose(
    paths.map((path) => {
      const address = bare(path.pathname);
      return { address, file: fileOf(address, path.route.type), key: keyOf(path), path };
    }),
  );

/**
 * Leaves rendering to Astro, but not the choice and order of pages, nor the writing of their files. Astro renders what
 * `getStaticPaths` returns, and writes nothing for a response without a body. A response that is neither a page nor the
 * 404 page (a redirect, an error) is left to Astro.
 * @param base the base path, with slashes around it
 * @param ready awaited before any code of a page is run
 */
export const printInstead =
  (
    base: string,
    printer: PagePrinter,
    ready: () => Promise<void> = () => Promise.resolve(),
  ): ((astro: AstroPrerenderer) => AstroPrerenderer) =>
  (astro) => ({
    ...astro,
    getStaticPaths: async () => {
      await ready();
      return choosePaths(await astro.getStaticPaths(), printer).map(({ path }) => path);
    },
    render: async (request, options) => {
      const result = await astro.render(request, options);
      const response = responseOf(result);
      if (!response.ok && response.status !== 404) return response;
      const path = decodeURI(new URL(request.url).pathname).slice(base.length);
      const file = fileOf(bare(path), options.routeData.type);
      await printer.take(file, await contentOf(response));
      return new Response(null);
    },
  });
