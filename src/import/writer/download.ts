import { createHash } from 'node:crypto';
import { lookup as resolveName } from 'node:dns';
import { mkdirSync } from 'node:fs';
import { access, rename, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';
import { extname, join } from 'node:path';
import type { Fetch } from './place-files.ts';

/** Limits of downloads, so that no site can fill the disk or keep the import waiting. */
export interface DownloadLimits {
  /** Of one file, in bytes. */
  bytes: number;
  /** Of one request, in milliseconds. */
  time: number;
  /** How many files are fetched at most. */
  files: number;
}

export const usualLimits: DownloadLimits = { bytes: 25 * 1024 * 1024, time: 30_000, files: 50_000 };

const mostRedirects = 3;

/**
 * Networks that are not public (IANA special-purpose address registries): nothing is fetched from them. IPv4 addresses
 * that are written as IPv6 ones (`::ffff:10.0.0.1`) are found by the rules for IPv4.
 */
const privateNetworks = (): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ] as const) {
    list.addSubnet(network, prefix, 'ipv4');
  }
  for (const [network, prefix] of [
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const) {
    list.addSubnet(network, prefix, 'ipv6');
  }
  return list;
};

/** Whether an IP address belongs to a network that is not public, or is no IP address. */
export const isPrivateAddress = (address: string, list: BlockList = privateNetworks()): boolean => {
  const family = isIP(address);
  return family === 0 || list.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

/** What downloads need to know. The block list can be replaced, for tests on this machine. */
interface DownloadSetting {
  limits?: DownloadLimits;
  isBlocked?: (address: string) => boolean;
}

/** One request. A host's name is resolved once, and only a public address is connected to. */
const request = (
  url: URL,
  limits: DownloadLimits,
  isBlocked: (address: string) => boolean,
): Promise<{ body: Buffer } | { redirect: string }> =>
  new Promise((done, failed) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A literal address is never looked up, so it is checked here.
    if (isIP(host) !== 0 && isBlocked(host)) {
      failed(new Error(`${host} is not a public address`));
      return;
    }
    const { get } = url.protocol === 'https:' ? https : http;
    const asked = get(
      url,
      {
        signal: AbortSignal.timeout(limits.time),
        headers: { 'user-agent': 'bevolve-news-import', accept: 'image/*, */*;q=0.5' },
        lookup: (name, options, answer) => {
          resolveName(name, { ...options, all: true }, (error, found) => {
            const open = error ? [] : found.filter(({ address }) => !isBlocked(address));
            const [first] = open;
            if (error || !first)
              answer(error ?? new Error(`${name} is not a public address`), '', 4);
            else if (options.all) answer(null, open);
            else answer(null, first.address, first.family);
          });
        },
      },
      (response) => {
        const { statusCode = 0, headers } = response;
        if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
          response.destroy();
          done({ redirect: headers.location });
          return;
        }
        if (statusCode !== 200) {
          response.destroy();
          failed(new Error(`status ${String(statusCode)}`));
          return;
        }
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > limits.bytes)
            response.destroy(new Error(`more than ${String(limits.bytes)} bytes`));
        });
        response.on('error', failed);
        response.on('end', () => {
          if (response.complete) done({ body: Buffer.concat(parts) });
          else failed(new Error('the connection broke off'));
        });
      },
    );
    asked.on('error', failed);
  });

/** Fetches one address, following at most three redirects, each checked as the first. */
export const download = async (
  address: string,
  { limits = usualLimits, isBlocked = isPrivateAddress }: DownloadSetting = {},
): Promise<Buffer> => {
  let url = new URL(address);
  for (let step = 0; step <= mostRedirects; step += 1) {
    if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
      throw new Error(`${url.protocol} is not fetched`);
    }
    const answer = await request(url, limits, isBlocked);
    if ('body' in answer) return answer.body;
    url = new URL(answer.redirect, url);
  }
  throw new Error('too many redirects');
};

/**
 * Fetches files that are not among the uploads, and keeps them, so that a run that is stopped goes on where it was.
 * @param folder where they are kept, absolute
 */
export const downloadsInto = (folder: string, setting: DownloadSetting = {}): Fetch => {
  const { limits = usualLimits } = setting;
  const failed = new Set<string>();
  let fetched = 0;
  return async (urls) => {
    for (const url of urls) {
      if (!/^https?:\/\//i.test(url) || failed.has(url)) continue;
      const ending = /^\.\w{1,5}$/.exec(extname(new URL(url).pathname))?.[0] ?? '';
      const name = createHash('sha256').update(url).digest('hex').slice(0, 32);
      const file = join(folder, name + ending.toLowerCase());
      const isThere = await access(file).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
      if (fetched >= limits.files) return undefined;
      fetched += 1;
      try {
        const body = await download(url, setting);
        mkdirSync(folder, { recursive: true });
        await writeFile(`${file}.part`, body);
        await rename(`${file}.part`, file);
        return file;
      } catch {
        failed.add(url);
        await rm(`${file}.part`, { force: true });
      }
    }
    return undefined;
  };
};
