import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { DeskFile } from '../bundle.ts';
import { type Answer, json, refusal, RefusedError, send } from './answer.ts';
import type { ApiRequest } from './gitea-api.ts';
import { requireOwnPage, requireToken } from './guard.ts';
import { pageHeaders } from './page-headers.ts';

/** What a desk on this machine serves. */
export interface DeskParts {
  html: string;
  files: readonly DeskFile[];
  /** What `paper.json` says, for a page that was opened under an origin. */
  settings: (origin: string) => object;
  /** Gitea's API, below `/api/v1`. */
  gitea: (request: ApiRequest) => Promise<Answer>;
  /** What the desk does besides, below `/desk-api`. Undefined if it has answered by itself. */
  desk: (request: ApiRequest, response: ServerResponse) => Promise<Answer | undefined>;
}

/** A desk that runs. */
export interface RunningDesk {
  port: number;
  token: string;
  /** The address to open, with the token. */
  url: string;
  stop: () => Promise<void>;
}

const forEver = 'private, max-age=31536000, immutable';

const withCharset = (mediaType: string): string =>
  mediaType.startsWith('text/') || mediaType.endsWith('json')
    ? `${mediaType}; charset=utf-8`
    : mediaType;

const partsOf = (path: string): string[] => {
  try {
    const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
    if (parts.every((part) => !/[/\\\0]/.test(part))) return parts;
  } catch {
    // Not UTF-8 in percent signs (RFC 3986, 2.1).
  }
  throw new RefusedError(400, 'This address holds a part that is no name.');
};

const pageFile = (parts: DeskParts, path: string, origin: string): Answer => {
  if (path === '/') return { status: 200, headers: pageHeaders, body: parts.html };
  if (path === '/paper.json') return json(parts.settings(origin));
  const file = parts.files.find((each) => `/${each.path}` === path);
  if (!file) throw new RefusedError(404, 'There is nothing at this address.');
  return {
    status: 200,
    headers: {
      'Content-Type': withCharset(file.mediaType),
      'Cache-Control': forEver,
      // A worker obeys the policy that comes with its own script.
      'Content-Security-Policy': pageHeaders['Content-Security-Policy'] ?? '',
    },
    body: file.bytes,
  };
};

const answerTo = async (
  request: IncomingMessage,
  response: ServerResponse,
  parts: DeskParts,
  { port, token }: { port: number; token: string },
): Promise<Answer | undefined> => {
  const origin = requireOwnPage(request, port);
  // `URL` would resolve `..`, also where percent signs write it.
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const [, , api] = /^\/(api\/v1|desk-api)\/(.*)$/.exec(path) ?? [];
  const method = request.method ?? 'GET';
  if (api === undefined) {
    if (method !== 'GET' && method !== 'HEAD')
      throw new RefusedError(405, 'Only GET is known here.');
    return pageFile(parts, path, origin);
  }
  requireToken(request, token);
  const query = new URLSearchParams(search);
  const apiRequest: ApiRequest = { method, parts: partsOf(api), query, request };
  return path.startsWith('/desk-api/') ? parts.desk(apiRequest, response) : parts.gitea(apiRequest);
};

/** How long the rest of a refused request is read, in milliseconds. */
const politeness = 2_000;

/** Reads what is left of a request: whoever is cut off while sending reads no answer. */
const passOver = (request: IncomingMessage): Promise<void> =>
  new Promise((resolve) => {
    if (request.complete) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, politeness);
    request.once('end', done).once('close', done).on('error', done).resume();
  });

const listen = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
};

/**
 * Serves a desk on this machine alone.
 * @param port 0 takes any that is free
 * @throws `EADDRINUSE`, if something listens on the port
 */
export const startDeskServer = async (parts: DeskParts, wanted: number): Promise<RunningDesk> => {
  const token = randomBytes(32).toString('base64url');
  let port = wanted;
  const server = createServer((request, response) => {
    answerTo(request, response, parts, { port, token })
      .catch(refusal)
      .then(async (answer) => {
        if (!answer) return;
        await passOver(request);
        if (!request.complete) response.setHeader('Connection', 'close');
        send(response, answer);
      })
      .catch(() => response.destroy());
  });
  // Nobody may hold a connection open with half a request.
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  port = await listen(server, wanted);
  return {
    port,
    token,
    url: `http://127.0.0.1:${String(port)}/#token=${token}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
