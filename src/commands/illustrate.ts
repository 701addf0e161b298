/**
 * Draws the paper's pictures: every `*.svg` in the content folder becomes a PNG of the same name beside it.
 *
 *     node src/commands/illustrate.ts            all of them
 *     node src/commands/illustrate.ts rss logo   only those whose path contains one of the words
 *
 * The SVG is the source that an illustrator edits; the PNG is what an article names as its lead image. A picture is
 * drawn at the SVG's own width and height, with the headline typeface loaded, in headless Chromium (`CHROME_PATH`, or
 * else /usr/bin/chromium), and saved as a palette PNG. One over the size limit is an error: flat colours stay below it.
 */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { readSwitches } from '../config/switches.ts';

const root = join(import.meta.dirname, '../..');
const { contentDir: content } = readSwitches(process.env);
const headlineFont = join(
  root,
  'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
);
const limit = 120 * 1024;

const chosen = process.argv.slice(2);
const drawings = globSync('**/*.svg', { cwd: content })
  .filter((path) => chosen.length === 0 || chosen.some((word) => path.includes(word)))
  .sort()
  .map((path) => join(content, path));

const font = (await readFile(headlineFont)).toString('base64');
const style = `
  @font-face { font-family: 'Source Serif 4'; font-weight: 600; src: url(data:font/woff2;base64,${font}) }
  body { margin: 0 }
  svg { display: block }`;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
try {
  for (const drawing of drawings) {
    const picture = await draw(page, await readFile(drawing, 'utf8'));
    const file = drawing.replace(/\.svg$/, '.png');
    const name = relative('.', file);
    if (picture.length > limit)
      throw new Error(`${name}: ${picture.length} bytes, ${limit} allowed`);
    await writeFile(file, picture);
    console.log(`${name}  ${(picture.length / 1024).toFixed(1)} KB`);
  }
} finally {
  await browser.close();
}

async function draw(page: Page, svg: string): Promise<Buffer> {
  await page.setContent(`<!doctype html><style>${style}</style>${svg}`);
  await page.evaluate(async () => {
    await document.fonts.load('600 100px "Source Serif 4"');
    await document.fonts.ready;
  });
  const size = await page.locator('svg').boundingBox();
  if (!size) throw new Error('An SVG needs a width and a height.');
  await page.setViewportSize({ width: Math.ceil(size.width), height: Math.ceil(size.height) });
  const screenshot = await page.screenshot({ clip: { ...size, x: 0, y: 0 } });
  return sharp(screenshot).png({ palette: true, quality: 100, effort: 10, dither: 0 }).toBuffer();
}
