import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { threadMistakes } from '../../src/check/thread-mistakes.ts';
import { limits, within } from '../../src/hosts/limits.ts';
import { copyOf, settled, type Told } from './copy.ts';

const byDay = '/{yyyy}/{mm}/{dd}/{slug}/';
const byMonth = '/{yyyy}/{mm}/{slug}/';

/** Where old addresses lead in a paper that has changed its permalink. */
const led = (
  told: Told,
  { formerPermalinks = [byDay], base = '/' } = {},
): Record<string, string> => {
  const { redirects, mistakes } = settled(told, { permalink: byMonth, formerPermalinks, base });
  expect(mistakes).toEqual([]);
  expect(redirects.folders).toEqual([]);
  return Object.fromEntries(
    [...redirects.exact, ...redirects.queried].map(({ path, to }) => [path, to]),
  );
};

/** The mistakes of such a paper: where each is, and what was found there. */
const faults = (
  told: Told,
  formerPermalinks: string[],
  permalink = byMonth,
): [string, string | undefined, string][] =>
  settled(told, { permalink, formerPermalinks }).mistakes.map(({ file, field, found }) => [
    file,
    field,
    found,
  ]);

describe('a changed permalink', () => {
  test('leads every old address to the new one, in the text edition too', () => {
    expect(led({ articles: { grain: {}, зерно: {} } })).toEqual({
      '/2025/02/13/grain': '/2025/02/grain/',
      '/2025/02/13/зерно': '/2025/02/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
      '/text/2025/02/13/grain': '/text/2025/02/grain/',
      '/text/2025/02/13/зерно': '/text/2025/02/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
    });
  });

  test('may have changed more than once, and have had other endings', () => {
    const formerPermalinks = ['/{section}/{slug}.html', byDay, '/{slug}'];
    expect(Object.keys(led({ articles: { grain: {} } }, { formerPermalinks }))).toEqual([
      ...['/world/grain.html', '/2025/02/13/grain', '/grain'],
      ...['/text/world/grain.html', '/text/2025/02/13/grain', '/text/grain'],
    ]);
  });

  test('is below the base path', () => {
    expect(led({ articles: { grain: {} } }, { base: '/paper/' })).toMatchObject({
      '/paper/2025/02/13/grain': '/paper/2025/02/grain/',
      '/paper/text/2025/02/13/grain': '/paper/text/2025/02/grain/',
    });
  });

  test('leaves what stories and redirects.yaml say of old addresses as it was, without a chain', () => {
    const articles = { grain: { formerUrls: ['/corn/', '/?p=7'] } };
    const redirects = {
      '/a/': '/2025/02/13/grain/#prices',
      '/b/': 'https://news.example/2025/02/13/Grain',
      '/c/': '/text/2025/02/13/grain/',
    };
    expect(led({ articles, redirects })).toEqual({
      '/corn': '/2025/02/grain/',
      '/': '/2025/02/grain/',
      '/a': '/2025/02/grain/#prices',
      '/b': '/2025/02/grain/',
      '/c': '/text/2025/02/grain/',
      '/2025/02/13/grain': '/2025/02/grain/',
      '/text/2025/02/13/grain': '/text/2025/02/grain/',
    });
  });

  test('may be written down by hand as well, where that leads to the same story', () => {
    const articles = { grain: { formerUrls: ['/2025/02/13/grain/'] }, corn: {} };
    const redirects = { '/2025/02/13/corn': '/2025/02/corn/' };
    expect(led({ articles, redirects })).toMatchObject({
      '/2025/02/13/grain': '/2025/02/grain/',
      '/2025/02/13/corn': '/2025/02/corn/',
    });
  });

  test('gives nothing away of what is held back', () => {
    const articles = { draft: { draft: true }, later: { published: '2026-01-01T00:00:00Z' } };
    expect(led({ articles })).toEqual({});
  });

  test('does not count where the pattern gives a story the address that it has', () => {
    const { redirects, mistakes } = settled(
      { articles: { grain: {} } },
      { permalink: '/world/{slug}/', formerPermalinks: ['/{section}/{slug}/'] },
    );
    expect(mistakes).toEqual([]);
    expect(redirects.exact).toEqual([]);
  });

  test('comes before what WordPress made of the same stories', () => {
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

describe('a former address that something else has is a mistake', () => {
  test('a page, a list, the paper itself', () => {
    const articles = { bout: {}, rchive: {}, uthor: {} };
    expect(faults({ articles }, ['/a{slug}/']).map(([, , found]) => found)).toEqual([
      '/about/, a former address of bout, already used by about',
      '/archive/, a former address of rchive, already used by the archive',
      '/author/, a former address of uthor, already used by the authors',
    ]);
  });

  test('another story, now or formerly', () => {
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

  test('what leads elsewhere by formerUrls or redirects.yaml', () => {
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

  test('reported for the first five, and counted for the rest', () => {
    const articles = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`s${n}`, {}]));
    const found = faults({ articles }, ['/text/{slug}/']).map(([, , words]) => words);
    expect(found.length).toBe(6);
    expect(found[0]).toContain('already used by the text-only edition');
    expect(found[5]).toBe('35 more former addresses already in use');
  });
});

describe('the thread of comments', () => {
  const story = { id: 'зерно', section: 'world', published: '2025-02-13T20:15:00+02:00' };
  const threadOf = (
    past: Parameters<typeof createAddresses>[3],
    more: { thread?: string } = {},
    base = '/',
  ): string | undefined =>
    createAddresses('https://news.example', base, byMonth, past).thread({ ...story, ...more });

  test('is the page itself while addresses are what they were', () => {
    expect(threadOf({ formerPermalinks: [] })).toBeUndefined();
  });

  test('stays where it was before the permalink changed: the path that was canonical then', () => {
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

  test('is what the story says, if it says so', () => {
    expect(threadOf({ formerPermalinks: [byDay] }, { thread: '/?p=7' })).toBe('/?p=7');
  });

  test('may go by a permalink that is not the oldest', () => {
    const past = { formerPermalinks: ['/{slug}.html', byDay], threadPermalink: byDay };
    expect(threadOf(past)).toMatch(/^\/2025\/02\/13\//);
  });

  test('is nobody else’s', () => {
    const addresses = createAddresses('https://news.example', '/', byMonth, {
      formerPermalinks: [byDay],
    });
    const told = (thread: string) =>
      threadMistakes(copyOf({ articles: { grain: {}, corn: { thread } } }), addresses).map(
        ({ file, found }) => [file, found],
      );
    expect(told('/2025/02/13/grain/')).toEqual([
      ['corn', '"/2025/02/13/grain/", the thread of grain'],
    ]);
    expect(told('/2025/02/grain/')).toEqual([]);
  });
});

// What looks at each address once takes a second; what looks at each beside each, hours.
test('ten thousand articles are settled in time, and hosts take what they can', () => {
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
  // Stories first: the text edition is led by pages where rules are few.
  expect(exact.every(({ path }) => !path.startsWith('/text/'))).toBe(true);
});
