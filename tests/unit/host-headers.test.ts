import { describe, expect, test } from 'vitest';
import { feedFormats } from '../../src/feeds/formats.ts';
import { headerRules, headersOf, polledPaths } from '../../src/hosts/headers.ts';
import { hostFiles } from '../../src/hosts/host-files.ts';
import { nameOf } from '../../src/hosts/served.ts';
import { movedPaper } from './moved-paper.ts';

const policy = "default-src 'none'; img-src 'self'";

const at = (path: string, setting: Partial<Parameters<typeof headerRules>[0]> = {}) =>
  headersOf(path, headerRules({ httpsOnly: 'this-host', policy, ...setting }), '/');

describe('caching', () => {
  test.each([
    ['/', 'public, max-age=0, must-revalidate'],
    ['/2025/02/story/', 'public, max-age=0, must-revalidate'],
    ['/404.html', 'public, max-age=0, must-revalidate'],
    ['/search/index/pagefind-entry.json', 'public, max-age=0, must-revalidate'],
    ['/_astro/lead.C4f3.webp', 'public, max-age=31536000, immutable'],
    ['/_astro/theme.C4f3.js', 'public, max-age=31536000, immutable'],
    ['/cards/178fe9cd8e78.jpg', 'public, max-age=31536000, immutable'],
    ['/search/index/fragment/en_1.pf_fragment', 'public, max-age=31536000, immutable'],
    ['/rss.xml', 'public, max-age=300'],
    ['/world/feed.json', 'public, max-age=300'],
    ['/sitemap-2025-02.xml', 'public, max-age=300'],
    ['/robots.txt', 'public, max-age=300'],
    ['/2025/02/the-talks/live.json', 'public, max-age=15, stale-while-revalidate=15'],
    ['/favicon.ico', 'public, max-age=86400'],
  ])('of %s is %s', (path, value) => {
    expect(at(path)['Cache-Control']).toBe(value);
  });
});

describe('the files that machines poll', () => {
  test('are feeds of every format, sitemaps and text files', () => {
    expect(polledPaths([{ file: 'rss.xml' }, { file: 'feed.json' }])).toEqual([
      '*.xml',
      '*.txt',
      '*feed.json',
    ]);
  });

  test('include the feeds of a new format, whatever its extension', () => {
    expect(polledPaths([...feedFormats, { file: 'feed.rdf' }])).toContain('*feed.rdf');
  });

  test.each(feedFormats.map(({ file }) => file))('%s may be read and kept for minutes', (file) => {
    for (const path of [`/${file}`, `/world/${file}`]) {
      expect(at(path)).toMatchObject({
        'Cache-Control': 'public, max-age=300',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
    }
  });
});

test('every file is sent with headers that protect readers', () => {
  for (const path of ['/', '/404.html', '/rss.xml', '/_astro/a.js']) {
    expect(at(path), path).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  }
});

test('pictures, feeds and cards may be embedded by other sites; pages and the search index may not', () => {
  for (const path of [
    '/_astro/a.webp',
    '/cards/a.jpg',
    '/rss.xml',
    '/world/feed.json',
    '/icon-192.png',
  ]) {
    expect(at(path)['Cross-Origin-Resource-Policy'], path).toBe('cross-origin');
  }
  for (const path of [
    '/',
    '/about/',
    '/search/index/pagefind.js',
    '/search/index/index/a.pf_index',
  ]) {
    expect(at(path)['Cross-Origin-Resource-Policy'], path).toBe('same-origin');
  }
});

test.each([
  ['this-host', 'max-age=31536000'],
  ['subdomains', 'max-age=31536000; includeSubDomains'],
  // The requirements of hstspreload.org.
  ['preload', 'max-age=63072000; includeSubDomains; preload'],
] as const)('https is enforced for %s by %s', (httpsOnly, value) => {
  expect(at('/', { httpsOnly })['Strict-Transport-Security']).toBe(value);
});

test('a page may use none of the reader’s devices, but its videos may go full screen', () => {
  const policy = at('/')['Permissions-Policy'] ?? '';
  for (const feature of [
    'camera',
    'microphone',
    'geolocation',
    'payment',
    'usb',
    'browsing-topics',
  ]) {
    expect(policy).toContain(`${feature}=()`);
  }
  expect(policy).not.toMatch(/fullscreen|autoplay|picture-in-picture/);
});

test('the policy shared by every page goes only to hosts that get it together with the pages', () => {
  const { root, paper, outside } = hostFiles(movedPaper());
  for (const file of [root['_headers'], root['vercel.json'], paper['.htaccess']]) {
    expect(file).toContain(policy);
  }
  for (const [name, file] of Object.entries(outside)) expect(file, name).not.toContain(policy);
  for (const name of [
    'nginx/server.conf',
    'caddy/paper.caddyfile',
    'cloudfront/response-headers-policy.json',
  ]) {
    expect(outside[name], name).toContain("frame-ancestors 'none'");
  }
});

test('names in a server’s configuration start with a letter, and identify the paper', () => {
  const names = [
    'https://24.hu',
    'https://127.0.0.1',
    'https://новини.example',
    'https://a.example',
  ];
  for (const origin of names) expect(nameOf({ origin, base: '/' }), origin).toMatch(/^[a-z]\w*$/);
  expect(nameOf({ origin: 'https://24.hu', base: '/' })).toBe('paper_24_hu');
});

test('comments that sign readers in through a pop-up may receive its answer', () => {
  const name = 'Cross-Origin-Opener-Policy';
  expect(at('/')[name]).toBe('same-origin');
  expect(at('/', { opensWindows: true })[name]).toBe('same-origin-allow-popups');
});

test('the service worker may fetch pages from this host, and is revalidated every time', () => {
  expect(at('/sw.js')).toMatchObject({
    'Content-Security-Policy': "default-src 'none';connect-src 'self'",
    'Cache-Control': 'public, max-age=0, must-revalidate',
  });
});

test('a video or a document opened directly is not blocked by the policy of pages', () => {
  for (const path of ['/report.pdf', '/films/bridge.mp4', '/2025/speech.mp3']) {
    expect(at(path)['Content-Security-Policy'], path).toBe("frame-ancestors 'none'");
  }
  expect(at('/about/')['Content-Security-Policy']).toBe(policy);
});
