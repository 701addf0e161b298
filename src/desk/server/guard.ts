import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { RefusedError } from './answer.ts';

/** The names under which this machine reaches itself. */
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Refuses what does not come from the desk's own page: a name that somebody else has made lead to this machine (DNS
 * rebinding), and pages of other origins.
 * @param port the one that the server listens on
 * @returns the origin under which the page was opened
 * @throws {RefusedError} 403
 */
export const requireOwnPage = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  port: number,
): string => {
  const hosts = ownNames.map((name) => `${name}:${String(port)}`);
  const host = headers.host?.toLowerCase() ?? '';
  if (!hosts.includes(host)) {
    throw new RefusedError(403, 'The desk answers only to the address that it printed.');
  }
  const own = `http://${host}`;
  const site = headers['sec-fetch-site'];
  if (
    (headers.origin !== undefined && headers.origin !== own) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  ) {
    throw new RefusedError(403, 'The desk answers only to its own page.');
  }
  return own;
};

/**
 * Refuses who does not know the token of this start, which is in the address that was printed.
 * @throws {RefusedError} 401
 */
export const requireToken = (
  { headers }: Pick<IncomingMessage, 'headers'>,
  token: string,
): void => {
  const given = /^(?:token|bearer) +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  // Digests have the same length, so that the comparison takes the same time.
  if (!timingSafeEqual(digest(given), digest(token))) {
    throw new RefusedError(401, 'Open the address that `npm run desk` printed: it has changed.');
  }
};
