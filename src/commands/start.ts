import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localAddress } from '../../comments-server/address.ts';
import { readSwitches } from '../config/switches.ts';
import { mistakesAsText } from '../copy/mistakes.ts';
import { type Child, startChild } from './child-process.ts';
import { astroScript, runEdition } from './edition-process.ts';
import { type LocalComments, startLocalComments } from './local-comments.ts';
import { isFree } from './port.ts';

// npm start: builds the paper and serves it, with a comments server on this machine. The paper is built into a folder
// of its own, because a published paper must not look for comments on its readers' machines.

interface Options {
  port: number;
  commentsPort: number;
  withComments: boolean;
}

const readOptions = (): Options => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' },
      'comments-port': { type: 'string', default: new URL(localAddress).port },
      'no-comments': { type: 'boolean', default: false },
    },
  });
  const asPort = (name: 'port' | 'comments-port'): number => {
    const port = Number(values[name]);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new Error(`--${name} must be a number from 1 to 65535, not "${values[name]}".`);
  };
  return {
    port: asPort('port'),
    commentsPort: asPort('comments-port'),
    withComments: !values['no-comments'],
  };
};

const print = (text: string): void => {
  process.stdout.write(text);
};

const stopping = new AbortController();
const children: Child[] = [];

const withServer = async (
  { commentsPort, withComments }: Options,
  env: NodeJS.ProcessEnv,
): Promise<LocalComments> => {
  if (!withComments) return { address: undefined };
  // A server that is named is already running.
  const named = env['COMMENTS_SERVER'];
  if (named) return { address: named };
  return startLocalComments(commentsPort, env, print);
};

/** @returns the exit code, once everything has ended */
const main = async (): Promise<number> => {
  const options = readOptions();
  const port = String(options.port);
  if (!(await isFree(options.port))) {
    throw new Error(
      `Port ${port} is in use, so the paper cannot be served there. Stop the program that uses it, or choose another port with \`npm start -- --port ${String(options.port + 1)}\`.`,
    );
  }
  const given = { OUT_DIR: join(readSwitches(process.env).cacheDir, 'paper'), ...process.env };
  const { mistakes } = readSwitches(given);
  if (mistakes.length > 0) throw new Error(mistakesAsText(mistakes));
  const { address, server, note } = await withServer(options, given);
  if (server) children.push(server);
  if (note) console.warn(note);

  // An empty switch counts as none.
  const env = { ...given, COMMENTS_SERVER: address ?? '' };
  const code = await runEdition(['build'], env, stopping.signal);
  if (code !== 0) return code;
  const preview = startChild(
    // Without Astro's lock, so that `npm run preview` can run at the same time.
    [astroScript, 'preview', '--port', port, '--ignore-lock'],
    { ...env, ASTRO_PREVIEW_BACKGROUND: '0' },
    /(https?:\/\/\S+)/,
    () => undefined,
  );
  children.push(preview);
  const paper = await preview.ready;
  if (paper === undefined) throw new Error(`The paper cannot be served. ${preview.lastError()}`);
  print(`\nPaper     ${paper}\n`);
  if (address) print(`Comments  ${address}\n`);
  print(`Ctrl-C stops ${server ? 'both' : 'it'}.\n`);
  void server?.ended.then(() => {
    if (!stopping.signal.aborted) console.error('The comments server has stopped.');
  });
  return preview.ended;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort();
    for (const child of children) void child.stop();
  });
}

const code = await main().catch((error: unknown) => {
  if (!stopping.signal.aborted) console.error(error instanceof Error ? error.message : error);
  return 1;
});
await Promise.all(children.map((child) => child.stop()));
// Being stopped is the normal way to end.
process.exitCode = stopping.signal.aborted ? 0 : code;
