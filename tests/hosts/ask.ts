import { request } from 'node:http';

/** What a server answered, as it came over the wire: nothing unpacked, no redirect followed. */
export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
};

/**
 * Asks a server on this machine for a path exactly as it is written: `..`, encodings and all.
 * @param port where the server listens
 */
export const ask = (
  port: number,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode = 0, headers: got } = response;
          resolve({ status: statusCode, headers: got, body: Buffer.concat(parts) });
        });
      },
    );
    asked.on('error', reject).end();
  });

/** Where an answer leads, as seen from what was asked: a path on the same host, or a whole address elsewhere. */
export const leadsTo = ({ headers }: Answer, port: number, asked: string): string | undefined => {
  const { location } = headers;
  if (typeof location !== 'string') return undefined;
  const here = `http://127.0.0.1:${port}`;
  const { href, origin } = new URL(location, here + asked);
  return origin === here ? href.slice(here.length) : href;
};
