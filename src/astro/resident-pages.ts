import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { moduleRunnerTransform } from 'vite';
import {
  ESModulesEvaluator,
  type FetchResult,
  ModuleRunner,
  ssrDynamicImportKey,
} from 'vite/module-runner';
import { contentOf } from './page-text.ts';
import { choosePaths, type PagePrinter, type PlannedPage, responseOf } from './prerenderer.ts';

/** Astro's own prerenderer, and the application that it renders pages with, which it makes of the bundle in `setup`. */
interface Prerenderer extends AstroPrerenderer {
  app?: Application;
}

/** What Astro bundles: it is told about the build, and makes pages. */
interface Application {
  setInternals: (internals: unknown) => void;
  setOptions: (options: BuildOptions) => void;
}

interface BuildOptions {
  /** The paper's public one. */
  origin: string;
  settings: { config: { outDir: URL } };
}

/** The pictures that Astro prints after pages, and how pages ask for one. */
type Assets = { astroAsset?: { addStaticImage?: unknown } };

/** Pages that were bundled once, and are made of one edition after another. */
export interface ResidentPages {
  /** Takes Astro's prerenderer, before anything is printed with it. */
  adopt: (astro: AstroPrerenderer) => AstroPrerenderer;
  /**
   * Prints the pages of another edition, from what is at hand now. Pictures are not printed: whoever calls this sees to it
   * that those that pages show are there.
   * @param base the base path, with slashes around it
   */
  print: (base: string, printer: PagePrinter) => Promise<void>;
}

/** What a module runner asks for: a module, or the names of the built-in ones. */
type Invocation = { name: string; data: [url: string, importer: string | undefined] };

/** What Vite imports packages with that are not in the bundle, as the engine has them. */
class Evaluator extends ESModulesEvaluator {
  override runExternalModule(file: string): Promise<unknown> {
    return import(file);
  }
}

/** A module that another imports when it is asked for, named from that one: the runner does not know from where. */
const imported = new RegExp(`(${ssrDynamicImportKey}\\(["'])(\\.[^"']+)`, 'g');

/** The modules of the bundle, by their paths, in the form in which Vite’s module runner takes them. */
const readBundle = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const modules = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.m?js$/.test(name)) continue;
    const file = join(folder, name);
    const transformed = await moduleRunnerTransform(readFileSync(file, 'utf8'), null, file, '');
    const path = file.replaceAll('\\', '/');
    const code = transformed?.code.replaceAll(
      imported,
      (_, start: string, target: string) => start + posix.join(posix.dirname(path), target),
    );
    modules.set(path, code ?? '');
  }
  return modules;
};

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

/** Prints pages of one edition after another, with one bundle. */
export const residentPages = (): ResidentPages => {
  let astro: Prerenderer | undefined;
  let internals: unknown;
  let options: BuildOptions | undefined;
  let modules: ReadonlyMap<string, string> = new Map();
  let entry = '';
  let assets: Assets['astroAsset'];

  /** Makes the pages of what is at hand now. */
  const evaluate = async (): Promise<void> => {
    if (!astro || !options) throw new Error('There are no pages before the first edition.');
    const { app } = await runnerOf(modules).import<{ app: Application }>(entry);
    app.setInternals(internals);
    app.setOptions(options);
    astro.app = app;
  };

  const setUp = async (prerenderer: Prerenderer): Promise<void> => {
    astro = prerenderer;
    await prerenderer.setup?.();
    const first = prerenderer.app;
    if (!first) throw new Error('Astro’s prerenderer has no application.');
    // It makes one of the bundle, and tells it everything. The second time, it is told to us.
    Object.assign(first, {
      setInternals: (told: unknown) => (internals = told),
      setOptions: (told: BuildOptions) => (options = told),
    });
    await prerenderer.setup?.();
    const { prerenderEntryFileName } = internals as { prerenderEntryFileName: string };
    const folder = fileURLToPath(new URL('.prerender/', options?.settings.config.outDir));
    modules = await readBundle(folder);
    entry = join(folder, prerenderEntryFileName).replaceAll('\\', '/');
    await evaluate();
  };

  return {
    adopt: (prerenderer) => ({
      ...prerenderer,
      setup: () => setUp(prerenderer),
      teardown: async () => {
        await prerenderer.teardown?.();
        // Astro takes away what pages ask for pictures with when it has printed those.
        assets = { ...(globalThis as Assets).astroAsset };
      },
    }),
    print: async (base, printer) => {
      Object.assign(globalThis, { astroAsset: { ...assets } });
      await evaluate();
      if (!astro || !options) return;
      for (const { page, path } of choosePaths(await astro.getStaticPaths(), printer)) {
        const request = new Request(
          new URL(base + addressIn(page, path.route.type), options.origin),
        );
        const response = responseOf(await astro.render(request, { routeData: path.route }));
        if (!response.ok && response.status !== 404) {
          throw new Error(`The page ${page.file} was answered with ${String(response.status)}.`);
        }
        await printer.take(page.file, await contentOf(response));
      }
    },
  };
};
