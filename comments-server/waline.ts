import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** What Waline would otherwise ask of others, or tell of its readers. Whatever the environment sets, stays. */
const settings: Record<string, string> = {
  // Every request asks this service which accounts one may sign in with: none, and nobody is asked.
  OAUTH_URL: 'data:application/json,{"services":[]}',
  // Spam detection and avatars send what readers write, or who they are, to a company.
  AKISMET_KEY: 'false',
  GRAVATAR_STR: '-',
  // Browser, system and region of every commenter would be public.
  DISABLE_USERAGENT: 'true',
  DISABLE_REGION: 'true',
  // Sums of money are not formulas.
  MARKDOWN_TEX: 'false',
  MARKDOWN_HIGHLIGHT: 'false',
  DISABLE_AUTHOR_NOTIFY: 'true',
  // Seconds between two comments from one address.
  IPQPS: '5',
  // Moments are stored without an offset.
  TZ: 'UTC',
};

/** What signs administrators' sessions: kept, so that a restart does not end them. */
const sessionKey = (folder: string): string => {
  const file = join(folder, 'session-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
};

const isBlank = (text: unknown): boolean => typeof text !== 'string' || /^[\s\p{Cf}]*$/u.test(text);

/** Waline takes a comment without a name, and of any length. What is returned is told to who posts. */
const preSave = ({ nick, comment }: Record<string, unknown>): { errmsg: string } | undefined => {
  if (isBlank(nick)) return { errmsg: 'Please enter your name here' };
  if (isBlank(comment)) return { errmsg: 'Please enter your comment!' };
  if (String(nick).length > 100) return { errmsg: 'The name is longer than 100 characters.' };
  if (String(comment).length > 10_000) {
    return { errmsg: 'The comment is longer than 10,000 characters.' };
  }
  return undefined;
};

interface Think {
  app: { proxy: boolean };
  logger: Record<'debug' | 'info', () => void>;
}

/** Whose pages may ask: those of this machine and of SITE_HOSTS. Who comes without a page may ask too. */
const mayAsk = (origin: string | undefined): boolean => {
  if (origin === undefined) return true;
  const hosts = ['localhost', '127.0.0.1', ...(process.env['SITE_HOSTS'] ?? '').split(',')];
  return URL.canParse(origin) && hosts.some((host) => host.trim() === new URL(origin).hostname);
};

/**
 * Loads Waline, set so that it asks nobody and tells no more than it must.
 * @param folder where its database is
 */
export const loadWaline = (folder: string): RequestListener => {
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
  process.env['SQLITE_PATH'] = folder;
  process.env['JWT_TOKEN'] ??= sessionKey(folder);
  const load = require('@waline/vercel') as (config: object) => RequestListener;
  const waline = load({ env: 'production', preSave });
  const { think } = globalThis as unknown as { think: Think };
  // Without a proxy in front, these headers are whatever their sender likes to be.
  think.app.proxy = process.env['TRUST_PROXY'] === 'true';
  // They would print what readers write.
  think.logger.debug = think.logger.info = () => undefined;
  return (request, response) => {
    if (mayAsk(request.headers.origin)) waline(request, response);
    else response.writeHead(403).end();
  };
};
