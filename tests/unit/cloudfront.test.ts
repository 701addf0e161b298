import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { headersOf } from '../../src/hosts/headers.ts';
import { hostFiles } from '../../src/hosts/host-files.ts';
import type { Served } from '../../src/hosts/served.ts';
import { asked, askedWithQuery, deskFiles, hostileRests, movedPaper } from './moved-paper.ts';

type Values = Record<string, { value: string; multiValue?: { value: string }[] }>;
type Response = { statusCode: number; headers: Values };
type Request = { uri: string };

const filesOf = (served: Served): Record<string, string> =>
  hostFiles(served, ['cloudfront']).outside;

/** The query of a request as CloudFront passes it to a function. */
const queryOf = (search: string): Values => {
  const values: Values = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=');
    const known = values[name];
    if (known) known.multiValue = [...(known.multiValue ?? [{ value: known.value }]), { value }];
    else values[name] = { value };
  }
  return values;
};

/** Runs the viewer request function, with a key value store filled from its import file. */
const request = async (served: Served, address: string): Promise<Request | Response> => {
  const files = filesOf(served);
  const store = new Map(
    (
      JSON.parse(files['cloudfront/redirects.json'] ?? '{"data":[]}') as {
        data: { key: string; value: string }[];
      }
    ).data.map(({ key, value }) => [key, value]),
  );
  const kvs = () => ({
    get: (key: string): Promise<string> => {
      const value = store.get(key);
      return value === undefined
        ? Promise.reject(new Error('No such key.'))
        : Promise.resolve(value);
    },
  });
  const code = files['cloudfront/request.js'] ?? '';
  expect(code).toContain("import cf from 'cloudfront';\n");
  const context = createContext({ cf: { kvs } });
  runInContext(code.replace("import cf from 'cloudfront';", ''), context);
  const [uri = '', search = ''] = address.split('?');
  const event = { request: { uri, querystring: queryOf(search), headers: {} } };
  const handler = runInContext('handler', context) as (
    event: object,
  ) => Promise<Request | Response>;
  return handler(event);
};

const locationOf = (answer: Request | Response): string | undefined =>
  'statusCode' in answer ? answer.headers['location']?.value : undefined;

describe.each(['/', '/paper/'])('the viewer request function of a paper under %s', (base) => {
  const paper = movedPaper(base);

  test.each([...asked, ...askedWithQuery])('redirects old addresses: %s', async (address, to) => {
    const answer = await request(paper, base + address);
    const wanted = to === undefined || to.startsWith('https:') ? to : base + to;
    expect(locationOf(answer)).toBe(wanted);
    if ('statusCode' in answer) expect(answer.statusCode).toBe(301);
  });

  test('redirects with or without a slash, whatever the case and encoding', async () => {
    for (const old of ['old', 'OLD/', 'no/slash/and/capitals', '/old/', 'Story.html']) {
      expect(locationOf(await request(paper, base + old)), old).toBe(`${base}new/`);
    }
    const cyrillic = encodeURI('старый/адрес').toLowerCase();
    expect(locationOf(await request(paper, base + cyrillic))).toBe(`${base}${encodeURI('новый')}/`);
  });

  test('keeps a query, repeated names included, unless the target has an anchor', async () => {
    const target = async (address: string) => locationOf(await request(paper, base + address));
    expect(await target('old/?a=1&a=2&b=%D1%8F')).toBe(`${base}new/?a=1&a=2&b=%D1%8F`);
    expect(await target('in/part/?a=1')).toBe(`${base}new/#part`);
  });

  test('requests index.html for a folder', async () => {
    expect(await request(paper, base)).toMatchObject({ uri: `${base}index.html` });
    expect(await request(paper, `${base}about/`)).toMatchObject({ uri: `${base}about/index.html` });
    expect(await request(paper, `${base}rss.xml`)).toMatchObject({ uri: `${base}rss.xml` });
    const cyrillic = `${base}${encodeURI('новый')}/`;
    expect(await request(paper, cyrillic)).toMatchObject({ uri: `${cyrillic}index.html` });
  });

  test('adds a missing slash, and keeps the query', async () => {
    expect(locationOf(await request(paper, `${base}about?a=b`))).toBe(`${base}about/?a=b`);
  });

  test.each([
    ...['//evil.example', '/\\evil.example', '/\\evil.example/../about'],
    ...hostileRests.map((rest) => `${base}blog/${rest}`),
    ...hostileRests.map((rest) => `${base}shop/${rest}`),
  ])('never leads to another site: %s', async (address) => {
    const to = locationOf(await request(paper, address));
    if (to === undefined) return;
    const there = address.startsWith(`${base}shop/`) ? 'https://shop.example' : paper.origin;
    expect(new URL(to, paper.origin).origin, to).toBe(there);
    expect(to).toMatch(/^(?:\/(?![/\\])|https:\/\/shop\.example\/)[^\p{Cc}]*$/u);
  });
});

test('a paper without old addresses needs no key value store', async () => {
  const paper = { ...movedPaper(), redirects: { exact: [], queried: [], folders: [] } };
  expect(Object.keys(filesOf(paper))).not.toContain('cloudfront/redirects.json');
  expect(filesOf(paper)['cloudfront/request.js']).not.toContain('cf.kvs()');
  expect(await request(paper, '/about/')).toMatchObject({ uri: '/about/index.html' });
});

test('the functions stay within their limit of 10 KB', () => {
  for (const name of ['cloudfront/request.js', 'cloudfront/response.js']) {
    expect(Buffer.byteLength(filesOf(movedPaper('/paper/'))[name] ?? '')).toBeLessThan(10 * 1024);
  }
});

test('the key value store has no duplicate keys, and none that is too long', () => {
  const { data } = JSON.parse(filesOf(movedPaper())['cloudfront/redirects.json'] ?? '') as {
    data: { key: string; value: string }[];
  };
  expect(new Set(data.map(({ key }) => key)).size).toBe(data.length);
  expect(data.length).toBe(16);
  for (const { key, value } of data) {
    expect(Buffer.byteLength(key)).toBeLessThanOrEqual(512);
    expect(Buffer.byteLength(value)).toBeLessThanOrEqual(1024);
  }
});

describe.each(['/', '/paper/'])('the headers of a paper under %s', (base) => {
  const paper = movedPaper(base);
  const files = filesOf(paper);

  type Policy = {
    SecurityHeadersConfig: {
      StrictTransportSecurity: { AccessControlMaxAgeSec: number; IncludeSubdomains: boolean };
      FrameOptions: { FrameOption: string };
      ReferrerPolicy: { ReferrerPolicy: string };
      ContentTypeOptions: object;
      ContentSecurityPolicy: { ContentSecurityPolicy: string };
    };
    CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
  };
  const policy = JSON.parse(files['cloudfront/response-headers-policy.json'] ?? '') as Policy;

  /** The headers that the policy and the function send together. */
  const sent = (uri: string): Record<string, string> => {
    const context = createContext({});
    runInContext(files['cloudfront/response.js'] ?? '', context);
    const handler = runInContext('handler', context) as (event: object) => Response;
    const { headers } = handler({ request: { uri }, response: { statusCode: 200, headers: {} } });
    const security = policy.SecurityHeadersConfig;
    const { AccessControlMaxAgeSec: age, IncludeSubdomains: all } =
      security.StrictTransportSecurity;
    return {
      'strict-transport-security': `max-age=${age}${all ? '; includeSubDomains' : ''}`,
      'x-frame-options': security.FrameOptions.FrameOption,
      'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
      'x-content-type-options': 'nosniff',
      'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      ...Object.fromEntries(
        policy.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]),
      ),
      ...Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])),
    };
  };

  test.each([
    '',
    'about/',
    '_astro/a.C4f3.webp',
    'search/index/fragment/en_1.pf_fragment',
    'icon.svg',
    ...deskFiles,
    'desktop/',
  ])('are sent by the policy and the function: %s', (file) => {
    const wanted = headersOf(base + file, [...paper.headersApart, ...paper.desk], base);
    expect({ ...sent(base + file), 'content-type': undefined }).toEqual(
      Object.fromEntries(new Headers(wanted)),
    );
  });

  test('include the media type, whatever the upload set', () => {
    expect(sent(`${base}_astro/a.C4f3.avif`)['content-type']).toBe('image/avif');
    expect(sent(`${base}404.html`)['content-type']).toBe('text/html; charset=utf-8');
    expect(sent(`${base}about/`)['content-type']).toBeUndefined();

    expect(sent(`${base}world/rss.xml`)).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
    });
  });

  test('have the item counts that the API requires', () => {
    const { Quantity, Items } = policy.CustomHeadersConfig;
    expect(Quantity).toBe(Items.length);
    expect(Items.length).toBeLessThanOrEqual(10);
  });
});
