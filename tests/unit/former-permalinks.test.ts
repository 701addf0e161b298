import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { threadMistakes } from '../../src/check/thread-mistakes.ts';
import { limits, within } from '../../src/hosts/limits.ts';
import { copyOf, settled, type TestContent } from './copy.ts';

const byDay = '/{yyyy}/{mm}/{dd}/{slug}/';
const byMonth = '/{yyyy}/{mm}/{slug}/';

/** The redirects of a paper that has changed its permalink. */
const redirectsOf = (
  content: TestContent,
  { formerPermalinks = [byDay], base = '/' } = {},
): Record<string, string> => {
  const { redirects, mistakes } = settled(content, { permalink: byMonth, formerPermalinks, base });
  expect(mistakes).toEqual([]);
  expect(redirects.folders).toEqual([]);
  return Object.fromEntries(
    [...redirects.exact, ...redirects.queried].map(({ path, to }) => [path, to]),
  );
};

/** The mistakes reported for such a paper: where each is, and what was found there. */
const faults = (
  content: TestContent,
  formerPermalinks: string[],
  permalink = byMonth,
): [string, string | undefined, string][] =>
  settled(content, { permalink, formerPermalinks }).mistakes.map(({ file, field, found }) => [
    file,
    field,
    found,
  ]);

describe('a changed permalink', () => {
  test('redirects every old address to the new one, in the text edition too', () => {
    expect(redirectsOf({ articles: { grain: {}, зерно: {} } })).toEqual({
      '/2025/02/13/grain': '/2025/02/grain/',
      '/2025/02/13/зерно': '/2025/02/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
      '/text/2025/02/13/grain': '/text/2025/02/grain/',
      '/text/2025/02/13/зерно': '/text/2025/02/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
    });
  });

  test('may have changed more than once, and had other endings', () => {
    const formerPermalinks = ['/{section}/{slug}.html', byDay, '/{slug}'];
    expect(Object.keys(redirectsOf({ articles: { grain: {} } }, { formerPermalinks }))).toEqual([
      ...['/world/grain.html', '/2025/02/13/grain', '/grain'],
      ...['/text/world/grain.html', '/text/2025/02/13/grain', '/text/grain'],
    ]);
  });

  test('gets the base path', () => {
    expect(redirectsOf({ articles: { grain: {} } }, { base: '/paper/' })).toMatchObject({
      '/paper/2025/02/13/grain': '/paper/2025/02/grain/',
      '/paper/text/2025/02/13/grain': '/paper/text/2025/02/grain/',
    });
  });

  test('leaves the redirects of stories and redirects.yaml intact, without a chain', () => {
    const articles = { grain: { formerUrls: ['/corn/', '/?p=7'] } };
    const redirects = {
      '/a/': '/2025/02/13/grain/#prices',
      '/b/': 'https://news.example/2025/02/13/Grain',
      '/c/': '/text/2025/02/13/grain/',
    };
    expect(redirectsOf({ articles, redirects })).toEqual({
      '/corn': '/2025/02/grain/',
      '/': '/2025/02/grain/',
      '/a': '/2025/02/grain/#prices',
      '/b': '/2025/02/grain/',
      '/c': '/text/2025/02/grain/',
      '/2025/02/13/grain': '/2025/02/grain/',
      '/text/2025/02/13/grain': '/text/2025/02/grain/',
    });
  });

  test('may also be written as redirects by hand, if these have the same target', () => {
    const articles = { grain: { formerUrls: ['/2025/02/13/grain/'] }, corn: {} };
    const redirects = { '/2025/02/13/corn': '/2025/02/corn/' };
    expect(redirectsOf({ articles, redirects })).toMatchObject({
      '/2025/02/13/grain': '/2025/02/grain/',
      '/2025/02/13/corn': '/2025/02/corn/',
    });
  });

  test('gives away nothing that is held back', () => {
    const articles = { draft: { draft: true }, later: { published: '2026-01-01T00:00:00Z' } };
    expect(redirectsOf({ articles })).toEqual({});
  });

  test('adds no redirect if a story’s address has not changed', () => {
    const { redirects, mistakes } = settled(
      { articles: { grain: {} } },
      { permalink: '/world/{slug}/', formerPermalinks: ['/{section}/{slug}/'] },
    );
    expect(mistakes).toEqual([]);
    expect(redirects.exact).toEqual([]);
  });

  test('takes precedence over WordPress’s addresses of the same stories', () => {
    const { redirects, mistakes } = settled(
      { articles: { grain: {} } },
      { permalink: byMonth, formerPermalinks: [byDay], hosting: { wordPress: {} } },
    );
    expect(mistakes).toEqual([]);
    const paths = redirects.exact.map(({ path }) => path);
    expect(paths[0]).toBe('/2025/02/13/grain');
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.at(-1)).toBe('/text/2025/02/13/grain');
  });
});

describe('a mistake is reported for a former address that is also', () => {
  test('a page, a list or the paper itself', () => {
    const articles = { bout: {}, rchive: {}, uthor: {} };
    expect(faults({ articles }, ['/a{slug}/']).map(([, , found]) => found)).toEqual([
      '/about/, a former address of bout, already used by about',
      '/archive/, a former address of rchive, already used by the archive',
      '/author/, a former address of uthor, already used by the authors',
    ]);
  });

  test('the address of another story, present or former', () => {
    const articles = { grain: {}, 'news-grain': {} };
    expect(faults({ articles }, [byDay, '/{slug}/'], '/news-{slug}/')).toEqual([
      [
        'publication.ts',
        'formerPermalinks.1',
        '/news-grain/, a former address of news-grain, already used by grain',
      ],
    ]);
    const sections = { 'world-a': undefined };
    const alike = { b: { section: 'world-a' }, 'a-b': {} };
    expect(faults({ articles: alike, sections }, ['/{section}-{slug}/'])).toEqual([
      [
        'publication.ts',
        'formerPermalinks.0',
        '/world-a-b/, a former address of a-b, already used by b',
      ],
    ]);
  });

  test('redirected elsewhere by formerUrls or redirects.yaml', () => {
    const articles = { grain: {}, corn: { formerUrls: ['/2025/02/13/grain'] } };
    expect(
      faults({ articles, redirects: { '/2025/02/13/corn/': '/about/' } }, [byDay]).map(
        ([, , found]) => found,
      ),
    ).toEqual([
      '/2025/02/13/grain/, a former address of grain, already used by corn',
      '/2025/02/13/corn/, a former address of corn, already used by redirects.yaml',
    ]);
  });

  test('in use many times over: the first five are listed, and the rest counted', () => {
    const articles = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`s${n}`, {}]));
    const found = faults({ articles }, ['/text/{slug}/']).map(([, , words]) => words);
    expect(found.length).toBe(6);
    expect(found[0]).toContain('already used by the text-only edition');
    expect(found[5]).toBe('35 more former addresses already in use');
  });
});

describe('the comment thread of a story', () => {
  const story = { id: 'зерно', section: 'world', published: '2025-02-13T20:15:00+02:00' };
  const threadOf = (
    past: Parameters<typeof createAddresses>[3],
    more: { thread?: string } = {},
    base = '/',
  ): string | undefined =>
    createAddresses('https://news.example', base, byMonth, past).thread({ ...story, ...more });

  test('is named after the page as long as addresses have not changed', () => {
    expect(threadOf({ formerPermalinks: [] })).toBeUndefined();
  });

  test('keeps the path that was canonical before the permalink changed', () => {
    for (const base of ['/', '/paper/']) {
      const before = createAddresses('https://news.example', base, byDay);
      const canonical = new URL(before.absolute(before.article(story))).pathname;
      expect(threadOf({ formerPermalinks: [byDay] }, {}, base)).toBe(canonical);
      expect(threadOf({ formerPermalinks: [byDay, '/{slug}/'] }, {}, base)).toBe(canonical);
    }
    const before = createAddresses('https://news.example', '/', '/новини/{slug}/');
    expect(threadOf({ formerPermalinks: ['/новини/{slug}/'] })).toBe(
      new URL(before.absolute(before.article(story))).pathname,
    );
  });

  test('is the one that the story names, if it names one', () => {
    expect(threadOf({ formerPermalinks: [byDay] }, { thread: '/?p=7' })).toBe('/?p=7');
  });

  test('may follow a permalink other than the oldest', () => {
    const past = { formerPermalinks: ['/{slug}.html', byDay], threadPermalink: byDay };
    expect(threadOf(past)).toMatch(/^\/2025\/02\/13\//);
  });

  test('cannot be another story’s', () => {
    const addresses = createAddresses('https://news.example', '/', byMonth, {
      formerPermalinks: [byDay],
    });
    const found = (thread: string) =>
      threadMistakes(copyOf({ articles: { grain: {}, corn: { thread } } }), addresses).map(
        ({ file, found }) => [file, found],
      );
    expect(found('/2025/02/13/grain/')).toEqual([
      ['corn', '"/2025/02/13/grain/", the thread of grain'],
    ]);
    expect(found('/2025/02/grain/')).toEqual([]);
  });
});

// A second if each address is checked once; hours if each is compared with every other.
test('ten thousand articles are processed in reasonable time, and hosts get as many rules as they allow', () => {
  const articles = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`story-${n}`, {}]));
  const began = performance.now();
  const { redirects, mistakes } = settled(
    { articles },
    { permalink: byMonth, formerPermalinks: ['/{slug}.html', byDay] },
  );
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(mistakes).toEqual([]);
  expect(redirects.exact.length).toBe(40_000);
  const { exact } = within(redirects, 'cloudflare-pages');
  expect(exact.length).toBe(limits['cloudflare-pages'].exact);
  // Stories first: where a host allows few rules, the text edition relies on redirect pages.
  expect(exact.every(({ path }) => !path.startsWith('/text/'))).toBe(true);
});
