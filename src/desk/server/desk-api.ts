import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, json, readJson, RefusedError } from './answer.ts';
import type { DeskFolder } from './desk-folder.ts';
import type { ApiRequest } from './gitea-api.ts';
import type { InTurn } from './in-turn.ts';
import type { ListedFile } from './paper-shelf.ts';
import { publish, type PublishRequest, pull } from './publish.ts';
import type { RealPages, UnsavedText } from './real-page.ts';
import { unpublishedIn } from './unpublished.ts';
import { tellChanges } from './watch-files.ts';

/** What the desk does on this machine besides reading and writing files. */
export interface LocalWork {
  folder: DeskFolder;
  list: () => ListedFile[];
  /** Paths of the files that are published as they are, or may be with a story, from the paper's folder. */
  served: () => string[];
  /** Saves and commits take turns. */
  inTurn: InTurn;
  pages: Pick<RealPages, 'show'>;
}

const mostSaid = 100_000;
const mostShown = 256_000_000;

const textIn = (body: Record<string, unknown>, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};

const publishRequest = async (request: IncomingMessage): Promise<PublishRequest> => {
  const body = await readJson(request, mostSaid);
  return {
    message: textIn(body, 'message'),
    name: textIn(body, 'name'),
    email: textIn(body, 'email'),
  };
};

const unsavedText = async (request: IncomingMessage): Promise<UnsavedText> => {
  const body = await readJson(request, mostShown);
  const pictures = Array.isArray(body['pictures']) ? (body['pictures'] as unknown[]) : [];
  return {
    path: textIn(body, 'path'),
    text: body['text'] === null ? null : textIn(body, 'text'),
    pictures: pictures.flatMap((picture) => {
      const { name, base64 } = picture as Record<string, unknown>;
      return typeof name === 'string' && typeof base64 === 'string' ? [{ name, base64 }] : [];
    }),
  };
};

/**
 * Makes what is below `/desk-api`:
 *
 * - `GET changes`: what publishing would commit (`Unpublished`)
 * - `GET served`: the files in `public/`, and those that stories link to or may give along
 * - `POST publish` { message, name, email }: commits and pushes (`Published`)
 * - `POST pull` { name, email }: takes over what others have pushed
 * - `GET watch`: what changes on disk, as server-sent events
 * - `POST preview` { path, text, pictures }: { url } of the page, or 503 { starting } while its server starts
 *
 * @returns answers one request; undefined if the answer goes on
 * @throws {RefusedError}
 */
export const createDeskApi =
  ({ folder, list, served, inTurn, pages }: LocalWork) =>
  async (
    { method, parts, request }: ApiRequest,
    response: ServerResponse,
  ): Promise<Answer | undefined> => {
    switch (`${method} ${parts.join('/')}`) {
      case 'GET changes':
        return json(await unpublishedIn(folder));
      case 'GET served':
        return json(served());
      case 'POST publish': {
        const asked = await publishRequest(request);
        return json(await inTurn(() => publish(folder, asked)));
      }
      case 'POST pull': {
        const asked = await publishRequest(request);
        await inTurn(() => pull(folder, asked));
        return json(await unpublishedIn(folder));
      }
      case 'GET watch':
        tellChanges(response, folder.contentDir, () => [
          ...list(),
          ...served().map((path) => ({ path, sha: '' })),
        ]);
        return undefined;
      case 'POST preview': {
        const page = await pages.show(await unsavedText(request));
        if ('url' in page) return json(page);
        return 'starting' in page ? json(page, 503) : json(page, 502);
      }
      default:
        throw new RefusedError(404, 'The desk of this machine has no such call.');
    }
  };
