import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { redirectsSchema } from '../../src/schemas/redirects.ts';
import { settled, type Told } from './copy.ts';

/** Where old addresses lead, as a table. */
const led = (told: Told, base?: string): Record<string, string> => {
  const { redirects, mistakes } = settled(told, { base });
  expect(mistakes).toEqual([]);
  const { exact, queried, folders } = redirects;
  return Object.fromEntries([
    ...exact.map(({ path, to }) => [path, to]),
    ...queried.map(({ path, query, to }) => [
      `${path}?${query.map((pair) => pair.join('=')).join('&')}`,
      to,
    ]),
    ...folders.map(({ path, to, keepsRest }) => [`${path}/*`, keepsRest ? `${to}*` : to]),
  ]) as Record<string, string>;
};

/** What is told of redirects.yaml: the field, and what was found there. */
const told = (copy: Told, base?: string): Record<string, string> =>
  Object.fromEntries(
    settled(copy, { base }).mistakes.map(({ field = '', found }): [string, string] => [
      field,
      found,
    ]),
  );

describe('an old address', () => {
  test('of an article leads to it, that of something else to what redirects.yaml says', () => {
    const articles = { grain: { formerUrls: ['/2019/grain.html', '/?p=7', '/old/*'] } };
    expect(
      led({ articles, redirects: { '/us/': '/about/', '/them/': 'https://them.example/' } }),
    ).toEqual({
      '/2019/grain.html': '/grain/',
      '/?p=7': '/grain/',
      '/old/*': '/grain/',
      '/us': '/about/',
      '/them': 'https://them.example/',
    });
  });

  test('is below the base path, as is the new one', () => {
    expect(led({ redirects: { '/us/': '/about/', '/?p=1': '/about/' } }, '/paper/')).toEqual({
      '/paper/us': '/paper/about/',
      '/paper?p=1': '/paper/about/',
    });
  });

  test('leads to the page as it is written, with what follows it', () => {
    expect(
      led({
        redirects: { '/a/': '/About', '/b/': '/about/index.html#team', '/c/': '/search/?q=x' },
      }),
    ).toEqual({
      '/a': '/about/',
      '/b': '/about/#team',
      '/c': '/search/?q=x',
    });
  });

  test('may lead to a feed, a list and a page of the text edition', () => {
    const articles = { grain: {} };
    const redirects = { '/a': '/world/rss.xml', '/b': '/archive/2025/02/', '/c': '/text/grain/' };
    expect(led({ articles, redirects })).toEqual({
      '/a': '/world/rss.xml',
      '/b': '/archive/2025/02/',
      '/c': '/text/grain/',
    });
  });

  test('is kept in any script, decoded, and leads to an encoded one', () => {
    expect(
      led({
        articles: { зерно: {} },
        redirects: { '/%D1%81%D1%82/': '/зерно/', '/старе/': '/зерно/' },
      }),
    ).toEqual({
      '/ст': '/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
      '/старе': '/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
    });
  });

  test('is held back with what it leads to, and does not give it away', () => {
    const articles = {
      draft: { draft: true, topics: ['Secret'], formerUrls: ['/was/draft/'] },
      later: { published: '2026-01-01T00:00:00Z', formerUrls: ['/was/later/'] },
    };
    const redirects = {
      ...{
        '/d/': '/draft/',
        '/l/': '/later/',
        '/t/': '/topic/secret/',
        '/m/': '/archive/2026/01/',
      },
      ...{ '/x/': '/text/draft/', '/about-us/': '/about/' },
    };
    expect(led({ articles, redirects })).toEqual({ '/about-us': '/about/' });
  });

  test('within a folder whose rest is kept leads straight on from that folder as well', () => {
    const articles = { grain: { formerUrls: ['/corn/', '/?p=7'] } };
    expect(led({ articles, redirects: { '/blog/*': '/*', '/blog/corn/': '/about/' } })).toEqual({
      '/corn': '/grain/',
      '/?p=7': '/grain/',
      '/blog/*': '/*',
      // What somebody wrote comes first.
      '/blog/corn': '/about/',
      '/blog?p=7': '/grain/',
    });
  });

  test('of an inner folder is looked for before that of an outer one', () => {
    const { folders } = settled({
      redirects: { '/a/*': '/about/', '/a/b/c/*': '/about/', '/a/b/*': '/about/' },
    }).redirects;
    expect(folders.map(({ path }) => path)).toEqual(['/a/b/c', '/a/b', '/a']);
  });
});

describe('redirects.yaml is told', () => {
  test('an address that somebody has', () => {
    const articles = { grain: { formerUrls: ['/corn/'] } };
    const redirects = {
      ...{ '/grain/': '/about/', '/CORN': '/about/', '/world/': '/about/', '/rss.xml': '/about/' },
      ...{ '/topics/': '/about/', '/text/x/': '/about/', '/': '/about/' },
    };
    expect(told({ articles, redirects })).toEqual({
      '/grain/': 'the address /grain/, already used by grain',
      '/CORN': 'the address /CORN, already used by grain',
      '/world/': 'the address /world/, already used by world',
      '/rss.xml': 'the address /rss.xml, already used by the feed',
      '/topics/': 'the address /topics/, already used by the list of topics',
      '/text/x/': 'the address /text/x/, already used by the text-only edition',
      '/': 'the address /, already used by the front page',
    });
  });

  test('one source, however it is spelled, that leads to two places', () => {
    const redirects = {
      '/Old/': '/about/',
      '/old': '/world/',
      '/ст/': '/about/',
      '/%D1%81%D1%82': '/world/',
    };
    expect(Object.keys(told({ redirects }))).toEqual(['/old', '/%D1%81%D1%82']);
  });

  test('an address at which a file is served as it is, which itself may be led to', async () => {
    const publicDir = await mkdtemp(path.join(tmpdir(), 'public-'));
    try {
      await mkdir(path.join(publicDir, 'files'));
      await writeFile(path.join(publicDir, 'files/report.pdf'), '');
      const redirects = { '/report/': '/files/report.pdf' };
      const { redirects: led, mistakes } = settled({ redirects }, { publicDir });
      expect(mistakes).toEqual([]);
      expect(led.exact).toEqual([{ path: '/report', to: '/files/report.pdf' }]);
      const clash = { '/files/report.pdf': '/about/', '/files/*': '/about/' };
      expect(
        settled({ redirects: clash }, { publicDir }).mistakes.map(({ found }) => found),
      ).toEqual([
        'the address /files/report.pdf, already used by redirects.yaml',
        'a folder of old addresses with /files/report.pdf/ in it, which the paper uses',
      ]);
    } finally {
      await rm(publicDir, { recursive: true });
    }
  });

  test('chains and loops, and where the end of a chain is', () => {
    const redirects = {
      ...{ '/a/': '/b/', '/b/': '/c/', '/c/': '/about/' },
      ...{ '/x/': '/y/', '/y/': '/x/', '/z/': '/z' },
      ...{ '/into/': '/folder/deep/', '/folder/*': '/about/', '/round/*': '/round/about/*' },
    };
    expect(told({ redirects })).toEqual({
      '/a/': '/b/, which redirects to /c/',
      '/b/': '/c/, which redirects to /about/',
      '/x/': '/y/, which redirects to /x/',
      '/y/': '/x/, which redirects to /y/',
      '/z/': '/z, which leads back to itself',
      '/into/': '/folder/deep/, which redirects to /about/',
      '/round/*': '/round/about/*, which leads back to itself',
    });
  });

  test('the same where a query makes the address, or it is written in full', () => {
    const redirects = {
      ...{ '/?p=1': '/', '/about/?p=2': '/About', '/?p=3': '/about/?p=4', '/about/?p=4': '/here/' },
      ...{ '/here/': '/about/', '/full/': 'https://news.example/full/' },
      '/gone/': 'https://news.example/lost/',
    };
    expect(told({ redirects })).toEqual({
      '/?p=1': '/, which /?p=1 shows already',
      '/about/?p=2': '/About, which /about/?p=2 shows already',
      '/?p=3': '/about/?p=4, which redirects to /here/',
      '/about/?p=4': '/here/, which redirects to /about/',
      '/full/': '/full/, which leads back to itself',
      '/gone/': '/lost/, which does not exist',
    });
  });

  test('a folder in which something of the paper is, even if it is still held back', () => {
    const articles = { grain: { draft: true } };
    const { mistakes } = settled(
      { articles, redirects: { '/2025/*': '/about/', '/2024/*': '/about/' } },
      { permalink: '/2025/{slug}/' },
    );
    expect(mistakes.map(({ field, found }) => [field, found])).toEqual([
      ['/2025/*', 'a folder of old addresses with /2025/grain/ in it, which the paper uses'],
    ]);
  });

  test('an address where nothing is, as it is to be written below any base path', () => {
    for (const base of ['/', '/paper/']) {
      expect(told({ redirects: { '/a/': '/abuot/', '/b/': '/about/team/' } }, base)).toEqual({
        '/a/': '/abuot/, which does not exist',
        '/b/': '/about/team/, which does not exist',
      });
    }
  });
});

describe('an address in redirects.yaml', () => {
  const refused = (from: string, to = '/about/'): boolean =>
    !redirectsSchema.safeParse({ [from]: to }).success;

  test.each([
    '/old/',
    '/old',
    '/a.html',
    '/?p=1',
    '/i.php?a=1&b=%D1%8F',
    '/blog/*',
    '/старе/',
    '/a,b;c/',
  ])('may be %s', (from) => {
    expect(refused(from)).toBe(false);
  });

  test.each([
    ...[
      'old/',
      '//evil.example/',
      '/a b/',
      '/a/#b',
      '/*/b',
      '/a*',
      '/b/*?p=1',
      '/?p',
      '/?p=',
      '/?=1',
    ],
    ...['/a"b/', '/{a}/', '/a$b/', '/%7Ba%7D/', '/%0Aa/', '/a%5Cb/', '/a/../b/', '/%E0%A4%A/'],
  ])('is never %j', (from) => {
    expect(refused(from)).toBe(true);
  });

  test.each([
    '/about/',
    '/about/#team',
    '/search/?q=x',
    'https://else.example/',
    'http://else.example/a',
  ])('may lead to %s', (to) => {
    expect(refused('/old/', to)).toBe(false);
  });

  test.each([
    'about/',
    'javascript:alert(1)',
    'mailto:a@b.example',
    '//evil.example/',
    '/a*',
    '/*/b',
    '',
  ])('never leads to %j', (to) => {
    expect(refused('/old/', to)).toBe(true);
  });

  test('keeps the rest of a folder only where there is a folder', () => {
    expect(refused('/blog/*', '/archive/*')).toBe(false);
    expect(refused('/blog/', '/archive/*')).toBe(true);
  });
});

// What looks at each address once takes seconds; what looks at each beside each, hours.
test('ten thousand articles with former addresses are settled in time', { timeout: 60_000 }, () => {
  const articles = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, n) => [
      `story-${n}`,
      { formerUrls: [`/2019/story-${n}.html`, `/?p=${n + 1}`] },
    ]),
  );
  const { redirects, mistakes } = settled(
    { articles, redirects: { '/blog/*': '/*' } },
    { permalink: '/{yyyy}/{slug}/', hosting: { wordPress: { permalinks: ['post-name'] } } },
  );
  expect(mistakes).toEqual([]);
  expect(redirects.exact.length).toBeGreaterThan(60_000);
});
