import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSource } from '../../../src/import/readers/open-source.ts';
import {
  download,
  downloadsInto,
  isPrivateAddress,
  usualLimits,
} from '../../../src/import/writer/download.ts';
import { importPaper } from '../../../src/import/writer/import-paper.ts';
import { runImport } from '../../fixtures/moving-in/write.ts';
import { cdata, exportOf, itemOf } from './exports.ts';
import { bytesOf, newContent, newFolder, reportIn, textIn } from './newsroom.ts';

/** This machine counts as public, everything else does not. */
const isBlocked = (address: string): boolean => address !== '127.0.0.1';
const limits = { bytes: 20_000, time: 2000, files: 100 };

let png: Buffer;
beforeAll(async () => {
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0a6' } })
    .png()
    .toBuffer();
});

let server: Server;
let base: string;
let asked: string[];
const answers: Record<string, RequestListener> = {
  '/wp-content/uploads/2024/weir.jpg': (_, response) => response.end(png),
  '/wp-content/uploads/2024/page.jpg': (_, response) => response.end('<html>Not found</html>'),
  '/wp-content/uploads/2024/report.pdf': (_, response) => response.end('%PDF-1.4 a report'),
  '/wp-content/uploads/2024/lost.pdf': (_, response) =>
    response.end('<!DOCTYPE html><title>Not found</title>'),
  '/huge.png': (_, response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(10_000)), 1);
    response.on('close', () => {
      clearInterval(timer);
    });
  },
  '/half.png': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  },
  '/never.png': () => undefined,
  '/inside': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/a.png' }).end(),
  '/to-host': (_, response) =>
    response.writeHead(302, { location: 'http://localhost.invalid/a.png' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-self': (_, response) => response.writeHead(301, { location: '/to-self' }).end(),
  '/3': (_, response) => response.writeHead(301, { location: '/2' }).end(),
  '/4': (_, response) => response.writeHead(301, { location: '/3' }).end(),
  '/2': (_, response) => response.writeHead(307, { location: '/1' }).end(),
  '/1': (_, response) =>
    response.writeHead(308, { location: '/wp-content/uploads/2024/weir.jpg' }).end(),
};

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers[request.url ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404).end('Not found');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const get = (at: string): Promise<Buffer> => download(base + at, { limits, isBlocked });

describe('a download', () => {
  test('brings the file, through at most three redirects', async () => {
    expect((await get('/wp-content/uploads/2024/weir.jpg')).equals(png)).toBe(true);
    expect((await get('/3')).equals(png)).toBe(true);
    await expect(get('/4')).rejects.toThrow('too many redirects');
    await expect(get('/to-self')).rejects.toThrow('too many redirects');
  });

  test.each([
    ['/huge.png', 'more than 20000 bytes'],
    ['/half.png', /aborted|broke off|hang up/],
    ['/never.png', /timeout|aborted/],
    ['/nothing.png', 'status 404'],
    ['/inside', '10.0.0.1 is not a public address'],
    ['/to-host', /not a public address|ENOTFOUND|EAI_AGAIN/],
    ['/to-file', 'file: is not fetched'],
  ])('of %s fails: %s', async (at, why) => {
    await expect(get(at)).rejects.toThrow(why);
  });

  test('is never from this machine or its network', async () => {
    const port = base.replace(/.*:/, '');
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '0',
    ]) {
      await expect(download(`http://${host}:${port}/1`, { limits }), host).rejects.toThrow();
    }
    expect(asked).toEqual([]);
    await expect(download('https://user:word@example.com/a.png')).rejects.toThrow('not fetched');
    await expect(download('ftp://example.com/a.png')).rejects.toThrow('not fetched');
  });
});

test.each([
  ...[
    '10.1.2.3',
    '127.8.8.8',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ],
  ...[
    '255.255.255.255',
    '::1',
    '::',
    'fc00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'no',
  ],
])('%s is not a public address', (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
  '%s is a public address',
  (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  },
);

/** An export whose pictures and files are on this machine's server. */
const exportWith = (content: string): string => {
  const at = `${base}/wp-content/uploads/2024`;
  const file = path.join(path.dirname(content), 'export.xml');
  const text = ['weir', 'page', 'gone']
    .map((name) => `<p><img src="${at}/${name}.jpg" alt="A ${name}"></p>`)
    .concat(`<p><img src="${base}/huge.png" alt="A huge one"></p>`)
    .concat(['report', 'lost'].map((name) => `<p><a href="${at}/${name}.pdf">The ${name}</a></p>`))
    .join('\n');
  writeFileSync(
    file,
    exportOf(itemOf({ 'content:encoded': cdata(text), link: `${base}/a-headline/` })).replaceAll(
      'https://lantern.example',
      base,
    ),
  );
  return file;
};

const importWith = async (content: string, downloads: string, most = limits) =>
  importPaper({
    source: await openSource([exportWith(content)], { fields: {}, site: undefined }),
    into: content,
    find: () => undefined,
    fetch: downloadsInto(downloads, { isBlocked, limits: most }),
    publication: undefined,
    types: {},
    drafts: false,
    only: [],
    dryRun: false,
  });

test('what can be downloaded is brought, and the rest is in the report', async () => {
  const content = await newContent();
  const downloads = newFolder();
  await importWith(content, downloads);
  const story = 'articles/2024/a-headline';
  // It is what is in it, not what it is called.
  expect(readFileSync(path.join(content, story, 'weir.png')).equals(png)).toBe(true);
  expect(textIn(content, 'files/2024/a-headline/report.pdf')).toContain('%PDF');
  expect([...bytesOf(content).keys()].filter((file) => /\.(?:png|jpg|pdf)$/.test(file))).toEqual([
    `${story}/weir.png`,
    'files/2024/a-headline/report.pdf',
    'logo.png',
  ]);
  const text = textIn(content, `${story}/index.md`);
  expect(text).toContain('The lost');
  expect(text).not.toContain('lost.pdf');
  const lost = reportIn(content).entries[0]?.notes.filter(({ weight }) => weight === 'lost');
  expect(lost?.map(({ what, found = '' }) => `${what}: ${found.replace(base, '')}`)).toEqual([
    'A picture cannot be used: /wp-content/uploads/2024/page.jpg: not a picture',
    'A picture is missing: /wp-content/uploads/2024/gone.jpg',
    'A picture is missing: /huge.png',
    'A file cannot be used: /wp-content/uploads/2024/lost.pdf: a web page',
  ]);
  expect(readdirSync(downloads).filter((name) => name.endsWith('.part'))).toEqual([]);

  // What is there is not fetched again.
  asked = [];
  const before = bytesOf(content);
  await importWith(content, downloads);
  expect(asked.map((at) => path.basename(at)).sort()).toEqual(['gone.jpg', 'huge.png']);
  expect(bytesOf(content)).toEqual(before);
});

test('downloads that were stopped go on where they were', async () => {
  const content = await newContent();
  const downloads = newFolder();
  await importWith(content, downloads, { ...limits, files: 1 });
  expect(asked.map((at) => path.basename(at))).toEqual(['weir.jpg']);
  asked = [];
  await importWith(content, downloads);
  expect(asked).not.toContain('/wp-content/uploads/2024/weir.jpg');
  const fresh = await newContent();
  await importWith(fresh, newFolder());
  const copy = (folder: string) =>
    [...bytesOf(folder)].filter(([file]) => !file.startsWith('import'));
  expect(copy(content)).toEqual(copy(fresh));
});

test('the command downloads nothing from this machine, and nothing at all unless it is told to', async () => {
  const content = await newContent();
  const file = exportWith(content);
  expect((await runImport(content, [file])).code).toBe(2);
  expect((await runImport(content, [file, '--download'])).code).toBe(2);
  expect(asked).toEqual([]);
  expect(usualLimits).toMatchObject({ bytes: 25 * 1024 * 1024, time: 30_000 });
});
