import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { databaseIn } from '../comments-server/database.ts';
import { isInstalled } from '../comments-server/install.ts';

/** A Waline server with its own empty database, on a free port. */
export type CommentsServer = {
  url: string;
  port: string;
  /** Where it keeps its database. */
  folder: string;
  /** The email address and password of its administrator. */
  login: { email: string; password: string };
  /** What it printed. */
  output: () => string;
  /** Any request for the API, as a reader or as the administrator. */
  ask: Ask;
  askAsEditor: Ask;
  /** Posts a comment directly, bypassing the paper's form. */
  post: (comment: object, headers?: Record<string, string>) => Promise<Answer>;
  /** A thread as any reader sees it. */
  thread: (key: string) => Promise<{ nick: string; comment: string }[]>;
  /** Approves all pending comments, as the administrator. */
  approveAll: () => Promise<void>;
  /** Deletes all comments. */
  clear: () => Promise<void>;
  stop: () => Promise<void>;
  /** Ends it at once, as a crash would, and leaves its folder. */
  kill: () => Promise<void>;
};

type Ask = (
  method: string,
  query: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export type Answer = {
  status: number;
  errno: number;
  errmsg: string;
  data: { objectId: number; status: string };
};

const root = fileURLToPath(new URL('..', import.meta.url));
const password = 'a password for tests';

/**
 * Starts the server of `npm run comments`.
 * @param env further settings of Waline
 * @throws if it is not installed
 */
export async function startCommentsServer(
  env: Record<string, string> = {},
): Promise<CommentsServer> {
  if (!isInstalled()) throw new Error('The comments server is not installed: run npm test once.');
  const folder = env['SQLITE_PATH'] ?? (await mkdtemp(path.join(tmpdir(), 'comments-')));
  const child = spawn(process.execPath, [path.join(root, 'comments-server/start.ts')], {
    env: {
      ...process.env,
      PORT: '0',
      SQLITE_PATH: folder,
      ADMIN_EMAIL: 'editor@news.example',
      ADMIN_PASSWORD: password,
      IPQPS: '0',
      COMMENTS_PER_HOUR: '0',
      COMMENTS_PER_MINUTE: '0',
      REQUESTS_PER_MINUTE: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /Comments server: (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('exit', () => {
      reject(new Error(`The comments server did not start:\n${output}`));
    });
  });

  const ask = async (
    method: string,
    query: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer & { data: never }> => {
    const response = await fetch(`${url}/api/${query}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json().catch(() => ({}))) as Answer & { data: never };
    return { ...answer, status: response.status };
  };

  const login = { email: 'editor@news.example', password };
  const { token } = (await ask('POST', 'token', login)).data as { token: string };
  const asEditor = { Authorization: `Bearer ${token}` };

  const exited = new Promise((resolve) => child.on('exit', resolve));
  return {
    url,
    folder,
    login,
    output: () => output,
    ask,
    askAsEditor: (method, query, body) => ask(method, query, body, asEditor),
    port: new URL(url).port,
    post: (comment, headers) => ask('POST', 'comment', comment, headers),
    thread: async (key) => {
      const { data } = await ask('GET', `comment?path=${encodeURIComponent(key)}&pageSize=100`);
      return (data as { data: { nick: string; comment: string }[] }).data;
    },
    approveAll: async () => {
      const list = await ask('GET', 'comment?type=list&status=waiting', undefined, asEditor);
      for (const { objectId } of (list.data as { data: { objectId: number }[] }).data) {
        await ask('PUT', `comment/${objectId}`, { status: 'approved' }, asEditor);
      }
    },
    clear: () => {
      const database = new DatabaseSync(databaseIn(folder), { timeout: 5000 });
      database.exec('DELETE FROM wl_Comment');
      database.close();
      return Promise.resolve();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill();
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
