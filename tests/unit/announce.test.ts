import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announceTo } from '../../src/announce/announce.ts';
import { isPlaceholder } from '../../src/announce/placeholder.ts';
import type { Patience } from '../../src/announce/post.ts';
import {
  type PrintedAddresses,
  printedAddresses,
  saidOn,
} from '../../src/announce/printed-addresses.ts';
import { receiversOf } from '../../src/announce/receivers.ts';
import { indexNowSchema } from '../../src/schemas/index-now.ts';

const key = '0123456789abcdef';
const front = 'https://новини.press/paper/';
const ascii = 'https://xn--b1amarcd.press/paper/';
const swift: Patience = { answer: 5_000, attempts: 3, pause: 5, longest: 2_000 };

/** Everything that was asked of the sink, and how it answers. */
let asked: { method: string; type: string; body: string; at: number }[] = [];
let answer: (n: number, response: ServerResponse, body: string) => void;
let server: Server;
let sink: string;
let work: string;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

const with_ = (status: number, headers: Record<string, string> = {}) => {
  answer = (_, response) => response.writeHead(status, headers).end();
};

beforeEach(async () => {
  asked = [];
  with_(200);
  work = mkdtempSync(path.join(tmpdir(), 'announce-'));
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({
        method: request.method ?? '',
        type: request.headers['content-type'] ?? '',
        body,
        at: Date.now(),
      });
      answer(asked.length, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sink = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/in`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(work, { recursive: true });
});

const paths = { dir: () => path.join(work, 'dist'), cache: () => path.join(work, '.cache') };

type Files = Record<string, string>;

/** Prints a paper: pages by their paths, of which some are in no sitemap; feeds by their files. */
const print = (pages: Files, feeds: Files = {}, hidden: Files = {}): void => {
  const dir = paths.dir();
  rmSync(dir, { recursive: true, force: true });
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), text);
  };
  const loc = (to: string): string => `<loc>${new URL(to, front).href}</loc>`;
  put('sitemap.xml', `<sitemapindex>${loc('sitemap-pages.xml')}</sitemapindex>`);
  put(
    'sitemap-pages.xml',
    `<urlset>${Object.keys(pages)
      .map((to) => `<url>${loc(to).replaceAll('&', '&amp;')}</url>`)
      .join('\n')}</urlset>`,
  );
  for (const [to, text] of Object.entries({ ...pages, ...hidden })) put(`${to}index.html`, text);
  for (const [file, text] of Object.entries(feeds)) put(file, text);
  put('index.html', pages[''] ?? 'front');
  put('404.html', '404');
  put(`${key}.txt`, key);
};

const item = (title: string): string => `<rss><item><title>${title}</title></item></rss>`;
const jsonItem = (title: string): string => JSON.stringify({ items: [{ title }] });

const announce = async (
  which: 'IndexNow' | 'hub' = 'IndexNow',
  setting: { isDry?: boolean; patience?: Patience } = {},
  paper = printedAddresses(paths.dir()),
): Promise<{ ok: boolean; said: string[] }> => {
  const said: string[] = [];
  const receiver = receiversOf({
    indexNow: indexNowSchema.parse({ key, endpoint: sink }),
    feeds: { content: 'full', hub: sink },
  }).find(({ name }) => name === which);
  if (!receiver || !paper) throw new Error('There is nothing to announce.');
  const say = (line: string) => said.push(line);
  const ok = await announceTo(receiver, paper, {
    ...{ cacheDir: paths.cache(), say, patience: swift },
    ...setting,
  });
  return { ok, said };
};

const listed = ({ body }: { body: string }): string[] =>
  (JSON.parse(body) as { urlList: string[] }).urlList;
const inAll = (): string[] => asked.flatMap(listed);
const feedsIn = (): (string | null)[] =>
  asked.map(({ body }) => new URLSearchParams(body).get('hub.url'));

describe('search engines', () => {
  test('are told nothing the first time, then of what changed, what is new and what is gone, and of nothing else', async () => {
    print({ 'a/': '1', 'b/': '1', 'c/': '1' });
    expect((await announce()).said).toEqual([
      'IndexNow: 3 addresses noted; changes are announced from now on.',
    ]);
    expect(asked).toEqual([]);

    print({ 'a/': '1', 'b/': '2', "нове-'i'-&/": '1' }, {}, { 'search/': 'not to be found' });
    expect(await announce()).toMatchObject({ ok: true });
    expect(asked).toMatchObject([{ method: 'POST', type: 'application/json; charset=utf-8' }]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      host: new URL(ascii).host,
      key,
      keyLocation: `${ascii}${key}.txt`,
      urlList: [`${ascii}b/`, new URL("нове-'i'-&/", ascii).href, `${ascii}c/`],
    });

    expect(await announce()).toEqual({ ok: true, said: ['IndexNow: 0 addresses announced.'] });
    expect(asked).toHaveLength(1);
  });

  test('are told of a page whose words or links changed, not of one whose furniture did', () => {
    const page = (main: string, menu = '') =>
      `<title>T</title><nav>${menu}</nav><main class="m">${main}</main><script>1</script>`;
    const said = saidOn(page('<p class="a" data-moment="1">Words <a href="/x/">there</a>.</p>'));
    expect(
      saidOn(
        page(
          '<p data-moment="2">Words <a class="b" href="/x/">there</a>.</p><aside>Ad</aside>',
          'New section',
        ),
      ),
    ).toBe(said);
    expect(saidOn(page('<p>Words <a href="/y/">there</a>.</p>'))).not.toBe(said);
    expect(saidOn(page('<p>Words <a href="/x/">here</a>.</p>'))).not.toBe(said);
  });

  test('get at most 10,000 addresses in one request', async () => {
    const many = (length: number): PrintedAddresses => ({
      front: ascii,
      pages: new Map(Array.from({ length }, (_, n) => [`${ascii}s${String(n)}/`, 'digest'])),
      feeds: new Map(),
    });
    await announce('IndexNow', {}, many(1));
    expect((await announce('IndexNow', {}, many(10_002))).ok).toBe(true);
    expect(asked.map((one) => listed(one).length)).toEqual([10_000, 1]);
    expect(new Set(inAll()).size).toBe(10_001);
  });

  test('are not told that another site is gone, after a move', async () => {
    print({ 'a/': '1' });
    await announce();
    await announce(
      'IndexNow',
      {},
      {
        front: 'https://new.press/',
        pages: new Map([['https://new.press/a/', 'digest']]),
        feeds: new Map(),
      },
    );
    expect(inAll()).toEqual(['https://new.press/a/']);
  });
});

describe('a hub', () => {
  test('is told of each feed that changed and has stories, one by one', async () => {
    print({}, { 'rss.xml': item('1'), 'feed.json': jsonItem('1'), 'world/rss.xml': item('1') });
    await announce('hub');
    print(
      {},
      {
        'rss.xml': item('2'),
        'feed.json': jsonItem('2'),
        'світ/rss.xml': item('1'),
        'empty/rss.xml': '<rss><pubDate>now</pubDate></rss>',
        'empty/feed.json': '{"items": []}',
      },
    );
    expect((await announce('hub')).ok).toBe(true);
    expect(feedsIn()).toEqual([
      new URL('світ/rss.xml', ascii).href,
      `${ascii}feed.json`,
      `${ascii}rss.xml`,
    ]);
    for (const { type, body } of asked) {
      expect(type).toBe('application/x-www-form-urlencoded');
      expect(new URLSearchParams(body).get('hub.mode')).toBe('publish');
    }
    await announce('hub');
    expect(asked).toHaveLength(3);
  });

  test('that refuses one feed is still told of the others, and of that one again the next time', async () => {
    print({}, { 'rss.xml': item('1'), 'world/rss.xml': item('1') });
    await announce('hub');
    print({}, { 'rss.xml': item('2'), 'world/rss.xml': item('2') });
    answer = (_, response, body) => response.writeHead(body.includes('world') ? 204 : 400).end();
    const { ok, said } = await announce('hub');
    expect(ok).toBe(false);
    expect(said.at(-1)).toBe(
      `✗ hub, ${sink}: 1 address not announced (HTTP 400). Next time they are.`,
    );
    expect(asked).toHaveLength(2);
    with_(204);
    expect((await announce('hub')).ok).toBe(true);
    expect(feedsIn()).toEqual([`${ascii}rss.xml`, `${ascii}world/rss.xml`, `${ascii}rss.xml`]);
  });

  test('that hangs is given up, and not asked for every other feed', async () => {
    print({}, { 'a/rss.xml': item('1'), 'b/rss.xml': item('1') });
    await announce('hub');
    print({}, { 'a/rss.xml': item('2'), 'b/rss.xml': item('2') });
    answer = () => undefined;
    const started = Date.now();
    const { ok, said } = await announce('hub', { patience: { ...swift, answer: 100 } });
    expect(ok).toBe(false);
    expect(Date.now() - started).toBeLessThan(8_000);
    expect(said.at(-1)).toContain(
      '2 addresses not announced (no answer in time; not tried after that)',
    );
    expect(new Set(feedsIn())).toEqual(new Set([`${ascii}a/rss.xml`]));
  });
});

describe('a receiver that is away', () => {
  beforeEach(async () => {
    print({ 'a/': '1' });
    await announce();
    print({ 'a/': '2' });
  });

  test('is asked again after the time that it asks for', async () => {
    answer = (n, response) =>
      n === 1
        ? response.writeHead(429, { 'Retry-After': '1' }).end()
        : response.writeHead(202).end();
    expect((await announce()).ok).toBe(true);
    expect(asked).toHaveLength(2);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['in an hour', '3600'],
    ['at another time', new Date(Date.now() + 3_600_000).toUTCString()],
  ])('and wants to be asked %s is asked the next time', async (_, after) => {
    with_(503, { 'Retry-After': after });
    const { ok, said } = await announce();
    expect(ok).toBe(false);
    expect(asked).toHaveLength(1);
    expect(said.at(-1)).toMatch(/HTTP 503, to be asked again in 3[56]\d\d seconds/);
  });

  test('for ever fails, and is told the same the next time', async () => {
    with_(500);
    expect((await announce()).ok).toBe(false);
    expect(asked).toHaveLength(swift.attempts);
    with_(200);
    expect((await announce()).ok).toBe(true);
    expect(listed(asked.at(-1) ?? { body: '' })).toEqual([`${ascii}a/`]);
    asked = [];
    expect((await announce()).ok).toBe(true);
    expect(asked).toEqual([]);
  });

  test('altogether fails', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const { ok, said } = await announce();
    expect(ok).toBe(false);
    expect(said.at(-1)).toContain('ECONNREFUSED');
  });

  test('is not asked again if it refuses, nor followed elsewhere', async () => {
    with_(403);
    expect((await announce()).ok).toBe(false);
    with_(302, { Location: sink });
    expect((await announce()).ok).toBe(false);
    expect(asked).toHaveLength(2);
  });
});

test('a dry run prints the changes, and neither sends nor remembers', async () => {
  print({ 'a/': '1', 'b/': '1' });
  await announce();
  print({ 'a/': '2' });
  const { said } = await announce('IndexNow', { isDry: true });
  expect(said).toEqual([
    `IndexNow: 2 addresses to announce to ${sink}`,
    `  changed ${ascii}a/`,
    `  gone    ${ascii}b/`,
  ]);
  expect(asked).toEqual([]);
  await announce();
  expect(inAll()).toHaveLength(2);
});

test.each(['short', 'with space 12', '../../etc/passwd', 'ключ-ключ-ключ', 'a'.repeat(129)])(
  'a key may not be %j',
  (wrong) => {
    expect(indexNowSchema.safeParse({ key: wrong }).success).toBe(false);
  },
);

test('a placeholder is told from an address', () => {
  for (const origin of ['https://a.example/', 'http://localhost:4321/', 'http://127.0.0.1/'])
    expect(isPlaceholder(origin), origin).toBe(true);
  for (const origin of ['https://example.news/', 'https://a.press/x/'])
    expect(isPlaceholder(origin), origin).toBe(false);
});

describe('npm run announce', () => {
  const run = (
    args: string[] = [],
    settings = '',
  ): { ended: Promise<[number | null, string]>; kill: () => void } => {
    const file = path.join(work, 'publication.ts');
    writeFileSync(
      file,
      `export const publication = { name: 'The Paper', tagline: 'All', url: 'https://a.press',
        language: 'en-GB', timeZone: 'Europe/Kyiv', publisher: { name: 'Press', logo: 'logo.png' },
        ${settings || `indexNow: { key: '${key}', endpoint: '${sink}' }, feeds: { hub: '${sink}' }`} };`,
    );
    mkdirSync(path.join(work, 'content'), { recursive: true });
    const child = spawn(process.execPath, ['src/commands/announce.ts', ...args], {
      env: { ...process.env, PAPER_DIR: work },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (output += data.toString()));
    return {
      ended: new Promise((resolve) =>
        child.on('close', (code) => {
          resolve([code, output]);
        }),
      ),
      kill: () => child.kill('SIGKILL'),
    };
  };

  test('fails if one receiver did, and tells only that one the next time', async () => {
    print({ 'a/': '1' }, { 'rss.xml': item('1') });
    expect(await run().ended).toMatchObject([
      0,
      expect.stringContaining('hub: 1 address noted') as string,
    ]);
    print({ 'a/': '2' }, { 'rss.xml': item('2') });
    answer = (_, response, body) => response.writeHead(body.includes('hub.url') ? 422 : 200).end();
    expect((await run().ended)[0]).toBe(1);
    asked = [];
    with_(204);
    expect((await run().ended)[0]).toBe(0);
    expect(asked.map(({ body }) => body)).toEqual([expect.stringContaining('hub.url') as string]);
  }, 30_000);

  test('that is killed has not lost what was taken before', async () => {
    print({}, { 'a/rss.xml': item('1'), 'b/rss.xml': item('1') });
    await run().ended;
    print({}, { 'a/rss.xml': item('2'), 'b/rss.xml': item('2') });
    const { ended, kill } = run([], `feeds: { hub: '${sink}' }`);
    answer = (n, response) => {
      if (n === 1) response.writeHead(204).end();
      else kill();
    };
    expect((await ended)[0]).toBeNull();
    asked = [];
    with_(204);
    await run().ended;
    expect(feedsIn()).toEqual([`${ascii}b/rss.xml`]);
  }, 30_000);

  test('refuses a placeholder, a paper without the key, and none at all', async () => {
    print({ 'a/': '1' });
    const dir = paths.dir();
    rmSync(path.join(dir, `${key}.txt`));
    expect(await run().ended).toEqual([1, expect.stringContaining(`without ${key}.txt`)]);
    writeFileSync(path.join(dir, 'sitemap.xml'), '<loc>https://a.example/sitemap-pages.xml</loc>');
    expect(await run().ended).toEqual([1, expect.stringContaining('https://a.example/')]);
    rmSync(dir, { recursive: true });
    expect(await run().ended).toEqual([1, expect.stringContaining('without a paper')]);
    expect(asked).toEqual([]);
  }, 30_000);

  test('refuses an edition with drafts', async () => {
    print({ 'a/': '1' });
    writeFileSync(path.join(paths.dir(), 'draft-edition.txt'), '');
    expect(await run().ended).toEqual([1, expect.stringContaining('which holds a draft edition')]);
  }, 30_000);

  test('has nothing to do where nobody is named', async () => {
    print({ 'a/': '1' });
    expect(await run([], 'shortName: "P"').ended).toEqual([
      0,
      expect.stringContaining('Nobody to announce anything to'),
    ]);
  }, 30_000);
});
