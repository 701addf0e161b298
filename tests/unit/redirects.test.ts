import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { redirectsSchema } from '../../src/schemas/redirects.ts';
import { settled, type TestContent } from './copy.ts';

/** The redirects of a paper: old address to new. */
const redirectsOf = (content: TestContent, base?: string): Record<string, string> => {
  const { redirects, mistakes } = settled(content, { base });
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

/** The mistakes reported in redirects.yaml: each field, and what was found there. */
const mistakesIn = (copy: TestContent, base?: string): Record<string, string> =>
  Object.fromEntries(
    settled(copy, { base }).mistakes.map(({ field = '', found }): [string, string] => [
      field,
      found,
    ]),
  );

describe('what the paper prints beside a story', () => {
  const content = (...from: string[]): TestContent => ({
    articles: { grain: {}, talks: { kind: 'live', state: 'live' } },
    redirects: Object.fromEntries(from.map((address) => [address, '/about/'])),
  });
  const files = [
    '/grain/changes/',
    '/grain/changes/2/',
    '/grain/Changes/10',
    '/grain/timemap.link',
  ];

  test('is its own: its changes, each of its versions, the entries of a live story', () => {
    const { mistakes } = settled(content(...files, '/talks/live.json'), { record: 'git' });
    expect(mistakes.map(({ field, found, fix }) => [field, found, fix])).toEqual([
      ...files
        .slice(0, 3)
        .map((file) => [
          file,
          `the address ${file}, already used by the changes of a story`,
          'Remove it: the paper needs that address itself.',
        ]),
      [
        files[3],
        'the address /grain/timemap.link, already used by the versions of a story',
        'Remove it: the paper needs that address itself.',
      ],
      [
        '/talks/live.json',
        'the address /talks/live.json, already used by the entries of a live story',
        'Remove it: the paper needs that address itself.',
      ],
    ]);
  });

  test('is anybody’s where it prints nothing', () => {
    expect(settled(content(...files, '/grain/live.json')).mistakes).toEqual([]);
    const near = content('/grain/changes/0/', '/grain/changes/one/', '/changes/2/', '/grain/2/');
    expect(settled(near, { record: 'git' }).mistakes).toEqual([]);
  });
});

describe('an old address', () => {
  test('of an article redirects to it; any other goes where redirects.yaml says', () => {
    const articles = { grain: { formerUrls: ['/2019/grain.html', '/?p=7', '/old/*'] } };
    expect(
      redirectsOf({
        articles,
        redirects: { '/us/': '/about/', '/them/': 'https://them.example/' },
      }),
    ).toEqual({
      '/2019/grain.html': '/grain/',
      '/?p=7': '/grain/',
      '/old/*': '/grain/',
      '/us': '/about/',
      '/them': 'https://them.example/',
    });
  });

  test('gets the base path, and so does the new one', () => {
    expect(
      redirectsOf({ redirects: { '/us/': '/about/', '/?p=1': '/about/' } }, '/paper/'),
    ).toEqual({
      '/paper/us': '/paper/about/',
      '/paper?p=1': '/paper/about/',
    });
  });

  test('redirects to the address of the page as written, with its query and anchor', () => {
    expect(
      redirectsOf({
        redirects: { '/a/': '/About', '/b/': '/about/index.html#team', '/c/': '/search/?q=x' },
      }),
    ).toEqual({
      '/a': '/about/',
      '/b': '/about/#team',
      '/c': '/search/?q=x',
    });
  });

  test('may redirect to a feed, a list or a page of the text edition', () => {
    const articles = { grain: {} };
    const redirects = { '/a': '/world/rss.xml', '/b': '/archive/2025/02/', '/c': '/text/grain/' };
    expect(redirectsOf({ articles, redirects })).toEqual({
      '/a': '/world/rss.xml',
      '/b': '/archive/2025/02/',
      '/c': '/text/grain/',
    });
  });

  test('is stored decoded, in any script, and redirects to an encoded one', () => {
    expect(
      redirectsOf({
        articles: { зерно: {} },
        redirects: { '/%D1%81%D1%82/': '/зерно/', '/старе/': '/зерно/' },
      }),
    ).toEqual({
      '/ст': '/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
      '/старе': '/%D0%B7%D0%B5%D1%80%D0%BD%D0%BE/',
    });
  });

  test('is held back along with its target, and does not give that away', () => {
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
    expect(redirectsOf({ articles, redirects })).toEqual({ '/about-us': '/about/' });
  });

  test('in a folder that is moved as a whole redirects in one step', () => {
    const articles = { grain: { formerUrls: ['/corn/', '/?p=7'] } };
    expect(
      redirectsOf({ articles, redirects: { '/blog/*': '/*', '/blog/corn/': '/about/' } }),
    ).toEqual({
      '/corn': '/grain/',
      '/?p=7': '/grain/',
      '/blog/*': '/*',
      // An explicit redirect wins.
      '/blog/corn': '/about/',
      '/blog?p=7': '/grain/',
    });
  });

  test('of an inner folder takes precedence over that of an outer one', () => {
    const { folders } = settled({
      redirects: { '/a/*': '/about/', '/a/b/c/*': '/about/', '/a/b/*': '/about/' },
    }).redirects;
    expect(folders.map(({ path }) => path)).toEqual(['/a/b/c', '/a/b', '/a']);
  });
});

describe('a mistake is reported in redirects.yaml for', () => {
  test('an address already in use', () => {
    const articles = { grain: { formerUrls: ['/corn/'] } };
    const redirects = {
      ...{ '/grain/': '/about/', '/CORN': '/about/', '/world/': '/about/', '/rss.xml': '/about/' },
      ...{ '/topics/': '/about/', '/text/x/': '/about/', '/': '/about/' },
    };
    expect(mistakesIn({ articles, redirects })).toEqual({
      '/grain/': 'the address /grain/, already used by grain',
      '/CORN': 'the address /CORN, already used by grain',
      '/world/': 'the address /world/, already used by world',
      '/rss.xml': 'the address /rss.xml, already used by the feed',
      '/topics/': 'the address /topics/, already used by the list of topics',
      '/text/x/': 'the address /text/x/, already used by the text-only edition',
      '/': 'the address /, already used by the front page',
    });
  });

  test('one source, however it is spelled, with two targets', () => {
    const redirects = {
      '/Old/': '/about/',
      '/old': '/world/',
      '/ст/': '/about/',
      '/%D1%81%D1%82': '/world/',
    };
    expect(Object.keys(mistakesIn({ redirects }))).toEqual(['/old', '/%D1%81%D1%82']);
  });

  test('an address at which a static file is served, although that may be a target', async () => {
    const publicDir = await mkdtemp(path.join(tmpdir(), 'public-'));
    try {
      await mkdir(path.join(publicDir, 'files'));
      await writeFile(path.join(publicDir, 'files/report.pdf'), '');
      const redirects = { '/report/': '/files/report.pdf' };
      const { redirects: accepted, mistakes } = settled({ redirects }, { publicDir });
      expect(mistakes).toEqual([]);
      expect(accepted.exact).toEqual([{ path: '/report', to: '/files/report.pdf' }]);
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

  test('chains and loops, naming the end of a chain', () => {
    const redirects = {
      ...{ '/a/': '/b/', '/b/': '/c/', '/c/': '/about/' },
      ...{ '/x/': '/y/', '/y/': '/x/', '/z/': '/z' },
      ...{ '/into/': '/folder/deep/', '/folder/*': '/about/', '/round/*': '/round/about/*' },
    };
    expect(mistakesIn({ redirects })).toEqual({
      '/a/': '/b/, which redirects to /c/',
      '/b/': '/c/, which redirects to /about/',
      '/x/': '/y/, which redirects to /x/',
      '/y/': '/x/, which redirects to /y/',
      '/z/': '/z, which leads back to itself',
      '/into/': '/folder/deep/, which redirects to /about/',
      '/round/*': '/round/about/*, which leads back to itself',
    });
  });

  test('the same with queries and absolute addresses', () => {
    const redirects = {
      ...{ '/?p=1': '/', '/about/?p=2': '/About', '/?p=3': '/about/?p=4', '/about/?p=4': '/here/' },
      ...{ '/here/': '/about/', '/full/': 'https://news.example/full/' },
      '/gone/': 'https://news.example/lost/',
    };
    expect(mistakesIn({ redirects })).toEqual({
      '/?p=1': '/, which /?p=1 shows already',
      '/about/?p=2': '/About, which /about/?p=2 shows already',
      '/?p=3': '/about/?p=4, which redirects to /here/',
      '/about/?p=4': '/here/, which redirects to /about/',
      '/full/': '/full/, which leads back to itself',
      '/gone/': '/lost/, which does not exist',
    });
  });

  test('a folder that contains part of the paper, even if that is still held back', () => {
    const articles = { grain: { draft: true } };
    const { mistakes } = settled(
      { articles, redirects: { '/2025/*': '/about/', '/2024/*': '/about/' } },
      { permalink: '/2025/{slug}/' },
    );
    expect(mistakes.map(({ field, found }) => [field, found])).toEqual([
      ['/2025/*', 'a folder of old addresses with /2025/grain/ in it, which the paper uses'],
    ]);
  });

  test('a target that does not exist, as it is written without the base path', () => {
    for (const base of ['/', '/paper/']) {
      expect(mistakesIn({ redirects: { '/a/': '/abuot/', '/b/': '/about/team/' } }, base)).toEqual({
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
  ])('may not be %j', (from) => {
    expect(refused(from)).toBe(true);
  });

  test.each([
    '/about/',
    '/about/#team',
    '/search/?q=x',
    'https://else.example/',
    'http://else.example/a',
  ])('may redirect to %s', (to) => {
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
  ])('may not redirect to %j', (to) => {
    expect(refused('/old/', to)).toBe(true);
  });

  test('may keep the rest of a path only if it is a folder', () => {
    expect(refused('/blog/*', '/archive/*')).toBe(false);
    expect(refused('/blog/', '/archive/*')).toBe(true);
  });
});

// Seconds if each address is checked once; hours if each is compared with every other.
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
