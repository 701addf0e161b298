import { posix } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { ESModulesEvaluator, type FetchResult, ModuleRunner } from 'vite/module-runner';
import logger, { type LoggerSetting } from './logger.ts';
import type { PageBundle, ToldApplication } from './page-bundle.ts';
import { contentOf } from './page-text.ts';
import { choosePaths, type PagePrinter, type PlannedPage } from './prerenderer.ts';

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What Astro bundles, which makes pages. */
export interface Application extends ToldApplication {
  render: (request: Request, options: { routeData: PathWithRoute['route'] }) => Promise<Response>;
}

/** What a module runner asks for: a module, or the names of the built-in ones. */
type Invocation = { name: string; data: [url: string, importer: string | undefined] };

/** Imports packages that are not in the bundle from the engine. */
class Evaluator extends ESModulesEvaluator {
  override runExternalModule(file: string): Promise<unknown> {
    return import(file);
  }
}

/**
 * Makes a runner of the bundle. Unlike Node's own modules, what it has evaluated is let go with it: an edition takes
 * hundreds of megabytes.
 */
const runnerOf = (modules: ReadonlyMap<string, string>): ModuleRunner => {
  const fetch = (url: string, importer: string | undefined): FetchResult => {
    const path = url.startsWith('.') ? posix.join(posix.dirname(importer ?? ''), url) : url;
    const code = modules.get(path);
    if (code !== undefined) return { code, file: path, id: path, url: path, invalidate: false };
    return { externalize: url, type: url.startsWith('node:') ? 'builtin' : 'module' };
  };
  return new ModuleRunner(
    {
      hmr: false,
      sourcemapInterceptor: false,
      transport: {
        invoke: (payload) => {
          const { name, data } = (payload as { data: Invocation }).data;
          return Promise.resolve({ result: name === 'fetchModule' ? fetch(...data) : [] });
        },
      },
    },
    new Evaluator(),
  );
};

/** A page's address as Astro asks for it (`trailingSlash: 'always'`): only files have none. */
const addressIn = ({ address }: PlannedPage, type: string): string =>
  address === '' || (type === 'endpoint' && /\.[^/]+$/.test(address)) ? address : `${address}/`;

/** Makes the pages of a bundle, of what is at hand now. */
export const evaluateBundle = async ({ modules, entry }: PageBundle): Promise<Application> => {
  const { app } = await runnerOf(modules).import<{ app: Application }>(entry);
  return app;
};

/**
 * Prints the pages of an edition with a bundle that Astro made for another one, from what is at hand now.
 * @param paper its origin and base path, with slashes around it; where Astro's log goes
 */
export const printBundled = async (
  bundle: PageBundle,
  { origin, base, log }: { origin: string; base: string; log: LoggerSetting },
  printer: PagePrinter,
): Promise<void> => {
  const app = await evaluateBundle(bundle);
  const { pages, scripts, entries } = bundle;
  const destination = logger(log.config);
  app.setInternals({ pagesByKeys: pages, entrySpecifierToBundleMap: entries });
  app.setOptions({ settings: { scripts }, logger: { options: { destination } } });
  for (const page of choosePaths(await new StaticPaths(app as never).getAll(), printer)) {
    const { path } = page;
    const request = new Request(new URL(base + addressIn(page, path.route.type), origin));
    const response = await app.render(request, { routeData: path.route });
    if (!response.ok && response.status !== 404) {
      throw new Error(`The page ${page.file} was answered with ${String(response.status)}.`);
    }
    await printer.take(page.file, await contentOf(response));
  }
};
