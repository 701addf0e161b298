import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import type { Addresses } from '../addresses.ts';
import type { Publication } from '../schemas/publication.ts';
import { printReplyScript } from './reply-script.ts';

/** The script and stylesheet of LEAVE A REPLY. */
export interface ReplyFiles {
  /** The script's address, with the base path; undefined where comments are closed. */
  script: string | undefined;
  /** Writes them into a built paper's folder. */
  printInto: (folder: string) => Promise<void>;
  /** Serves them during development, rebuilt for each request. */
  serve: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

/** Bundles the files of LEAVE A REPLY, if the paper has comments. */
export const replyFiles = async (
  publication: Publication,
  addresses: Addresses,
): Promise<ReplyFiles> => {
  const { comments } = publication;
  if (comments.provider === 'none') {
    return {
      script: undefined,
      printInto: () => Promise.resolve(),
      serve: (_request, _response, next) => {
        next();
      },
    };
  }
  const print = () => printReplyScript(comments, publication);
  const { path, text, css } = await print();
  const cssPath = path.replace(/js$/, 'css');
  return {
    script: addresses.link(`/${path}`),
    printInto: async (folder) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
      await writeFile(join(folder, cssPath), css);
    },
    serve: ({ url }, response, next) => {
      const isScript = url?.endsWith(`/${path}`);
      if (!isScript && !url?.endsWith(`/${cssPath}`)) {
        next();
        return;
      }
      void print().then((now) => {
        response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/css');
        response.end(isScript ? now.text : now.css);
      });
    },
  };
};
