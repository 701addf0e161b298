import { type ChildProcess, spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { install } from '../../comments-server/install.ts';
import { startLocalComments } from '../../src/commands/local-comments.ts';
import { isFree } from '../../src/commands/port.ts';
import { type Checkout, copyCheckout } from '../checkout.ts';
import { startCommentsServer } from '../comments-server.ts';

/** Starts a paper of one article as `npm start` does, in its own checkout, and sends requests to it. */
const packages = fileURLToPath(new URL('../../comments-server/node_modules', import.meta.url));
const article = 'town/clock-tower-strikes-thirteen/';
let checkout: Checkout;
let port: number;
let commentsPort: number;
let running: ChildProcess[] = [];

const listen = async (): Promise<{ port: number; close: () => Promise<void> }> => {
  const server = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
};

const freePort = async (): Promise<number> => {
  const { port, close } = await listen();
  await close();
  return port;
};

beforeAll(async () => {
  install();
  checkout = await copyCheckout();
  // A paper without a comments setting has comments.
  await checkout.edit('src/publication.ts', (text) => text.replace(/^ +comments: .*\n/m, ''));
  port = await freePort();
  commentsPort = await freePort();
}, 300_000);

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running = [];
});

afterAll(() => checkout.remove());

type Run = {
  /** Its output so far. */
  output: () => string;
  /** Resolves once it prints this; rejects if it exits first. */
  prints: (text: string) => Promise<void>;
  ended: Promise<number | null>;
  interrupt: () => void;
};

const start = (args: string[] = [], env: Record<string, string> = {}): Run => {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|COMMENTS_|SITE_URL|PORT|HOST$)/.test(name),
  );
  const ports = ['--port', String(port), '--comments-port', String(commentsPort)];
  const child = spawn(process.execPath, ['src/commands/start.ts', ...ports, ...args], {
    cwd: checkout.folder,
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      SOURCE_DATE_EPOCH: '1740816000',
      IPQPS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  let look = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    output: () => output,
    prints: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (output.includes(text)) resolve();
        };
        look();
        void ended.then(() => {
          reject(new Error(`It ended without "${text}":\n${output}`));
        });
      }),
    ended,
    interrupt: () => child.kill('SIGINT'),
  };
};

const paper = (path: string): Promise<Response> => fetch(`http://localhost:${port}/${path}`);
const comments = (query: string, request?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${commentsPort}/api/comment${query}`, request);

describe('npm start', { timeout: 240_000 }, () => {
  test('serves the paper even if the comments server cannot be installed, and says so in one line', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/`;
    const offline = {
      npm_config_registry: nobody,
      npm_config_cache: checkout.at('.npm'),
      npm_config_fetch_retries: '0',
    };
    const { output, prints, ended, interrupt } = start([], offline);
    await prints('Ctrl-C stops it.');
    expect(output()).toContain(
      'The comments server could not be installed. The paper is served without comments; `npm run comments` shows why.\n',
    );
    expect(output()).not.toMatch(/npm error|ECONNREFUSED| at file:/);
    expect(await (await paper(article)).text()).toContain('Comments are closed.');
    interrupt();
    expect(await ended).toBe(0);
  });

  test('starts no comments server if told not to, and can be stopped in the middle of a build', async () => {
    const { output, prints, ended, interrupt } = start(['--no-comments']);
    await prints('The edition of');
    expect(output()).not.toMatch(/comments/i);
    expect(await isFree(commentsPort)).toBe(true);
    interrupt();
    expect(await ended).toBe(0);
    expect(output()).not.toContain('Ctrl-C');
  });

  test('serves the paper and its comments, prints both addresses, and stops both', async () => {
    await symlink(packages, checkout.at('comments-server/node_modules'), 'junction');
    const { output, prints, ended, interrupt } = start();
    await prints('Ctrl-C stops both.');
    expect(output()).toContain(`Paper     http://localhost:${port}/\n`);
    expect(output()).toContain(`Comments  http://127.0.0.1:${commentsPort}\n`);

    const page = await (await paper(article)).text();
    const script = /`\/([^`]+reply[^`]+)`/.exec(page)?.[1] ?? '';
    expect(await (await paper(script)).text()).toContain(`http://127.0.0.1:${commentsPort}`);
    const url = `/${article}`;
    const posted = await comments('', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: `http://localhost:${port}` },
      body: JSON.stringify({ nick: 'Ann', comment: 'Hello', url }),
    });
    expect(posted.status).toBe(200);
    const thread = await (await comments(`?path=${encodeURIComponent(url)}`)).text();
    expect(thread).toContain('Hello');

    interrupt();
    expect(await ended).toBe(0);
    expect([await isFree(port), await isFree(commentsPort)]).toEqual([true, true]);
  });

  test.each(['--port', '--comments-port'])('says which port is in use: %s', async (name) => {
    const other = await listen();
    try {
      const { output, ended } = start([name, String(other.port)]);
      expect(await ended).toBe(1);
      expect(output()).toMatch(
        new RegExp(
          `^Port ${other.port} is in use, .*\`npm start -- ${name} ${other.port + 1}\`.*\\n$`,
        ),
      );
    } finally {
      await other.close();
    }
  });

  test.each([
    [['--port', 'news'], '--port must be a number from 1 to 65535, not "news".\n'],
    [['--no-coments'], "Unknown option '--no-coments'"],
  ])('rejects %j in one line', async (args, message) => {
    const { output, ended } = start(args);
    expect(await ended).toBe(1);
    expect(output()).toContain(message);
    expect(output()).not.toContain(' at ');
  });
});

describe('the local comments server', () => {
  const quiet = (): void => undefined;

  test('is reused if it is already running', async () => {
    const server = await startCommentsServer();
    try {
      const env = { PUBLICATION: checkout.at('src/publication.ts') };
      const found = await startLocalComments(Number(server.port), env, quiet);
      expect(found).toEqual({ address: server.url });
    } finally {
      await server.stop();
    }
  });

  test('is not started for a paper that names a comments provider or closes comments', async () => {
    const env = { PUBLICATION: 'tests/fixtures/one-article/publication.ts' };
    const found = await startLocalComments(commentsPort, env, quiet);
    expect(found).toEqual({ address: undefined });
  });

  test('is not started for a paper that is built for production', async () => {
    const env = {
      PUBLICATION: checkout.at('src/publication.ts'),
      SITE_URL: 'https://news.example',
    };
    const found = await startLocalComments(commentsPort, env, quiet);
    expect(found).toEqual({ address: undefined });
  });
});
