import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { ssrDynamicImportKey } from 'vite/module-runner';

/** Astro's bundle of pages, and what Astro tells it, in a form that can be kept. */
export interface PageBundle {
  /** Its modules, by their paths, in the form in which Vite’s module runner takes them. */
  modules: ReadonlyMap<string, string>;
  entry: string;
  /** What Astro knows of each page besides its code. */
  pages: ReadonlyMap<string, { styles: readonly unknown[] }>;
  /** What Astro adds to pages. */
  scripts: readonly unknown[];
  entries: ReadonlyMap<string, string>;
}

/** What Astro tells its bundle about the build. */
interface Internals {
  prerenderEntryFileName: string;
  pagesByKeys: ReadonlyMap<string, { styles: readonly unknown[] }>;
  entrySpecifierToBundleMap: ReadonlyMap<string, string>;
}
interface BuildOptions {
  settings: { config: { outDir: URL }; scripts: readonly unknown[] };
}

/** Astro's own prerenderer, and the application that it renders pages with, which it makes of the bundle in `setup`. */
interface Prerenderer extends AstroPrerenderer {
  app?: ToldApplication;
}

/** What Astro bundles is told about the build, before it makes pages. */
export interface ToldApplication {
  setInternals: (internals: Partial<Internals>) => void;
  setOptions: (options: unknown) => void;
}

/** Takes the bundle while Astro prints with it. */
export interface BundleTaker {
  /** Takes Astro's prerenderer, before anything is printed with it. */
  adopt: (astro: AstroPrerenderer) => AstroPrerenderer;
  /** The bundle, once pages are printed. */
  taken: () => PageBundle;
}

/** A module that another imports when it is asked for, named from that one: the runner does not know from where. */
const imported = new RegExp(`(${ssrDynamicImportKey}\\(["'])(\\.[^"']+)`, 'g');

const readModules = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  // Vite takes a while to load, and only a build that has just bundled needs it.
  const { moduleRunnerTransform } = await import('vite');
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
 * Makes what takes Astro's bundle of pages.
 * @param evaluate makes the application that this edition is printed with; without it, Node does, and never lets it go
 */
export const bundleTaker = (
  evaluate?: (bundle: PageBundle) => Promise<ToldApplication>,
): BundleTaker => {
  let bundle: PageBundle | undefined;

  const take = async (prerenderer: Prerenderer): Promise<void> => {
    const { app } = prerenderer;
    if (!app) throw new Error('Astro’s prerenderer has no application.');
    // It makes one of the bundle, and tells it everything. The second time, it is told to us.
    let internals: Internals | undefined;
    let options: BuildOptions | undefined;
    const { setInternals, setOptions } = app;
    Object.assign(app, {
      setInternals: (told: Internals) => {
        internals = told;
        setInternals.call(app, told);
      },
      setOptions: (told: BuildOptions) => {
        options = told;
        setOptions.call(app, told);
      },
    });
    await prerenderer.setup?.();
    if (!internals || !options) throw new Error('Astro no longer tells its bundle of the build.');
    const { settings } = options;
    const folder = fileURLToPath(new URL('.prerender/', settings.config.outDir));
    bundle = {
      modules: await readModules(folder),
      entry: join(folder, internals.prerenderEntryFileName).replaceAll('\\', '/'),
      pages: new Map(
        [...internals.pagesByKeys].map(([key, { styles }]) => [
          key,
          { styles: structuredClone(styles) },
        ]),
      ),
      scripts: settings.scripts,
      entries: new Map(internals.entrySpecifierToBundleMap),
    };
    if (!evaluate) return;
    const own = await evaluate(bundle);
    own.setInternals(internals);
    own.setOptions(options);
    prerenderer.app = own;
  };

  return {
    adopt: (prerenderer) => ({
      ...prerenderer,
      setup: async () => {
        await prerenderer.setup?.();
        await take(prerenderer);
      },
    }),
    taken: () => {
      if (!bundle) throw new Error('There is no bundle before pages are printed.');
      return bundle;
    },
  };
};
