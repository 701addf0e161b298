import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type AstroConfig, type AstroInlineConfig } from 'astro';
import { satteri } from '@astrojs/markdown-satteri';
import { load as parse } from 'cheerio';
import sharp from 'sharp';
import { type AskedPicture, collectPictures } from '../../../src/astro/asked-pictures.ts';
import { printBundled } from '../../../src/astro/bundled-pages.ts';
import { type LogLine, loggerTo } from '../../../src/astro/logger.ts';
import { markdownRenderer } from '../../../src/astro/markdown-renderer.ts';
import {
  pictureAttribute,
  readMark,
  writeMark,
  writtenAttribute,
} from '../../../src/astro/picture-marks.ts';
import { bundleTaker } from '../../../src/astro/page-bundle.ts';
import { type PlannedPage, printInstead } from '../../../src/astro/prerenderer.ts';
import { assetsFolder } from '../../../src/astro/printed-files.ts';

/** What src/astro/ observed of one build of the small site. */
export interface Found {
  log: LogLine[];
  planned: PlannedPage[];
  /** What Astro rendered, keyed by file. */
  taken: Record<string, string>;
  /** The files that it printed. */
  printed: string[];
  /** What was rendered of another edition, made with the same bundle. */
  again: Record<string, string>;
  /** The pictures that its pages asked for. */
  asked: Pick<AskedPicture, 'from' | 'to'>[];
}

// Builds the small site in this folder in a separate process, because Astro would build for a test runner's
// environment. Writes what it found to the folder in its first argument.
const folder = pathToFileURL(`${process.argv[2] ?? ''}/`);

/** A picture as pages of the paper get it: it is placed when Astro asks for it. */
const pictureAt = (name: string) => {
  const file = `_astro/${name}.aaaaaa.png`;
  const stand = fileURLToPath(new URL(`printed/${file}`, folder));
  return {
    ...{ src: `/paper/${file}`, stand, width: 40, height: 30, drawing: true },
    place: () => {
      mkdirSync(path.dirname(stand), { recursive: true });
      copyFileSync(fileURLToPath(new URL(`copy/${name}.png`, folder)), stand);
    },
  };
};

/** The story, as the paper hands its own to pages. */
const storyOf = async ({ markdown }: AstroConfig) => {
  const render = await markdownRenderer(markdown);
  const { html, metadata } = await render('![5 < 6 & "7" > 4](./body.png "A caption")', {
    fileURL: new URL('copy/story.md', folder),
  });
  const $ = parse(html, null, false);
  const found = readMark($('img').attr(pictureAttribute));
  if (found) $('img').attr(pictureAttribute, writeMark({ ...found, widths: [20, 40] }));
  return {
    found,
    body: $.html().replace(`${pictureAttribute}=`, `${writtenAttribute}=`),
    named: metadata.imagePaths,
    pictures: [pictureAt('lead'), pictureAt('counted'), pictureAt('body')],
  };
};

export type SmallStory = Awaited<ReturnType<typeof storyOf>>;

const buildSite = async (): Promise<Found> => {
  const found: Found = { log: [], planned: [], taken: {}, printed: [], again: {}, asked: [] };
  const pages = bundleTaker();
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
          'astro:config:done': async ({ config: done }) => {
            Object.assign(globalThis, { smallStory: await storyOf(done) });
          },
          'astro:build:start': ({ setPrerenderer }) => {
            const print = printInstead('/paper/', {
              choose: (planned) => {
                found.planned = [...planned];
                return planned.filter(({ file }) => file !== 'kept/index.html');
              },
              take: (file, bytes) => {
                found.taken[file] = bytes.toString();
                return Promise.resolve();
              },
            });
            setPrerenderer((astro) => print(pages.adopt(astro)));
          },
          'astro:build:done': async () => {
            const printed = fileURLToPath(new URL('printed', folder));
            found.printed = readdirSync(printed, { recursive: true, encoding: 'utf8' });
            const { smallStory } = globalThis as unknown as { smallStory: SmallStory };
            Object.assign(globalThis, { smallStory: { ...smallStory, found: 'another edition' } });
            const asked = await collectPictures('/paper/', 'astro/assets/services/sharp');
            await printBundled(
              pages.taken(),
              { origin: 'https://paper.example', base: '/paper/', log: log.logger },
              {
                choose: (planned) => planned,
                take: (file, bytes) => {
                  found.again[file] = bytes.toString();
                  return Promise.resolve();
                },
              },
            );
            found.asked = [...asked.values()].map(({ from, to }) => ({ from, to }));
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
await writeFile(new URL('found.json', folder), JSON.stringify(await buildSite()));
