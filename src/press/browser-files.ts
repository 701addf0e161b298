import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { mediaTypes } from '../hosts/media-types.ts';

/** A file for readers' browsers: its path from the paper's folder, and what is in it. */
export interface BrowserFile {
  path: string;
  text: string;
}

/** Files for readers' browsers, as builds and development want them. */
export interface BrowserFiles {
  /** Writes them into a built paper's folder. */
  printInto: (folder: string) => Promise<void>;
  /** Serves them during development. */
  serve: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

/**
 * Prints files that are bundled already, and serves them.
 * @param again makes the text of a file anew for each request in development; if left out, it stays as it is
 */
export const browserFiles = <File extends BrowserFile>(
  files: readonly File[],
  again: (file: File) => Promise<string> = ({ text }) => Promise.resolve(text),
): BrowserFiles => ({
  printInto: async (folder) => {
    for (const { path, text } of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  },
  serve: ({ url }, response, next) => {
    const file = files.find(({ path }) => url?.endsWith(`/${path}`));
    if (!file) {
      next();
      return;
    }
    again(file).then((text) => {
      response.setHeader('Content-Type', mediaTypes[extname(file.path).slice(1)] ?? 'text/plain');
      response.end(text);
    }, next);
  },
});
