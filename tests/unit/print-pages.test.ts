import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AstroPrerenderer, PathWithRoute, RouteData } from 'astro';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PrintedPage } from '../../src/press/edition-list.ts';
import { type LastEdition, noEdition } from '../../src/press/last-edition.ts';
import { printInstead } from '../../src/astro/prerenderer.ts';
import { printPages } from '../../src/press/print-pages.ts';
import { filesIn } from '../../src/press/written-files.ts';

let next: string;
beforeEach(() => {
  next = mkdtempSync(path.join(tmpdir(), 'pages-'));
});
afterEach(() => {
  rmSync(next, { recursive: true });
});

const page = { type: 'page' } as RouteData;
const feed = { type: 'endpoint' } as RouteData;
const pathOf = (pathname: string, cacheKey?: string, route = page): PathWithRoute => ({
  pathname,
  route,
  cacheKey,
});

const picture = '/paper/_astro/a%20view.Ab1_Z2.avif';
const html =
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">` +
  `<img srcset="${picture} 320w, ${picture} 640w">`;

/** A stand-in for Astro’s own prerenderer, for a paper of these pages. */
const printer = (paths: PathWithRoute[], answer: () => Response): AstroPrerenderer => ({
  name: 'test',
  getStaticPaths: () => Promise.resolve(paths),
  render: () => Promise.resolve({ response: answer() }),
});

/** Prints pages below `/paper/`, and returns what was reported about them. */
const print = async (
  paths: PathWithRoute[],
  {
    last = noEdition,
    answer = () => new Response(html),
    awaited = [],
  }: { last?: LastEdition; answer?: () => Response; awaited?: string[] } = {},
) => {
  const printed: [string, PrintedPage, string][] = [];
  const kept: string[] = [];
  const press = printPages(last, {
    next,
    first: () => awaited,
    printed: (...page) => printed.push(page),
    kept: (file) => kept.push(file),
  });
  const pages = printInstead('/paper/', press)(printer(paths, answer));
  const left = await pages.getStaticPaths();
  const bodies: (ReadableStream | null)[] = [];
  for (const { pathname, route } of left) {
    const address = new URL(`/paper/${pathname}/`.replaceAll(/\/+/g, '/'), 'https://paper.example');
    const result = await pages.render(new Request(address), { routeData: route });
    bodies.push((result instanceof Response ? result : result.response).body);
  }
  return { printed, kept, bodies, order: left.map(({ pathname }) => pathname) };
};

describe('a page', () => {
  test('is written to the file for its address, and Astro writes nothing', async () => {
    const paths = ['/', '/town/bridge/', '/404', '/الجسر/'].map((name) => pathOf(name));
    const { bodies } = await print([...paths, pathOf('/town/rss.xml', undefined, feed)]);
    expect([...filesIn(next).keys()].sort()).toEqual(
      [
        '404.html',
        'index.html',
        'town/bridge/index.html',
        'town/rss.xml',
        'الجسر/index.html',
      ].sort(),
    );
    expect(readFileSync(path.join(next, 'town/bridge/index.html'), 'utf8')).toBe(html);
    expect(bodies).toEqual([null, null, null, null, null]);
  });

  test('keeps its bytes, even if they are not text', async () => {
    const bytes = Uint8Array.of(0x89, 0x50, 0xff, 0x00);
    await print([pathOf('/icon.png', undefined, feed)], { answer: () => new Response(bytes) });
    expect(readFileSync(path.join(next, 'icon.png'))).toEqual(Buffer.from(bytes));
  });

  test('is reported with its key, its policy, and each picture that it shows, once', async () => {
    const { printed } = await print([pathOf('/town/bridge/', 'key')]);
    const shows = ['_astro/a view.Ab1_Z2.avif'];
    expect(printed).toEqual([
      ['town/bridge/index.html', { key: 'key', policy: "default-src 'none'", shows }, html],
    ]);
  });

  test.each([
    [`<img src="/_astro/IMG%20(1).Ab_Z2.avif">`, '_astro/IMG (1).Ab_Z2.avif'],
    [`<img src="/_astro/it&#39;s.Ab_Z2.avif">`, "_astro/it's.Ab_Z2.avif"],
    [
      `<style>@font-face{src:url(/_astro/serif.Ab.woff2)format("woff2")}</style>`,
      '_astro/serif.Ab.woff2',
    ],
    [`<script>import('/_astro/search.Ab.js')</script>`, '_astro/search.Ab.js'],
  ])('shows the file with the decoded name: %s', async (text, file) => {
    const { printed } = await print([pathOf('/a/')], { answer: () => new Response(text) });
    expect(printed[0]?.[1].shows).toEqual([file]);
  });

  test('may contain an address that no file can have', async () => {
    const answer = (): Response => new Response('<p>/_astro/%E0%A4%A</p>');
    const { printed } = await print([pathOf('/a/')], { answer });
    expect(printed[0]?.[1].shows).toEqual(['_astro/%E0%A4%A']);
  });

  test('is printed before others if something is waiting for it', async () => {
    const paths = ['/a/', '/b/', '/c/', '/d/'].map((name) => pathOf(name));
    const awaited = ['d/index.html', 'kept/index.html', 'b/index.html'];
    expect((await print(paths, { awaited })).order).toEqual(['/d/', '/b/', '/a/', '/c/']);
  });

  test('does not block work that runs at the same time', async () => {
    let isHeard = false;
    setImmediate(() => (isHeard = true));
    await print([pathOf('/a/')]);
    expect(isHeard).toBe(true);
  });

  test('that redirects is left to Astro', async () => {
    const answer = (): Response => Response.redirect('https://paper.example/b/');
    const { printed } = await print([pathOf('/a/')], { answer });
    expect([printed, filesIn(next).size]).toEqual([[], 0]);
  });
});

describe('a page that the last edition has', () => {
  const known: PrintedPage = { key: 'key', policy: undefined, shows: [] };
  const last: LastEdition = {
    ...noEdition,
    keepPage: (_, key) => (key === known.key ? known : undefined),
  };

  test('is not printed, and Astro does not see it', async () => {
    const { kept, printed, order } = await print([pathOf('/a/', 'key'), pathOf('/b/', 'new')], {
      last,
    });
    expect([kept, printed.map(([file]) => file), order]).toEqual([
      ['a/index.html'],
      ['b/index.html'],
      ['/b/'],
    ]);
  });

  test('is left to Astro if another page has the same address, so that Astro reports the conflict', async () => {
    const { kept, order } = await print([pathOf('/a/', 'key'), pathOf('/a')], { last });
    expect([kept, order]).toEqual([[], ['/a/', '/a']]);
  });
});
