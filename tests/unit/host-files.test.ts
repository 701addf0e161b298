import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { hostFileNames } from '../../src/hosts/host-file-names.ts';
import { settingsFiles } from '../../src/hosts/served.ts';
import { hostPlaces, putBeside, siteRoot } from '../../src/press/host-places.ts';
import { printHostFiles } from '../../src/press/print-host-files.ts';
import { type Redirects, sortRedirects } from '../../src/hosts/redirect.ts';
import { type PublicationCopy, publicationSchema } from '../../src/schemas/publication.ts';

const publication = (hosting?: PublicationCopy['hosting'], language = 'en-GB') =>
  publicationSchema.parse({
    ...{ name: 'The Paper', tagline: 'All of it', url: 'https://paper.example', language },
    ...{ timeZone: 'UTC', publisher: { name: 'The Press', logo: 'logo.png' }, hosting },
  });

/** Every file in a folder, as relative paths. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

let site: string;
beforeEach(async () => {
  site = path.join(await mkdtemp(path.join(tmpdir(), 'hosts-')), 'site');
});
afterEach(async () => {
  await rm(path.dirname(site), { recursive: true });
});

const withPolicy = (policy: string): string =>
  `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const long = `${withPolicy("default-src 'none'")}${'<p>Once more.</p>\n'.repeat(200)}`;
const notHere = `${withPolicy("default-src 'none'")}Not here.`;

/** Writes the host files of a paper of three files. */
const print = async ({
  hosting,
  language,
  base = '/',
  folder = '',
  moved = [],
  pages = {},
}: {
  hosting?: PublicationCopy['hosting'];
  language?: string;
  base?: string;
  folder?: string;
  moved?: [from: string, to: string][];
  /** The edition's pages and their policies. */
  pages?: Record<string, string>;
}): Promise<string[]> => {
  const dir = path.join(site, folder);
  await mkdir(dir, { recursive: true });
  for (const [name, text] of Object.entries({
    ...{ 'index.html': long, '404.html': notHere },
    // Less than a kilobyte.
    'short.css': 'p { color: red }\n'.repeat(50),
    'picture.png': long,
  })) {
    await writeFile(path.join(dir, name), text);
  }
  const redirects: Redirects = sortRedirects(moved);
  const addresses = createAddresses('https://paper.example', base, '/{slug}/');
  // Astro passes the folder with a trailing slash.
  const cacheDir = path.join(path.dirname(site), 'cache');
  const places = hostPlaces({ dir, cacheDir }, base, [cacheDir]);
  const beside = await printHostFiles(`${dir}/`, places, {
    publication: publication(hosting, language),
    addresses,
    redirects,
    pages: new Map(Object.entries(pages).map(([file, policy]) => [file, { policy }])),
  });
  putBeside(places, beside);
  return filesIn(path.dirname(site));
};
const read = (name: string): Promise<string> =>
  readFile(path.join(path.dirname(site), name), 'utf8');

describe('the host files', () => {
  test('are written for every host if the publication names none', async () => {
    expect(await print({ moved: [['/old/', '/']] })).toEqual(
      expect.arrayContaining([
        ...['site/.htaccess', 'site/.nojekyll', 'site/_headers', 'site/_redirects'],
        ...['site/vercel.json', 'site-hosting/nginx/http.conf', 'site-hosting/nginx/server.conf'],
        ...['site-hosting/caddy/paper.caddyfile', 'site-hosting/cloudfront/request.js'],
        'site-hosting/cloudfront/redirects.json',
      ]),
    );
  });

  test.each([
    ['netlify', ['site/_headers', 'site/_redirects']],
    ['cloudflare-pages', ['site/_headers', 'site/_redirects']],
    ['vercel', ['site/vercel.json']],
    ['github-pages', ['site/.nojekyll']],
    ['nginx', ['http', 'map-hash', 'server'].map((name) => `site-hosting/nginx/${name}.conf`)],
    ['apache', ['site/.htaccess']],
    ['caddy', ['site-hosting/caddy/paper.caddyfile']],
    [
      'cloudfront',
      ['request.js', 'response-headers-policy.json', 'response.js'].map(
        (name) => `site-hosting/cloudfront/${name}`,
      ),
    ],
  ] as const)('for %s alone are %j', async (host, files) => {
    const own = ['site/404.html', 'site/index.html', 'site/picture.png', 'site/short.css'];
    expect(await print({ hosting: { hosts: [host] } })).toEqual([...own, ...files].sort());
  });

  test('of a host that is no longer chosen are removed', async () => {
    await print({});
    expect(existsSync(`${site}-hosting/nginx`)).toBe(true);
    await print({ hosting: { hosts: ['netlify'] } });
    expect(existsSync(`${site}-hosting`)).toBe(false);
  });

  test('are at the root of the site, with a 404 page, if the paper is in a subfolder', async () => {
    const files = await print({
      base: '/paper/',
      folder: 'paper',
      moved: [['/paper/old/', '/paper/']],
    });
    expect(files).toEqual(
      expect.arrayContaining([
        ...['site/_headers', 'site/_redirects', 'site/vercel.json', 'site/.nojekyll'],
        ...['site/404.html', 'site/paper/.htaccess', 'site/paper/old/index.html'],
        'site-hosting/nginx/server.conf',
      ]),
    );
    expect(await read('site/404.html')).toBe(notHere);
    expect(await read('site/_headers')).toMatch(/^\/paper\/\*\n/);
    expect(await read('site/_redirects')).toBe('/paper/old/ /paper/ 301\n');
  });

  test('contain no path on this machine', async () => {
    await print({ moved: [['/old/', '/']] });
    for (const name of filesIn(path.dirname(site))) {
      expect(await read(name), name).not.toContain(tmpdir());
    }
  });
});

test.each([
  ['/out/dist', '/', '/out/dist'],
  ['/out/site/paper', '/paper/', '/out/site'],
  ['/out/site/my/paper', '/my/paper/', '/out/site'],
  ['/out/dist', '/paper/', '/out/dist'],
  ['/out/newspaper', '/paper/', '/out/newspaper'],
])('the site root of a paper built into %s under %s is %s', (dir, base, root) => {
  expect(siteRoot(dir, base, ['/out/cache'])).toBe(root);
});

test('the site root is never a folder of the project, of a paper, or of the cache', () => {
  for (const guarded of ['/engine', '/my-paper', '/my-paper/.cache']) {
    expect(siteRoot(`${guarded}/dist`, '/dist/', [guarded])).toBe(`${guarded}/dist`);
  }
});

test('files that somebody else put next to the paper stay there', async () => {
  await mkdir(`${site}-hosting`, { recursive: true });
  await writeFile(`${site}-hosting/notes.txt`, 'Mine.');
  await print({});
  expect(await read('site-hosting/notes.txt')).toBe('Mine.');
});

describe('the policy that hosts send', () => {
  const sent = async (...policies: string[]): Promise<string | undefined> => {
    await mkdir(path.join(site, 'about'), { recursive: true });
    for (const [n, policy] of policies.entries()) {
      await writeFile(path.join(site, `about/${n}.html`), withPolicy(policy));
    }
    await print({ hosting: { hosts: ['netlify'] } });
    return /Content-Security-Policy: (.*)/.exec(await read('site/_headers'))?.[1];
  };

  test('allows what any page allows, and forbids framing', async () => {
    expect(
      await sent("default-src 'none';img-src 'self'", "default-src 'none';img-src data:"),
    ).toBe("default-src 'none';img-src 'self' data:;frame-ancestors 'none'");
  });

  test('includes pages kept from the last edition', async () => {
    await print({
      hosting: { hosts: ['netlify'] },
      pages: { 'town/bridge/index.html': 'img-src data:', 'rss.xml': 'img-src blob:' },
    });
    expect(await read('site/_headers')).toContain('img-src data:');
    expect(await read('site/_headers')).not.toContain('blob:');
  });

  test('is reduced to what a page cannot set itself if it would be too long for some hosts', async () => {
    const origins = Array.from({ length: 100 }, (_, n) => `https://picture-${n}.example`);
    expect(await sent(`img-src ${origins.join(' ')}`)).toBe("frame-ancestors 'none'");
  });

  test('is reduced likewise if the publisher’s own page has no policy, so that it keeps working', async () => {
    await mkdir(path.join(site, 'map'), { recursive: true });
    await writeFile(path.join(site, 'map/index.html'), '<script>map()</script>');
    expect(await sent("default-src 'none'")).toBe("frame-ancestors 'none'");
  });
});

describe('the redirect page at an old address', () => {
  const old: [string, string][] = [['/old/story/', '/new/?a=b&c="d"#e']];

  test('redirects at once, is not indexed, and has a plain link', async () => {
    await print({ moved: old });
    const $ = load(await read('site/old/story/index.html'));
    const to = '/new/?a=b&c=%22d%22#e';
    expect($('meta[http-equiv="refresh"]').attr('content')).toBe(`0;url=${to}`);
    expect($('meta[name="robots"]').attr('content')).toBe('noindex');
    expect($('link[rel="canonical"]').attr('href')).toBe(`https://paper.example${to}`);
    expect($('a').attr('href')).toBe(to);
    expect($('a').text()).toBe('Go to its new address');
    expect($('html').attr('lang')).toBe('en-GB');
    expect($('script, style, [style]').length).toBe(0);
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toContain(
      "default-src 'none'",
    );
  });

  test.each([
    ['fr', 'ltr', 'Cette page a changé d’adresse'],
    ['uk', 'ltr', 'Сторінку перенесено'],
    ['ar-EG', 'rtl', 'انتقلت هذه الصفحة'],
  ])('is in the paper’s language: %s', async (language, direction, title) => {
    await print({ language, moved: old });
    const $ = load(await read('site/old/story/index.html'));
    expect([$('title').text(), $('h1').text(), $('html').attr('dir')]).toEqual([
      title,
      title,
      direction,
    ]);
  });

  test('never replaces a page, even one kept from the last edition', async () => {
    await expect(
      print({ moved: old, pages: { 'old/story/index.html': "default-src 'none'" } }),
    ).rejects.toThrow('old/story/index.html is a page');
  });

  test('points feed readers to the feed', async () => {
    await print({ moved: [['/feed/', '/rss.xml']] });
    const $ = load(await read('site/feed/index.html'));
    expect($('link[rel="alternate"]').attr()).toMatchObject({
      type: 'application/rss+xml',
      href: 'https://paper.example/rss.xml',
    });
  });

  test('has a file name that any host can find', async () => {
    const files = await print({
      moved: [
        ['/a.html', '/'],
        ['/b.php', '/'],
        ['/c', '/'],
        ['/старе/місце/', '/'],
        // A folder that is named like a file.
        ['/d.html', '/'],
        ['/d.html/more/', '/'],
        // A name too long for any file system.
        [`/${'я'.repeat(200)}/`, '/'],
        // A static page cannot answer to a query.
        ['/?p=1', '/'],
      ],
    });
    expect(files.filter((name) => /^site\/(?:[a-d]\b|стар|я)/.test(name))).toEqual([
      'site/a.html',
      'site/b.php/index.html',
      'site/c/index.html',
      'site/d.html/index.html',
      'site/d.html/more/index.html',
      'site/старе/місце/index.html',
    ]);
  });

  test('never replaces an existing file', async () => {
    await expect(print({ moved: [['/404.html', '/']] })).rejects.toThrow(/404\.html/);
    expect(await read('site/404.html')).toBe(notHere);
  });
});

describe('compressed copies', () => {
  const copies = (files: string[]): string[] => files.filter((name) => /\.(?:gz|br)$/.test(name));

  test('are made only if the publication asks for them', async () => {
    expect(copies(await print({}))).toEqual([]);
  });

  test('are made only of long text, and decompress to it', async () => {
    const files = await print({ hosting: { compressedCopies: ['gzip', 'brotli'] } });
    expect(copies(files)).toEqual(['site/index.html.br', 'site/index.html.gz']);
    expect(gunzipSync(await readFile(`${site}/index.html.gz`)).toString()).toBe(long);
    expect(brotliDecompressSync(await readFile(`${site}/index.html.br`)).toString()).toBe(long);
  });

  test('are made of WebAssembly too, and servers compress it', async () => {
    await mkdir(site, { recursive: true });
    await writeFile(`${site}/desk.wasm`, 'wasm '.repeat(500));
    const files = await print({ hosting: { compressedCopies: ['gzip'] } });
    expect(copies(files)).toContain('site/desk.wasm.gz');
    expect(await read('site-hosting/nginx/server.conf')).toMatch(/gzip_types .*application\/wasm/);
  });

  test('do not reveal which system compressed them, or when', async () => {
    await print({ hosting: { compressedCopies: ['gzip'] } });
    const head = (await readFile(`${site}/index.html.gz`)).subarray(0, 10);
    expect([head.readUInt32LE(4), head.readUInt8(9)]).toEqual([0, 255]);
  });
});

test('every file that is only for hosts is hidden, or known to servers as one', () => {
  expect(hostFileNames().filter((name) => !name.startsWith('.'))).toEqual(settingsFiles);
});
