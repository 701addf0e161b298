import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
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
};

/** The key that signs administrators' sessions, kept so that a restart does not end them. */
export const sessionKeyIn = (folder: string): string => {
  const given = process.env['JWT_TOKEN'];
  if (given) return given;
  const file = join(folder, 'session-key');
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (/^[\da-f]{64}$/.test(kept)) return kept;
  const key = randomBytes(32).toString('hex');
  // Whole or not at all: anyone can sign with a key that is empty.
  writeFileSync(`${file}.new`, key, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return key;
};

interface Context {
  req: IncomingMessage;
  request: { body?: { post: object } };
}

interface Think {
  app: {
    proxy: boolean;
    middleware: ((context: Context, next: () => Promise<void>) => Promise<void>)[];
  };
  logger: Record<'debug' | 'info', () => void>;
}

/** Waline, and what it is to take for the body of a request. */
export interface Waline {
  listener: RequestListener;
  /** The stream of the request has been read by then. */
  giveBody: (request: IncomingMessage, body: object) => void;
}

/**
 * Loads Waline with settings that contact no third party and reveal no more than necessary. It must be given only
 * requests that have been checked.
 * @param folder where its database is
 */
export const loadWaline = (folder: string, sessionKey: string): Waline => {
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
  process.env['SQLITE_PATH'] = folder;
  process.env['JWT_TOKEN'] = sessionKey;
  // Times are stored without an offset.
  process.env['TZ'] = 'UTC';
  // Ours counts requests that come in together too.
  process.env['IPQPS'] = '0';
  const load = require('@waline/vercel') as (config: object) => RequestListener;
  const listener = load({ env: 'production' });
  const { think } = globalThis as unknown as { think: Think };
  const bodies = new WeakMap<IncomingMessage, object>();
  // Waline reads a body only if there is none yet.
  think.app.middleware.unshift((context, next) => {
    const post = bodies.get(context.req);
    if (post) context.request.body = { post };
    return next();
  });
  // The address in the header is the one we found.
  think.app.proxy = true;
  // These would log what readers write.
  think.logger.debug = think.logger.info = () => undefined;
  return {
    listener,
    giveBody: (request, body) => {
      bodies.set(request, body);
    },
  };
};
