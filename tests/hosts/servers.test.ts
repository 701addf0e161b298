import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { createAddresses } from '../../src/addresses.ts';
import { stateRights } from '../../src/feeds/uses.ts';
import { deskHeaders } from '../../src/hosts/desk-headers.ts';
import { headerRules, headersOf } from '../../src/hosts/headers.ts';
import { hostFileNames } from '../../src/hosts/host-file-names.ts';
import { typesByPattern } from '../../src/hosts/media-types.ts';
import type { Redirects } from '../../src/hosts/redirect.ts';
import { policyIn, sitePolicy } from '../../src/policy/site-policy.ts';
import { findPaper } from '../papers.ts';
import { printed } from '../site/printed.ts';
import { fetchRaw, redirectTarget, type RawResponse } from './fetch-raw.ts';
import { missingOf, run, type Running, type ServerName } from './servers.ts';

const secret = 'not for readers';

const typeOf = (file: string): string | undefined =>
  typesByPattern.find(([pattern]) => new RegExp(pattern).test(file))?.[1];

const cases = (['nginx', 'apache', 'caddy'] as const).flatMap((server) =>
  ['moved', 'moved-below'].map((paper): [ServerName, string] => [server, paper]),
);

describe.each(cases)('%s serves the paper %s:', (server, paperName) => {
  const isMissing = missingOf(server).length > 0;
  const paper = printed(paperName);
  const { files, base, page, redirects: redirectPages, bytes } = paper;
  // Every page counts, as in a build: the order of the directives depends on it.
  const policies = [...paper.pages, ...paper.textPages, ...redirectPages].map(
    ({ html }) => policyIn(html) ?? '',
  );
  const rules = [
    ...headerRules({
      httpsOnly: 'this-host',
      policy: server === 'apache' ? sitePolicy(policies) : undefined,
      rights: stateRights(
        { training: 'disallow', search: 'allow', userFetch: 'disallow', terms: '/about/' },
        createAddresses('https://tykha-balka.example', base, '/{slug}/'),
      ),
    }),
    ...deskHeaders(['https://codeberg.org/api/v1'], false),
  ];
  let running: Running;
  let redirects: Redirects;

  const get = (at: string, headers: Record<string, string> = {}): Promise<RawResponse> =>
    fetchRaw(running.port, at, { headers });
  const redirectOf = async (at: string): Promise<[status: number, to: string | undefined]> => {
    const response = await get(at);
    // Percent-encodings are equivalent in either case (RFC 3986, 6.2.2.1).
    const to = redirectTarget(response, running.port, at)?.replaceAll(/%[\da-f]{2}/gi, (octet) =>
      octet.toUpperCase(),
    );
    return [response.status, to];
  };
  /** The address that a file is requested at. */
  const addressOf = (file: string): string => encodeURI(file.replace(/\/index\.html$/, '/'));

  const atOldAddresses = new Set(redirectPages.map(({ file }) => base + file));
  const served = [...files].filter(
    (file) =>
      !/\.(?:br|gz)$|\/[._][^/]*$|\/vercel\.json$|\/404\.html$/.test(file) &&
      !atOldAddresses.has(file),
  );

  beforeAll(async () => {
    if (isMissing) return;
    const { env } = findPaper(paperName);
    redirects = (await checkPaper(readSwitches(env))).redirects;
    const inPaper = base.slice(1);
    running = await run(server, paperName, {
      '../secret.txt': secret,
      '.env': secret,
      [`${inPaper}.git/config`]: secret,
      [`${inPaper}about/.hidden`]: secret,
      [`${inPaper}.next-edition/secret.txt`]: secret,
      [`${inPaper}late/far/.hidden`]: secret,
      [`${inPaper}.well-known/security.txt`]: 'Contact: mailto:desk@paper.example',
      [`${inPaper}late/atom.xml`]: '<feed xmlns="http://www.w3.org/2005/Atom"/>',
      [`${inPaper}late/feed.json`]: '{}',
      [`${inPaper}late/film.mp4`]: '…',
      [`${inPaper}late/long.css`]: 'p { color: red }\n'.repeat(500),
    });
  });
  afterAll(async () => {
    if (!isMissing) await running.stop();
  });

  const it = test.skipIf(isMissing);

  it('every file at its address, with its type and all its headers', async () => {
    const faults: string[] = [];
    for (const file of served) {
      const { status, headers, body } = await get(addressOf(file));
      const type = typeOf(file);
      const expected = { ...headersOf(file, rules, base), ...(type && { 'content-type': type }) };
      for (const [name, value] of Object.entries(expected)) {
        const received = headers[name.toLowerCase()];
        if (String(received).toLowerCase() !== value.toLowerCase()) {
          faults.push(`${file}: ${name} is ${String(received)}, not ${value}`);
        }
      }
      if (status !== 200 || !body.equals(bytes(file))) faults.push(`${file}: ${status}`);
    }
    expect(faults.join('\n')).toBe('');
    expect(served.length).toBeGreaterThan(40);
  });

  it('a page again only if it has changed', async () => {
    const { headers } = await get(`${base}about/`);
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
    const etag = String(headers['etag']);
    const again = await get(`${base}about/`, { 'If-None-Match': etag });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
    const since = await get(`${base}about/`, {
      'If-Modified-Since': String(headers['last-modified']),
    });
    expect(since.status).toBe(304);
  });

  it('files named after their content with a year of caching, and feeds with minutes', async () => {
    const picture = served.find((file) => file.startsWith(`${base}_astro/`)) ?? '';
    const { headers } = await get(picture);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const feed = await get(`${base}rss.xml`);
    expect(feed.headers['cache-control']).toBe('public, max-age=300');
  });

  it.each([
    ['rss.xml', 'application/rss+xml; charset=utf-8'],
    ['village/rss.xml', 'application/rss+xml; charset=utf-8'],
    ['late/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['late/feed.json', 'application/feed+json; charset=utf-8'],
  ])('%s as %s', async (feed, type) => {
    const { status, headers } = await get(base + feed);
    expect(status).toBe(200);
    expect(String(headers['content-type']).toLowerCase()).toBe(type);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  describe('to clients that accept compressed text', () => {
    const decompress = { br: brotliDecompressSync, gzip: gunzipSync };
    const extension = { br: 'br', gzip: 'gz' };
    it.each([
      ['br', 'about/'],
      ['gzip', 'about/'],
      ['br', 'rss.xml'],
      ['gzip', 'rss.xml'],
      ['br', ''],
      ['gzip', ''],
    ] as const)('the %s copy that the build made of /%s', async (coding, at) => {
      const file = base + at + (at.endsWith('.xml') ? '' : 'index.html');
      const { status, headers, body } = await get(base + at, { 'Accept-Encoding': coding });
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBe(coding);
      expect(headers['vary']).toMatch(/accept-encoding/i);
      expect(headers['content-language']).toBeUndefined();
      expect(String(headers['content-type']).toLowerCase()).toBe(typeOf(file));
      expect(headers).toMatchObject({
        'cache-control': headersOf(file, rules, base)['Cache-Control'],
        'x-content-type-options': 'nosniff',
      });
      expect(body.equals(bytes(`${file}.${extension[coding]}`)), 'the copy').toBe(true);
      expect(decompress[coding](body).equals(bytes(file)), 'the page').toBe(true);
    });

    it('the smaller of two copies', async () => {
      const { headers } = await get(`${base}about/`, { 'Accept-Encoding': 'gzip, deflate, br' });
      expect(headers['content-encoding']).toBe('br');
    });

    it('text without a copy, compressed on the fly', async () => {
      const { headers, body } = await get(`${base}late/long.css`, { 'Accept-Encoding': 'gzip' });
      expect(headers['content-encoding']).toBe('gzip');
      expect(headers['vary']).toMatch(/accept-encoding/i);
      expect(gunzipSync(body).toString()).toBe('p { color: red }\n'.repeat(500));
    });

    it('pictures uncompressed', async () => {
      const picture = served.find((file) => /\/_astro\/.*\.woff2$|\.png$/.test(file)) ?? '';
      const { headers } = await get(picture, { 'Accept-Encoding': 'gzip, br' });
      expect(headers['content-encoding']).toBeUndefined();
    });
  });

  it('text uncompressed to other clients, with Vary', async () => {
    const { headers, body } = await get(`${base}about/`);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toMatch(/accept-encoding/i);
    expect(body.toString()).toBe(page(`${base}about/`).html);
  });

  it.each([
    'nowhere/',
    'nowhere',
    'nowhere/rss.xml',
    '_astro/nowhere.css',
    'about/nowhere.html',
    '_astro/',
    'novyny-2/',
    '404.html',
    '%FF/',
  ])('its 404 page where there is nothing: /%s', async (at) => {
    const { status, headers, body } = await get(base + at);
    expect(status).toBe(404);
    expect(body.equals(bytes(`${base}404.html`))).toBe(true);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^text\/html/) as string,
      'cache-control': 'public, max-age=0, must-revalidate',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()') as string,
    });
  });

  it('a redirect, query included, for a page without its trailing slash', async () => {
    const wanted = `${base}about/`;
    const [status, to] = await redirectOf(`${base}about`);
    expect([301, 308]).toContain(status);
    expect(to).toBe(wanted);
    expect((await redirectOf(`${base}about?from=letter&x=%D1%8F`))[1]).toBe(
      `${wanted}?from=letter&x=%D1%8F`,
    );
    const far = `${base}2025/01/%D1%82%D0%B8%D1%85%D0%B0-%D0%B1%D0%B0%D0%BB%D0%BA%D0%B0-%D0%BD%D0%B0-%D0%BC%D0%B0%D0%BF%D1%96`;
    expect((await redirectOf(far))[1]).toBe(`${far}/`);
  });

  it('redirects that name no host but the requested one, in case there is a proxy in front', async () => {
    for (const at of ['about', 'pro-nas', 'novyny/about/', '?p=123']) {
      const { headers } = await get(base + at, { Host: 'tykha-balka.example' });
      expect(headers.location, at).toMatch(/^(?:http:\/\/tykha-balka\.example)?\/(?!\/)/);
    }
  });

  it('redirects with Strict-Transport-Security', async () => {
    const { status, headers } = await get(`${base}pro-nas/`);
    expect(status).toBe(301);
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });

  describe('old addresses', () => {
    it('redirect in one step to a page that exists', async () => {
      const faults: string[] = [];
      for (const { path: old, to } of redirects.exact) {
        const [status, actual] = await redirectOf(`${encodeURI(old)}/`);
        if (status !== 301 || actual !== to) faults.push(`${old}: ${status} ${String(actual)}`);
        const target = await get(to.replace(/#.*/, ''));
        if (target.status !== 200) faults.push(`${old} → ${to}: ${target.status}`);
      }
      expect(faults.join('\n')).toBe('');
      expect(redirects.exact.length).toBeGreaterThan(100);
    });

    it.each([
      ['pro-nas/', 'about/'],
      ['pro-nas', 'about/'],
      ['pro-nas/?utm_source=x&y=%20z', 'about/?utm_source=x&y=%20z'],
      ['2019/koleso.html', '2025/02/koleso-znovu-krutytsia/'],
      ['2019/koleso.html?a=b', '2025/02/koleso-znovu-krutytsia/?a=b'],
      ['Kontakty.html', 'about/'],
      ['kontakty.html', 'about/'],
      ['Koleso/', '2025/02/koleso-znovu-krutytsia/'],
      ['koleso', '2025/02/koleso-znovu-krutytsia/'],
      // A fragment comes last, so a query cannot be added.
      ['s-anchor/?a=b', 'about/#nowhere'],
      ['feed/', 'rss.xml'],
      ['category/village/mill/', 'mill/'],
      ['tag/water/', 'topic/%D0%B2%D0%BE%D0%B4%D0%B0/'],
    ])('redirect from %s to %s', async (old, to) => {
      expect(await redirectOf(base + old)).toEqual([301, base + to]);
    });

    it('redirect in Cyrillic, however they are encoded', async () => {
      const upper = encodeURI('старе/місце');
      const lower = upper.toLowerCase();
      const mixed = upper.replace('%D1', '%d1');
      for (const old of [upper, lower, mixed]) {
        for (const end of ['/', '', '/?a=%D1%8F']) {
          const to = `${base}village/${end.replace(/^\//, '')}`;
          expect(await redirectOf(base + old + end), old + end).toEqual([301, to]);
        }
      }
      expect(await redirectOf(`${base}${encodeURI('новини/ставок-замерз/')}`)).toEqual([
        301,
        `${base}2025/02/stavok-zamerz/`,
      ]);
    });

    it('redirect by query, whatever other parameters there are', async () => {
      const wheel = `${base}2025/02/koleso-znovu-krutytsia/`;
      const pond = `${base}2025/02/stavok-zamerz/`;
      expect(await redirectOf(`${base}?p=123`)).toEqual([301, wheel]);
      expect(await redirectOf(`${base}?utm_source=x&p=123`)).toEqual([301, wheel]);
      expect(await redirectOf(`${base}?p=98&preview=true`)).toEqual([301, pond]);
      expect(await redirectOf(`${base}index.php?id=7&option=com_content`)).toEqual([
        301,
        `${base}mill/`,
      ]);
      for (const other of ['?p=12', '?p=1234', '?xp=123', '?p=98', '?q=123', '']) {
        expect((await get(base + other)).status, other).toBe(200);
      }
    });

    it('redirect a whole folder to one page', async () => {
      const gallery = encodeURI('Галерея');
      for (const old of ['', '/', '/2019/x.jpg', `/${encodeURI('качка')}/`]) {
        expect(await redirectOf(base + gallery + old), old).toEqual([301, `${base}about/`]);
      }
      expect(await redirectOf(`${base}shop/anything?x=y`)).toEqual([
        301,
        expect.stringMatching(/^https:\/\/shop\.example\/(?:\?x=y)?$/) as string,
      ]);
      expect((await get(`${base}shopping/`)).status).toBe(404);
    });

    it('redirect everything in a folder to the same path elsewhere', async () => {
      const late = `2025/01/${encodeURI('тиха-балка-на-мапі')}/`;
      expect(await redirectOf(`${base}novyny/${late}?a=b`)).toEqual([301, `${base}${late}?a=b`]);
      expect(await redirectOf(`${base}novyny/about/`)).toEqual([301, `${base}about/`]);
      expect(await redirectOf(`${base}novyny/`)).toEqual([301, base]);
      expect(await redirectOf(`${base}novyny`)).toEqual([301, base]);
      // An old address within the folder redirects straight to its new one.
      expect(await redirectOf(`${base}novyny/pro-nas/`)).toEqual([301, `${base}about/`]);
    });

    it.each([
      '/evil.example/',
      '//evil.example/',
      '/%2F%2Fevil.example/',
      '%2F/evil.example/',
      '/\\evil.example/',
      '/%5Cevil.example/',
      '/%5C%5Cevil.example/',
      '/%09/evil.example/',
      '/%0D%0AX-Evil:1/',
      '/%0D%0A/evil.example/',
      '/%00/evil.example/',
      '/@evil.example/',
      '@evil.example/',
      '/.//evil.example/',
      '/..//evil.example/',
      '/%2e%2e//evil.example/',
      '/..%2f/evil.example/',
      '/a/..//evil.example/',
      '/a/..\\/evil.example/',
      // With a page at the end, servers add the slash that is missing.
      '/\\evil.example/../../about',
      '\\evil.example/../about',
      '/%5Cevil.example/..%2f../about',
      '%5Cevil.example/..%2fabout',
      '/evil.example/../../about',
      '/%E5%98%8A%E5%98%8DX-Evil:1/',
    ])('never redirect to another site: novyny/%s', async (rest) => {
      for (const start of [`${base}novyny/`, base.replace(/\/$/, '/')]) {
        const response = await get(start + rest);
        expect(response.headers['x-evil']).toBeUndefined();
        const to = redirectTarget(response, running.port, start + rest);
        if (to !== undefined) expect(to, start).toMatch(/^\/(?![/\\])/);
      }
    });
  });

  it.each([...hostFileNames(), '%5Fheaders', '/_headers', 'about/../_headers', '_headers/'])(
    'nothing that is only for hosts: %s',
    async (path) => {
      const { status, body } = await get(base + path);
      expect([status, body.toString().includes('Content-Security-Policy: ')]).toEqual([404, false]);
    },
  );

  it.each([
    '../secret.txt',
    '../../secret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e/%2e%2e/secret.txt',
    '..%2fsecret.txt',
    '%2e%2e%2f%2e%2e%2fsecret.txt',
    '%252e%252e/secret.txt',
    '..\\secret.txt',
    '..%5csecret.txt',
    '_astro/../../secret.txt',
    '_astro/%2e%2e/%2e%2e/%2e%2e/secret.txt',
    '....//secret.txt',
    '.;/secret.txt',
    '../../../../../../../../etc/hostname',
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/hostname',
    '.htaccess',
    '%2ehtaccess',
    '.git/config',
    '%2egit/config',
    '.git%2fconfig',
    '_astro/../.git/config',
    'about/.hidden',
    'about/%2ehidden',
    'late/far/.hidden',
    'about//.hidden',
    '.%00./secret.txt',
    '.next-edition/secret.txt',
    '.next-edition%2fsecret.txt',
  ])('nothing outside the paper or hidden in it: %s', async (path) => {
    const { status, body } = await get(base + path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.toString()).not.toContain(secret);
    expect(body.toString()).not.toBe(readFileSync('/etc/hostname', 'utf8'));
    expect(body.toString()).not.toContain('RewriteEngine');
  });

  it('a video without the policy of pages, which would keep it from playing', async () => {
    const { headers } = await get(`${base}late/film.mp4`);
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none'");
    expect(headers['content-type']).toBe('video/mp4');
  });

  it('files in .well-known', async () => {
    const { status, body } = await get(`${base}.well-known/security.txt`);
    expect(status).toBe(200);
    expect(body.toString()).toContain('Contact:');
  });

  it('the same headers for a HEAD request, without a body', async () => {
    const { status, headers, body } = await fetchRaw(running.port, `${base}about/`, {
      method: 'HEAD',
    });
    expect(status).toBe(200);
    expect(headers['x-frame-options']).toBe('DENY');
    expect(body.length).toBe(0);
  });
});
