import { createHash } from 'node:crypto';
import { assetsFolder } from '../astro/printed-files.ts';
import { constantsModule } from './constants-module.ts';

/** A script for readers' browsers, bundled into one file with a digest of its content in its name. */
export interface BrowserScript {
  /** Its path from the paper's folder. */
  path: string;
  text: string;
  /** The stylesheet that it imports, which is served beside it under the same name; empty if it imports none. */
  css: string;
  /** The source files in it. */
  sources: readonly string[];
}

/** Prints a script for readers' browsers: see {@link printBrowserScript}. */
export type PrintScript = (
  name: string,
  entry: string,
  settings: Record<string, object>,
) => Promise<BrowserScript>;

/**
 * Bundles a script with everything it imports.
 * @param name the name of its file, without digest and extension
 * @param entry the absolute path of its source
 * @param settings the constants that it imports, by the names of the virtual modules that export them
 */
export const printBrowserScript: PrintScript = async (name, entry, settings) => {
  // Most builds have nothing to bundle, and Vite takes a while to load.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: entry },
    },
    plugins: [
      {
        name: 'settings',
        resolveId: (id) => (id in settings ? `\0${id}` : undefined),
        load: (id) =>
          id.startsWith('\0') ? constantsModule(settings[id.slice(1)] ?? {}) : undefined,
      },
    ],
  });
  const files = 'output' in built ? built.output : [];
  const text = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
  const css = files.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('');
  const sources = files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  const digest = createHash('sha256').update(text).update(css).digest('hex').slice(0, 8);
  return { path: `${assetsFolder}/${name}.${digest}.js`, text, css, sources };
};
