import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { engineFolder } from '../engine-folder.ts';
import { markdownWasm } from './markdown-wasm.ts';

const own = (name: string): string => join(engineFolder, 'src/desk/browser', `${name}.ts`);

/** Astro’s Markdown without its MDX, which is made for Node and which the paper does not use. */
const markdown = fileURLToPath(
  new URL('satteri-processor.js', import.meta.resolve('@astrojs/markdown-satteri')),
);

/** What stands in browsers for modules of Node, or for parts of packages that browsers cannot run or need not load. */
const inBrowsers: Readonly<Record<string, string>> = {
  'node:path': own('posix-path'),
  'node:crypto': own('digests'),
  '@astrojs/markdown-satteri': markdown,
  '@bruits/satteri-wasm32-wasi': own('satteri'),
  // Colours in code, which the paper does not use.
  '@astrojs/internal-helpers/shiki': own('no-highlighter'),
  '@astrojs/prism/dist/highlighter': own('no-highlighter'),
  '@astrojs/rss': own('no-feeds'),
  'fast-xml-builder': own('no-feeds'),
};

const wasm = 'virtual:satteri.wasm';

/**
 * Lets Vite bundle the paper’s own code for browsers: modules of Node get their stand-ins, and Markdown its WebAssembly,
 * which is printed as a file of its own.
 */
export const forBrowsers = (): Plugin => ({
  name: 'for-browsers',
  enforce: 'pre',
  resolveId: (id) => (id === wasm ? `\0${wasm}` : inBrowsers[id]),
  load: (id) =>
    id === `\0${wasm}`
      ? `export { default } from ${JSON.stringify(`${markdownWasm()}?url`)};`
      : undefined,
});
