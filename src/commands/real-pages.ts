import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Mistake } from '../copy/mistakes.ts';
import type { RealPage, RealPages, UnsavedText } from '../desk/server/real-page.ts';
import { type Child, startChild } from './child-process.ts';
import { freePort } from './port.ts';

/** How long one that has died is left alone, in milliseconds: the page asks again after each pause in typing. */
const rest = 15_000;

/** How long one page may take, in milliseconds. */
const patience = 30_000;

interface DevServer {
  child: Child;
  origin: string;
  token: string;
  isReady: boolean;
  /** Why it ended. */
  failure?: { at: number; message: string };
}

const start = async (env: NodeJS.ProcessEnv, cacheDir: string): Promise<DevServer> => {
  const port = String(await freePort());
  const token = randomBytes(32).toString('base64url');
  const child = startChild(
    ['src/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', port, '--ignore-lock'],
    {
      ...env,
      // A place of its own, so that `npm run dev` may run at the same time.
      CACHE_DIR: join(cacheDir, 'desk'),
      DESK_TOKEN: token,
      ASTRO_DEV_BACKGROUND: '0',
      // Vite has set it for the bundle of the desk's page, and Astro would leave its integrations out.
      NODE_ENV: 'development',
    },
    // Other addresses may come before.
    new RegExp(`(http://127\\.0\\.0\\.1:${port})`),
    () => undefined,
  );
  const server: DevServer = {
    child,
    origin: `http://127.0.0.1:${port}`,
    token,
    isReady: false,
  };
  void child.ready.then((address) => {
    server.isReady = address !== undefined;
  });
  void child.ended.then(() => {
    server.failure = {
      at: Date.now(),
      message: `The server of the real page has stopped. It said:\n${child.lastErrors(8)}`,
    };
  });
  return server;
};

const ask = async (server: DevServer, unsaved: UnsavedText): Promise<RealPage> => {
  const response = await fetch(`${server.origin}/_desk/unsaved`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-desk-token': server.token },
    body: JSON.stringify(unsaved),
    signal: AbortSignal.timeout(patience),
  });
  const said = await response.text();
  if (!response.ok) {
    const isPlain = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
    return { message: isPlain ? said : `The page cannot be shown (${response.status}).` };
  }
  const { address, mistakes } = JSON.parse(said) as { address?: string; mistakes?: Mistake[] };
  if (address === undefined) return { message: 'This text has no page.' };
  return { url: new URL(address, server.origin).href, ...(mistakes && { mistakes }) };
};

/**
 * Shows unsaved texts as real pages. Its development server starts when the first page is asked for.
 * @param env the environment that the desk was started with
 * @param cacheDir the paper's cache
 */
export const openRealPages = (
  env: NodeJS.ProcessEnv,
  cacheDir: string,
): RealPages & { stop: () => Promise<void> } => {
  let server: Promise<DevServer> | undefined;
  let isStopped = false;
  return {
    show: async (unsaved) => {
      const running = await (server ??= start(env, cacheDir));
      if (running.failure) {
        if (Date.now() - running.failure.at > rest && !isStopped) server = undefined;
        return { message: running.failure.message };
      }
      if (!running.isReady) return { starting: true };
      try {
        return await ask(running, unsaved);
      } catch (error) {
        return { message: `The page cannot be shown: ${String(error)}` };
      }
    },
    saved: async (paths) => {
      const running = await server;
      if (!running?.isReady || running.failure) return;
      for (const path of paths) {
        await ask(running, { path, text: null, pictures: [] }).catch(() => undefined);
      }
    },
    stop: async () => {
      isStopped = true;
      await (await server)?.child.stop();
    },
  };
};
