import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** How many proxies in front of the server are trusted: `true` is one. */
export const trustedProxies = (setting: string | undefined): number => {
  if (setting === 'true') return 1;
  return /^\d+$/.test(setting ?? '') ? Number(setting) : 0;
};

/**
 * The address a request comes from. Each proxy adds the address that it sees at the end of `X-Forwarded-For`; whatever
 * is to the left of those that trusted proxies added may be invented.
 * @param proxies how many are trusted
 */
export const addressOf = (request: IncomingMessage, proxies: number): string => {
  const here = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'] ?? '';
  const named = String(header)
    .split(',')
    .map((part) => part.trim());
  const found = proxies > 0 ? (named.slice(-proxies)[0] ?? '') : '';
  return (found || here).replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 45);
};

/** What shares a limit: an IPv4 address, or the /64 network that one customer gets in IPv6. */
export const networkOf = (address: string): string => {
  if (!isIPv6(address)) return address;
  const [before = '', after] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = before.split(':').filter(Boolean);
  const right = (after ?? '').split(':').filter(Boolean);
  const zeros = after === undefined ? 0 : Math.max(8 - left.length - right.length, 0);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};
