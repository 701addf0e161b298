import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Turns off what Waline would ask of third parties or reveal about readers. The environment overrides each. */
const settings: Record<string, string> = {
  // Otherwise every request would ask a third party which accounts readers may sign in with. There are none.
  OAUTH_URL: 'data:application/json,{"services":[]}',
  // Spam detection and avatars would send what readers write, or who they are, to a company.
  AKISMET_KEY: 'false',
  GRAVATAR_STR: '-',
  // Browser, system and region of every commenter would be public.
  DISABLE_USERAGENT: 'true',
  DISABLE_REGION: 'true',
  // Amounts of money are not formulas.
  MARKDOWN_TEX: 'false',
  MARKDOWN_HIGHLIGHT: 'false',
  DISABLE_AUTHOR_NOTIFY: 'true',
  // Seconds between two comments from one address.
  IPQPS: '5',
  // Times are stored without an offset.
  TZ: 'UTC',
};

/** The key that signs administrators' sessions, kept so that a restart does not end them. */
const sessionKey = (folder: string): string => {
  const file = join(folder, 'session-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
};

const isBlank = (text: unknown): boolean => typeof text !== 'string' || /^[\s\p{Cf}]*$/u.test(text);

/** Waline accepts comments without a name and of any length. The message returned is shown to the writer. */
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

/** Which pages may use the server: those of this machine and of SITE_HOSTS. Programs without a page may too. */
const mayAsk = (origin: string | undefined): boolean => {
  if (origin === undefined) return true;
  const hosts = ['localhost', '127.0.0.1', ...(process.env['SITE_HOSTS'] ?? '').split(',')];
  return URL.canParse(origin) && hosts.some((host) => host.trim() === new URL(origin).hostname);
};

/**
 * Loads Waline with settings that contact no third party and reveal no more than necessary.
 * @param folder where its database is
 */
export const loadWaline = (folder: string): RequestListener => {
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
  process.env['SQLITE_PATH'] = folder;
  process.env['JWT_TOKEN'] ??= sessionKey(folder);
  const load = require('@waline/vercel') as (config: object) => RequestListener;
  const waline = load({ env: 'production', preSave });
  const { think } = globalThis as unknown as { think: Think };
  // Without a proxy in front, anyone can put anything into these headers.
  think.app.proxy = process.env['TRUST_PROXY'] === 'true';
  // These would log what readers write.
  think.logger.debug = think.logger.info = () => undefined;
  return (request, response) => {
    if (mayAsk(request.headers.origin)) waline(request, response);
    else response.writeHead(403).end();
  };
};
