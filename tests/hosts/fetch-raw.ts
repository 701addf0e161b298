import { request } from 'node:http';

/** A server's response as it came over the wire: not decompressed, no redirect followed. */
export type RawResponse = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/**
 * Requests a path from a server on this machine exactly as written, `..` and encodings included.
 * @param port the port that the server listens on
 */
export const fetchRaw = (
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawResponse> =>
  new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0, headers: received } = response;
          resolve({ status: statusCode, headers: received, body: Buffer.concat(parts) });
        });
      },
    );
    sent.on('error', reject).end();
  });

/** Where a response redirects a requested path to: a path on the same host, or an absolute address elsewhere. */
export const redirectTarget = (
  { headers }: RawResponse,
  port: number,
  requested: string,
): string | undefined => {
  const { location } = headers;
  if (typeof location !== 'string') return undefined;
  const here = `http://127.0.0.1:${port}`;
  const { href, origin } = new URL(location, here + requested);
  return origin === here ? href.slice(here.length) : href;
};
