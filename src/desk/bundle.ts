import { Buffer } from 'node:buffer';
import { extname, join } from 'node:path';
import { engineFolder } from '../engine-folder.ts';
import { mediaTypes } from '../hosts/media-types.ts';
import { printLicences } from './licences.ts';
import { forBrowsers } from './vite-for-browsers.ts';

/** A file of the desk's page. Its name changes with its content, so that browsers may keep it. */
export interface DeskFile {
  /** Its path from the page: `files/desk.1a2b3c4d.js`. */
  path: string;
  bytes: Uint8Array;
  /** Its media type, without a charset. Text is UTF-8. */
  mediaType: string;
  /** What the page itself names; the rest is loaded by those. Licences are for whoever asks. */
  use?: 'script' | 'style' | 'licences';
}

/**
 * Bundles the desk's page with everything that it loads: its worker, style and WebAssembly.
 * @param page its source, from the engine's folder: a test may have a page with parts of it
 * @throws what Vite reports, if the desk's source cannot be bundled
 */
export const bundleDesk = async (page = 'src/desk/page/index.tsx'): Promise<DeskFile[]> => {
  const names = 'files/[name].[hash].[ext]';
  const scripts = 'files/[name].[hash].js';
  const output = { entryFileNames: scripts, chunkFileNames: scripts, assetFileNames: names };
  const licences = printLicences();
  // Few builds bundle it, and Vite takes a while to load.
  const { build } = await import('vite');
  const built = await build({
    root: engineFolder,
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'error',
    // Addresses are seen from the page, which may lie anywhere.
    base: './',
    plugins: [forBrowsers(), licences.forPage],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    define: { 'process.env.NODE_ENV': '"production"' },
    worker: {
      format: 'es',
      plugins: () => [forBrowsers(), licences.forWorker()],
      rolldownOptions: { output },
    },
    build: {
      write: false,
      target: 'es2023',
      // The policy allows no `data:` but for pictures.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: { desk: join(engineFolder, page) }, output },
    },
  });
  const files = 'output' in built ? built.output : [];
  return files.map((file) => ({
    path: file.fileName,
    bytes: Buffer.from(file.type === 'chunk' ? file.code : file.source),
    mediaType: mediaTypes[extname(file.fileName).slice(1)] ?? 'application/octet-stream',
    ...(file.type === 'chunk' && file.isEntry ? { use: 'script' as const } : {}),
    ...(file.fileName.endsWith('.css') ? { use: 'style' as const } : {}),
    ...(file.fileName.endsWith('.txt') ? { use: 'licences' as const } : {}),
  }));
};
