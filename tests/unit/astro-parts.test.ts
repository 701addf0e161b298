import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createComponent } from 'astro/runtime/server/index.js';
import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { commandOf } from '../../src/astro/command.ts';
import { watchComponent } from '../../src/astro/component.ts';
import { afterCharset, replaceModuleScripts } from '../../src/astro/html.ts';
import { type LogEvent, readLogLine } from '../../src/astro/log-lines.ts';
import { assetsFolder, assetsIn, originalOf } from '../../src/astro/printed-files.ts';
import type { Found } from './astro-parts/build.ts';

/*
 * Every private part of Astro that the paper uses, tested on a small site that the installed Astro builds. If one
 * of these fails after an update of Astro, its message says what Astro changed; the function to change is in src/astro/.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, '.test/astro-parts');
let first: Found;
let printed: string[];

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, 'tests/unit/astro-parts/build.ts'), folder], {
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  first = JSON.parse(readFileSync(path.join(folder, 'found.json'), 'utf8')) as Found;
  printed = first.printed.map((file) => file.replaceAll('\\', '/'));
}, 120_000);

const storyPage = 'story/index.html';
const page = ({ taken }: Found): string => taken[storyPage] ?? '';
const imageIn = (found: Found, place: string) => load(page(found))(`${place} img`);

test('the prerenderer', () => {
  const files = first.planned.map(({ file }) => file).sort();
  expect(files, 'Astro no longer asks the prerenderer which pages it prints.').toEqual(
    ['404.html', 'feed.txt', 'kept/index.html', storyPage].sort(),
  );
  expect(
    Object.keys(first.taken).sort(),
    'Astro no longer prints exactly those pages that the prerenderer returns.',
  ).toEqual(['404.html', 'feed.txt', storyPage].sort());
  expect(
    printed.filter((file) => !file.startsWith(assetsFolder)),
    'Astro no longer leaves out the file of a page whose response has no body.',
  ).toEqual([]);
});

test('the text of a page, beside its response', () => {
  expect(page(first), 'Astro no longer hands on the response of a middleware as it is.').toMatch(
    /<\/html>.*<!-- handed on -->$/s,
  );
  expect(
    first.taken['404.html'],
    'Astro no longer takes the page of an error from a response with a body.',
  ).toMatch(/<!-- handed on -->$/);
});

test('the key of a page (cacheKey)', () => {
  const story = first.planned.find(({ file }) => file === storyPage);
  expect(story?.key, 'Astro no longer hands `cacheKey` on to the prerenderer.').toBe(
    'the key of story',
  );
});

test('pictures in bodies (__ASTRO_IMAGE_)', () => {
  const found = JSON.parse(load(page(first))('title').text() || 'null') as unknown;
  expect(
    found,
    'Astro no longer marks pictures of Markdown with an attribute __ASTRO_IMAGE_ that holds JSON.',
  ).toMatchObject({ src: './body.png', alt: '5 < 6 & “7” > 4', title: 'A caption' });
  const image = imageIn(first, '#body');
  expect(
    image.attr('srcset')?.split(', '),
    'Astro no longer prints a picture of a body as its attribute __ASTRO_IMAGE_ says.',
  ).toHaveLength(2);
  expect(image.attr('alt'), 'Astro no longer reads the escapes of JSON in that attribute.').toBe(
    '5 < 6 & “7” > 4',
  );
});

test('bodies of entries that Astro has not read (rendered)', () => {
  expect(
    imageIn(first, '#body').attr('src'),
    'Astro no longer renders the body that an entry carries in `rendered`.',
  ).toMatch(/^\/paper\/_astro\/body\./);
});

test('pictures that no code imports (fsPath, astroAsset)', () => {
  expect(
    imageIn(first, '#lead').attr('src'),
    'Astro no longer prints a picture whose metadata it has not made itself.',
  ).toMatch(/^\/paper\/_astro\/lead\.aaaaaa_.*\.webp$/);
});

test('reading a picture without publishing it (clone)', () => {
  const originals = printed.filter((file) => file.endsWith('.png'));
  expect(
    originals.filter((file) => file.includes('/lead.')),
    'Astro no longer has an uncounted `clone` of picture metadata: originals are published.',
  ).toEqual([]);
  expect(
    originals.filter((file) => file.includes('/counted.')),
    'Astro no longer publishes the original of a picture that a page reads: `readUncounted` is not needed.',
  ).toHaveLength(1);
});

test('pages of another edition, made with the same bundle (app, setInternals, setOptions)', () => {
  const { again, planned } = first;
  expect(
    Object.keys(again).sort(),
    'Astro no longer finds the pages of an application that was put in the place of its own.',
  ).toEqual(planned.map(({ file }) => file).sort());
  const title = /<title>.*?<\/title>/;
  expect(
    again[storyPage]?.replace(title, ''),
    'Astro no longer makes the same page with the same bundle: of its styles, scripts and pictures it is told in the first build.',
  ).toBe(page(first).replace(title, ''));
  expect(title.exec(again[storyPage] ?? '')?.[0]).toContain('another edition');
  const named = first.asked.map(({ to }) => to);
  expect(
    named.filter((file) => !printed.includes(file)),
    'Astro no longer names pictures as `collectPictures` does.',
  ).toEqual([]);
  expect(named.length, 'Astro no longer asks `addStaticImage` for pictures.').toBeGreaterThan(0);
});

test('the names of printed files', () => {
  const shown = assetsIn(page(first));
  expect(
    shown.filter((file) => !printed.includes(file)),
    'Astro no longer prints files under the names that pages show.',
  ).toEqual([]);
  const small = shown.find((file) => file.includes('/counted.') && file.endsWith('.webp')) ?? '';
  const original = printed.find((file) => /\/counted\..*\.png$/.test(file));
  expect(
    `${originalOf(small)}.png`,
    'Astro no longer names a printed picture after its original and one more digest.',
  ).toBe(original);
});

test('the shape of scripts and of the encoding', () => {
  const scripts: string[] = [];
  const rest = replaceModuleScripts(page(first), (src) => {
    scripts.push(src);
    return '';
  });
  expect(
    scripts,
    'Astro no longer writes a script as <script type="module" src="…">.',
  ).toHaveLength(1);
  expect(rest).not.toContain('<script');
  expect(
    afterCharset(page(first), '<meta name="policy">'),
    'Astro no longer writes <meta charset="utf-8"> as it stands in a component.',
  ).toContain('<meta charset="utf-8"><meta name="policy">');
});

test('a body outside of any page (the container)', () => {
  expect(
    load(first.taken['feed.txt'] ?? '')('img').attr('src'),
    'Astro no longer renders a body through its container as it does on a page.',
  ).toBe(imageIn(first, '#body').attr('src'));
});

test('the log', () => {
  expect(first.log.length, 'Astro no longer sends its log to the logger of its settings.').not.toBe(
    0,
  );
  const eventsOf = ({ log }: Found): LogEvent[] => log.flatMap((line) => readLogLine(line) ?? []);
  const events = eventsOf(first);
  expect(
    events.flatMap((event) => (event.is === 'step' ? [event.step] : [])),
    'Astro no longer announces the steps of a build in these words.',
  ).toEqual(['bundling', 'pages', 'pictures']);
  expect(
    events.filter(({ is }) => is === 'page'),
    'Astro no longer logs one line beginning with ├─ for each page.',
  ).toHaveLength(3);
  expect(
    events.filter(({ is }) => is === 'picture'),
    'Astro no longer logs one line beginning with ▶ for each picture.',
  ).toHaveLength(4);
  expect(
    events.filter(({ is }) => is === 'warning'),
    'Astro warns of what is usual here: collections that it reads nothing for.',
  ).toEqual([]);
});

test('a component', () => {
  const calls: unknown[][] = [];
  const component = createComponent(
    ((...args: unknown[]) => {
      calls.push(args);
      return 'rendered';
    }) as never,
    '/x/Part.astro',
  );
  const watched = watchComponent(component, () => (error) => {
    throw error;
  }) as (...args: unknown[]) => unknown;
  expect(
    Object.keys(component),
    'Astro no longer marks a function as a component by what is written on it.',
  ).toContain('isAstroComponentFactory');
  expect(Object.keys(watched)).toEqual(Object.keys(component));
  const record = { request: { url: 'https://news.example/a/' } };
  expect(
    watched(record, { story: 1 }, {}),
    'Astro no longer calls a component with its record of the page, props and slots.',
  ).toBe('rendered');
  expect(calls).toEqual([[record, { story: 1 }, {}]]);
});

test.each([
  [['build'], 'build'],
  [['dev', '--port', '3000'], 'dev'],
  [['preview', '--port', '4321'], 'preview'],
  [['sync'], 'types'],
  [['check'], 'types'],
  [[], 'types'],
])('the command %j is handled like a %s', (words, command) => {
  expect(commandOf(['node', 'astro.mjs', ...words])).toBe(command);
});
