import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { features } from '../../src/features/features.ts';
import { pageLimits as limits } from '../budgets.ts';
import { leadArticle, printed, type PrintedPage } from './printed.ts';

const weight = ({ html }: PrintedPage): number => gzipSync(html, { level: 9 }).length;
const kilobyte = 1024;

/** Limit for our own script on the search page, gzip -9. */
const searchScript = 3 * kilobyte;

/** The same for the script of one feature that readers ask for with a click. */
const featureScript = 3 * kilobyte;

/** The same for the script of running stories, which comes without a click. */
const liveScript = 2 * kilobyte;

/** A paper with the engine's own style, and one with a theme, each with one of its stories. */
const papers = [
  ['home', leadArticle],
  ['themed', '/marsh/the-sluice-at-eel-lane/'],
] as const;

describe.each(papers)(
  'on the paper %s, the first response is small enough for one round trip',
  (name, story) => {
    const { pages, page } = printed(name);

    test('for article pages', () => {
      const articles = pages.filter(({ $ }) => $('article.story').length > 0);
      const heavy = articles.filter((article) => weight(article) > limits.article);
      expect(heavy.map((article) => `${article.path} ${weight(article)}`)).toEqual([]);
      // A lower bound too: a page that shrinks this much has lost something.
      expect(weight(page(story))).toBeGreaterThan(6 * kilobyte);
    });

    test('for the front page and all others', () => {
      const heavy = pages.filter((other) => weight(other) > limits.other);
      expect(heavy.map((other) => `${other.path} ${weight(other)}`)).toEqual([]);
      expect(weight(page('/'))).toBeGreaterThan(4 * kilobyte);
    });
  },
);

/** Papers that are built with comments, whose loader and policy every story page carries as well. */
describe.each([
  ['sub-folder', `/paper${leadArticle}`],
  ['right-to-left', '/2025/02/حافلة-x7-الكهربائية-تبدأ-رحلاتها/'],
])('on the paper %s, with comments', (name, path) => {
  const { pages, page } = printed(name);

  test('the first response is small enough for one round trip', () => {
    const articles = pages.filter(({ $ }) => $('article.story').length > 0);
    const heavy = articles.filter((article) => weight(article) > limits.article);
    expect(heavy.map((article) => `${article.path} ${weight(article)}`)).toEqual([]);
    expect(page(path).$('[data-comments="room"] + script')).toHaveLength(1);
  });
});

describe.each(papers)('on the paper %s, before the reader does anything', (name) => {
  const { pages, page, bytes } = printed(name);

  test('no page requests a script or a stylesheet, and inline scripts stay under 1 KB', () => {
    for (const { $, path } of pages) {
      expect($('script[src], link[rel="stylesheet"]').length, path).toBe(0);
      // JSON-LD is data, not code.
      const inline = $('script:not([type="application/ld+json"])')
        .toArray()
        .map((script) => $(script).text().length)
        .reduce((sum, length) => sum + length, 0);
      expect(inline, path).toBeLessThanOrEqual(kilobyte);
      expect(inline, path).toBeGreaterThan(0);
    }
  });

  test('our own script on the search page is small', () => {
    const src = /src:'([^']+)'/.exec(page('/search/').html)?.[1] ?? '';
    const size = gzipSync(bytes(src), { level: 9 }).length;
    expect(size).toBeLessThan(searchScript);
    expect(size).toBeGreaterThan(kilobyte);
  });

  test('the script of each feature is small', () => {
    const [, folder = '', digest = ''] =
      /`(\/[^$`]*)\$\{\w\}(\.\w+\.js)`/.exec(page('/').html) ?? [];
    for (const feature of Object.keys(features)) {
      const size = gzipSync(bytes(folder + feature + digest), { level: 9 }).length;
      expect(size, feature).toBeLessThan(feature === 'live' ? liveScript : featureScript);
    }
  });

  test('no page fetches anything from another origin', () => {
    for (const { $, path } of pages) {
      const fetched = $(
        'img, source, script, iframe, video, audio, link[rel="preload"], link[rel="icon"]',
      )
        .toArray()
        .flatMap(({ attribs }) => [attribs['src'], attribs['srcset'], attribs['href']])
        .filter((target) => target !== undefined && /^(?:https?:)?\/\//.test(target));
      expect(fetched, path).toEqual([]);
    }
  });
});
