import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { generateRedirectsEvaluator } from 'redirects-in-workers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { headersOf } from '../../src/hosts/headers.ts';
import { hostFiles } from '../../src/hosts/host-files.ts';
import type { Host } from '../../src/schemas/hosting.ts';
import { asked, askedWithQuery, deskFiles, hostileRests, movedPaper } from './moved-paper.ts';

const origin = 'https://paper.example';

/** A file at the root of a site, as written for these hosts. */
const fileFor = (name: string, base: string, ...hosts: Host[]): string =>
  hostFiles(movedPaper(base), hosts).root[name] ?? '';

/** Where a host redirects an address: a path, or a full URL on another site; undefined for no redirect. */
type Leads = (address: string) => Promise<string | undefined>;

/** Shortens a URL to its path, unless that could be mistaken for a host name. */
const shortened = (address: string): string =>
  /^[^/]+\/\/[^/]+\/(?!\/)/.test(address) && address.startsWith(origin)
    ? address.slice(origin.length)
    : address;

/** Netlify's own engine, which passes the query on by itself. */
const netlify = async (rules: string): Promise<Leads> => {
  type Rule = { to: string; status: number; force: boolean };
  type Engine = { match: (request: object) => Rule | null };
  const { parsePlain } = createRequire(import.meta.url)('netlify-redirector') as {
    parsePlain: (rules: string, options: object) => Promise<Engine>;
  };
  const engine = await parsePlain(rules, { jwtSecret: '', jwtRoleClaim: '' });
  return (address) => {
    const { pathname, search, host } = new URL(address, origin);
    const none = (): string => '';
    const found = engine.match({
      ...{ scheme: 'https', host, path: pathname, query: search.slice(1), method: 'GET' },
      ...{ getHeader: none, getCookie: none },
    });
    if (found === null) return Promise.resolve(undefined);
    expect(found.status).toBe(301);
    return Promise.resolve(shortened(found.to));
  };
};

/** Cloudflare's own engine. */
const cloudflare = (rules: string): Leads => {
  const evaluate = generateRedirectsEvaluator(rules);
  return async (address) => {
    const request = new Request(origin + address);
    const response = await evaluate(request, {});
    if (response === null) return undefined;
    expect(response.status).toBe(301);
    return shortened(response.headers.get('Location') ?? '');
  };
};

type Route = {
  src: string;
  status?: number;
  headers?: Record<string, string>;
  has?: { type: string; key: string; value: string }[];
};

/** A configuration as Vercel's own code translates it. */
const routesOf = (config: string): Route[] => {
  const { routes, error } = getTransformedRoutes(JSON.parse(config) as object);
  expect(error).toBeNull();
  return (routes ?? []) as Route[];
};

const vercel = (config: string): Leads => {
  const routes = routesOf(config).filter(({ status }) => status === 301);
  return (address) => {
    const { pathname, search, searchParams } = new URL(address, origin);
    for (const { src, headers, has = [] } of routes) {
      const found = new RegExp(src).exec(pathname);
      const fits = has.every(({ key, value }) => searchParams.get(key) === value);
      if (!found || !fits) continue;
      const to = (headers?.['Location'] ?? '').replaceAll(
        /\$(\d)/g,
        (_, n: string) => found[Number(n)] ?? '',
      );
      return Promise.resolve(shortened(has.length > 0 || /[?#]/.test(to) ? to : to + search));
    }
    return Promise.resolve(undefined);
  };
};

beforeEach(() => {
  // Cloudflare's engine logs how many rules it has read, and warns about any that it rejected.
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  expect(console.warn, 'a rule that Cloudflare rejected').not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

const expected = (to: string | undefined, base: string): string | undefined =>
  to === undefined || to.startsWith('https:') ? to : base + to;

describe.each(['/', '/paper/'])('old addresses of a paper under %s', (base) => {
  const withoutQuery = (address: string | undefined): string | undefined =>
    address?.replace(/\?.*/, '');

  test.each([...asked, ...askedWithQuery])('are redirected by Netlify: %s', async (address, to) => {
    const leads = await netlify(fileFor('_redirects', base, 'netlify'));
    expect(withoutQuery(await leads(base + address))).toBe(withoutQuery(expected(to, base)));
  });

  test.each(asked)('are redirected by Cloudflare Pages: %s', async (address, to) => {
    const leads = cloudflare(fileFor('_redirects', base, 'cloudflare-pages'));
    expect(await leads(base + address)).toBe(expected(to, base));
  });

  test.each([...asked, ...askedWithQuery])('are redirected by Vercel: %s', async (address, to) => {
    const leads = vercel(fileFor('vercel.json', base, 'vercel'));
    // In Vercel's rules a colon starts a parameter.
    expect((await leads(base + address))?.replace('%3A', ':')).toBe(expected(to, base));
  });

  test.each(asked)('are redirected by both hosts that share one file: %s', async (address, to) => {
    const rules = fileFor('_redirects', base, 'netlify', 'cloudflare-pages');
    expect(await cloudflare(rules)(base + address)).toBe(expected(to, base));
    expect(withoutQuery(await (await netlify(rules))(base + address))).toBe(
      withoutQuery(expected(to, base)),
    );
  });

  test.each(hostileRests)('never lead to another site: blog/%s', async (rest) => {
    const all = {
      netlify: await netlify(fileFor('_redirects', base, 'netlify')),
      cloudflare: cloudflare(fileFor('_redirects', base, 'cloudflare-pages')),
      both: await netlify(fileFor('_redirects', base, 'netlify', 'cloudflare-pages')),
      vercel: vercel(fileFor('vercel.json', base, 'vercel')),
    };
    for (const [host, leads] of Object.entries(all)) {
      for (const [folder, there] of [
        ['blog', origin],
        ['shop', 'https://shop.example'],
      ] as const) {
        const to = await leads(`${base}${folder}/${rest}`);
        if (to === undefined) continue;
        expect(new URL(to, `${origin}${base}blog/`).origin, `${host}: ${to}`).toBe(there);
        expect(new URL(to, origin).username, `${host}: ${to}`).toBe('');
        // A browser would leave these out.
        expect(to, host).not.toMatch(/\p{Cc}/u);
      }
    }
  });
});

test('Netlify gets forced rules, as it would not redirect otherwise where a page exists', () => {
  const forced = fileFor('_redirects', '/', 'netlify').trim().split('\n');
  expect(forced.every((line) => line.endsWith(' 301!'))).toBe(true);
  // Cloudflare rejects the exclamation mark, and redirects without it.
  const common = fileFor('_redirects', '/', 'netlify', 'cloudflare-pages').trim().split('\n');
  expect(common.every((line) => line.endsWith(' 301'))).toBe(true);
});

const types: Record<string, string> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'world/rss.xml': 'application/rss+xml; charset=utf-8',
  'world/atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};
const files = [
  ...['', 'about/', '404.html', 'rss.xml', 'world/rss.xml', 'world/atom.xml', 'feed.json'],
  ...['_astro/lead.C4f3.webp', '_astro/theme.js', 'search/index/pagefind.js', 'robots.txt'],
  ...['search/index/fragment/en_1.pf_fragment', 'icon.svg', 'cards/story.png'],
  ...[...deskFiles, 'desktop/'],
];

describe.each(['/', '/paper/'])('the headers of a paper under %s', (base) => {
  const { headers: ofPaper, desk } = movedPaper(base);
  const wanted = (file: string): Record<string, string> => ({
    ...headersOf(base + file, [...ofPaper, ...desk], base),
    ...(types[file] ? { 'Content-Type': types[file] } : {}),
  });

  test.each(files)('are sent by Netlify, where the last rule wins: %s', async (file) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'headers-'));
    try {
      const name = path.join(folder, '_headers');
      await writeFile(name, fileFor('_headers', base, 'netlify', 'cloudflare-pages'));
      const { headers, errors } = await parseAllHeaders({
        headersFiles: [name],
        configHeaders: undefined,
        minimal: false,
      });
      expect(errors).toEqual([]);
      const rules = headers as { forRegExp: RegExp; values: Record<string, string> }[];
      const sent = rules
        .filter(({ forRegExp }) => forRegExp.test(base + file))
        .map(({ values }) => values);
      expect(Object.assign({}, ...sent)).toEqual(wanted(file));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test.each(files)(
    'are sent by Cloudflare, which joins values unless a rule detaches the header: %s',
    (file) => {
      const sent = new Headers();
      let applies = false;
      for (const line of fileFor('_headers', base, 'cloudflare-pages').split('\n')) {
        if (line.startsWith('/')) {
          const parts = line.split('*').map((part) => part.replaceAll('.', '\\.'));
          applies = new RegExp(`^${parts.join('(.*)')}$`).test(base + file);
        } else if (applies && line.startsWith('  ! ')) {
          sent.delete(line.slice(4));
        } else if (applies && line !== '') {
          const [name = '', ...value] = line.trim().split(': ');
          sent.append(name, value.join(': '));
        }
      }
      expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(new Headers(wanted(file))));
    },
  );

  test.each(files)('are sent by Vercel, where the last rule wins: %s', (file) => {
    const routes = routesOf(fileFor('vercel.json', base, 'vercel'));
    const sent = routes
      .filter(({ status, src }) => status === undefined && new RegExp(src).test(base + file))
      .map(({ headers }) => headers);
    expect(Object.assign({}, ...sent)).toEqual(wanted(file));
  });

  test('stay within Cloudflare’s limits of 100 rules and 2,000 characters a line', () => {
    const lines = fileFor('_headers', base, 'cloudflare-pages').split('\n');
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});
