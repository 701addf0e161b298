import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { ViteDevServer } from 'vite';
import { z } from 'zod';
import { mistakesAsText } from '../copy/mistakes.ts';
import type { UnsavedCopy } from './unsaved-copy.ts';

/** Where the desk sends what is not saved. */
const address = '/_desk/unsaved';

const request = z.strictObject({
  path: z.string().min(1),
  text: z.string().nullable(),
  pictures: z
    .array(
      z.strictObject({
        name: z.string().regex(/^(?!\.{1,2}$)[^/\\\0]{1,255}$/),
        base64: z.base64(),
      }),
    )
    .default([]),
});

const isToken = (given: unknown, token: string): boolean => {
  const [mine, theirs] = [Buffer.from(token), Buffer.from(String(given))];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
};

const answer = (response: ServerResponse, status: number, body: string | object): void => {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'Content-Type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    'Cache-Control': 'no-store',
  });
  response.end(isText ? body : JSON.stringify(body));
};

const read = async (incoming: IncomingMessage) => {
  try {
    return request.parse(JSON.parse((await buffer(incoming)).toString('utf8')));
  } catch {
    return undefined;
  }
};

/**
 * Lets the desk show texts that are not saved, through a development server.
 *
 * `POST /_desk/unsaved` with the header `x-desk-token` and the JSON `{ path, text, pictures: [{ name, base64 }] }` lays a
 * text over a file, by its path from the paper's folder; pictures are beside it, and each need be sent only once. The
 * answer is `{ address }`, where the page is, or `{ address, mistakes }` if the text cannot be shown: the page there is
 * the last good one. A text that never was good gets 422 and the mistakes in words. With `text: null`, what is on the
 * disk shows again, without an address if that is nothing: send it after a save.
 *
 * A page in a frame loads itself again after each text, and keeps its place. So the desk sets the frame's `src` only when
 * the address changes.
 * @param renew makes the pages again
 */
export const serveUnsaved = (
  { middlewares }: Pick<ViteDevServer, 'middlewares'>,
  copy: UnsavedCopy,
  token: string,
  renew: () => void,
): void => {
  const take = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isToken(incoming.headers['x-desk-token'], token)) {
      answer(response, 403, 'Only the desk may send texts here.');
      return;
    }
    const wanted = incoming.method === 'POST' ? await read(incoming) : undefined;
    if (!wanted) {
      answer(response, 400, 'Expected POST with { path, text, pictures: [{ name, base64 }] }.');
      return;
    }
    const pictures = wanted.pictures.map(({ name, base64 }) => ({
      name,
      bytes: Buffer.from(base64, 'base64'),
    }));
    const shown = await copy.lay(wanted.path, wanted.text ?? undefined, pictures);
    if (!shown) {
      answer(response, 404, `${wanted.path} is not a file of copy that has a page.`);
      return;
    }
    const { address: page, mistakes } = shown;
    if (mistakes.length > 0) {
      if (page === undefined) answer(response, 422, mistakesAsText(mistakes));
      else answer(response, 200, { address: page, mistakes });
      return;
    }
    renew();
    answer(response, 200, { address: page });
  };

  middlewares.use((incoming, response, next) => {
    if (incoming.url?.split('?')[0] === address) take(incoming, response).catch(next);
    else next();
  });
};
