import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type AstroInlineConfig } from 'astro';
import { satteri } from '@astrojs/markdown-satteri';
import sharp from 'sharp';
import { type LogLine, loggerTo } from '../../../src/astro/logger.ts';
import { type PlannedPage, printInstead } from '../../../src/astro/prerenderer.ts';
import { assetsFolder } from '../../../src/astro/printed-files.ts';

/** What src/astro/ observed of one build of the small site. */
export interface Found {
  log: LogLine[];
  planned: PlannedPage[];
  /** What Astro rendered, keyed by file. */
  taken: Record<string, string>;
}

// Builds the small site in this folder twice, in a separate process, because Astro would build for a test runner's
// environment. Writes what it found to the folder in its first argument.
const folder = pathToFileURL(`${process.argv[2] ?? ''}/`);

const buildOnce = async (): Promise<Found> => {
  const found: Found = { log: [], planned: [], taken: {} };
  const log = loggerTo('the build of the small site', (line) => found.log.push(line));
  const config: AstroInlineConfig = {
    configFile: false,
    root: fileURLToPath(folder),
    srcDir: fileURLToPath(new URL('src', import.meta.url)),
    publicDir: fileURLToPath(new URL('public', folder)),
    outDir: fileURLToPath(new URL('printed', folder)),
    cacheDir: fileURLToPath(new URL('cache', folder)),
    site: 'https://paper.example',
    base: '/paper/',
    trailingSlash: 'always',
    compressHTML: true,
    devToolbar: { enabled: false },
    build: { assets: assetsFolder, format: 'directory', inlineStylesheets: 'always' },
    markdown: { syntaxHighlight: false, processor: satteri({}) },
    vite: { logLevel: 'silent', build: { assetsInlineLimit: 0 } },
    logger: log.logger,
    integrations: [
      {
        name: 'press',
        hooks: {
          'astro:build:start': ({ setPrerenderer }) => {
            setPrerenderer(
              printInstead('/paper/', {
                choose: (planned) => {
                  found.planned = [...planned];
                  return planned.filter(({ file }) => file !== 'kept/index.html');
                },
                take: (file, bytes) => {
                  found.taken[file] = bytes.toString();
                  return Promise.resolve();
                },
              }),
            );
          },
        },
      },
    ],
  };
  await build(config);
  log.end();
  return found;
};

await rm(folder, { recursive: true, force: true });
await mkdir(new URL('copy', folder), { recursive: true });
for (const [name, red] of Object.entries({ lead: 10, counted: 20, body: 30 })) {
  await sharp({
    create: { width: 40, height: 30, channels: 3, background: { r: red, g: 0, b: 0 } },
  })
    .png()
    .toFile(fileURLToPath(new URL(`copy/${name}.png`, folder)));
}
const builds = [await buildOnce()];
// Another paper may have been built in between, with other pictures.
await writeFile(new URL('.astro/content-assets.mjs', folder), 'export default new Map();');
builds.push(await buildOnce());
await writeFile(new URL('found.json', folder), JSON.stringify(builds));
