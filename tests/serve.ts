import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DeskSettings } from '../src/desk/settings.ts';
import { deskHeaders } from '../src/hosts/desk-headers.ts';
import { type HeaderRule, headerRules, headersOf } from '../src/hosts/headers.ts';
import { typesByPattern } from '../src/hosts/media-types.ts';
import { forgeAddresses } from '../src/policy/desk-policy.ts';
import { findPaper, pathIn } from './papers.ts';

/** A paper being served. */
export type Served = {
  /** The address of its front page, with the base path and a trailing slash. */
  url: string;
  close: () => Promise<void>;
};

/**
 * Serves a built paper as a good static host does: under its base path, with its headers, its 404 page, redirects that
 * add a folder's trailing slash, and gzip for text.
 * @param where the folder to serve, by default the paper's own; the port, by default a free one
 */
export async function serve(
  paperName: string,
  where: { folder?: string; port?: number } = {},
): Promise<Served> {
  const paper = findPaper(paperName);
  const { folder = pathIn(paper), port = 0 } = where;
  const base = paper.env['BASE_PATH'] ?? '/';
  if (!(await isFile(path.join(folder, 'index.html')))) {
    throw new Error(`The paper ${paperName} is not built. Run npm test once.`);
  }

  const [, policy = ''] =
    /Content-Security-Policy: (.+)/.exec(await readFile(path.join(folder, '_headers'), 'utf8')) ??
    [];
  const rules = [...headerRules({ httpsOnly: 'this-host', policy }), ...(await deskRules(folder))];

  const server = createServer((request, response) => {
    answer({ folder, base, rules }, request, response).catch((error: unknown) => {
      // A reader may close the connection in the middle of a file.
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** The headers of the desk that is printed with a paper, if there is one. */
async function deskRules(folder: string): Promise<HeaderRule[]> {
  const file = path.join(folder, 'desk/paper.json');
  if (!(await isFile(file))) return [];
  const { backend } = JSON.parse(await readFile(file, 'utf8')) as DeskSettings;
  return deskHeaders(forgeAddresses(backend), backend.proxy !== undefined);
}

type Site = { folder: string; base: string; rules: HeaderRule[] };

async function answer(
  { folder, base, rules }: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }

  const { pathname, search } = new URL(`http://paper${request.url ?? '/'}`);
  const wanted = fileFor(folder, base, pathname);
  if (wanted !== undefined && !pathname.endsWith('/') && (await isFolder(wanted))) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }

  const file =
    wanted !== undefined && pathname.endsWith('/') ? path.join(wanted, 'index.html') : wanted;
  if (file !== undefined && (await isFile(file))) {
    await send(200, file, headersOf(pathname, rules, base), request, response);
    return;
  }
  const notFound = path.join(folder, '404.html');
  if (await isFile(notFound)) {
    await send(404, notFound, headersOf(`${base}404.html`, rules, base), request, response);
    return;
  }
  response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
}

/** The file for a path; undefined outside the paper's folder or its base path. */
function fileFor(folder: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  let name: string;
  try {
    name = decodeURIComponent(pathname.slice(base.length));
  } catch {
    return undefined;
  }
  const file = path.join(folder, name);
  const inside = file === folder || file.startsWith(folder + path.sep);
  return inside && !name.includes('\0') ? file : undefined;
}

async function send(
  status: number,
  file: string,
  headers: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mediaType =
    typesByPattern.find(([pattern]) => new RegExp(pattern).test(file))?.[1] ??
    'application/octet-stream';
  const isText = mediaType.includes('charset');
  const zipped = isText && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(status, {
    ...headers,
    'Content-Type': mediaType,
    ...(isText && { Vary: 'Accept-Encoding' }),
    ...(zipped ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': (await stat(file)).size }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const content = createReadStream(file);
  await (zipped ? pipeline(content, createGzip(), response) : pipeline(content, response));
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
