import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import type { Addresses } from '../addresses.ts';
import type { Checked } from '../check/check-paper.ts';
import { publicFiles } from '../check/public-files.ts';
import { storyFilesDir, storyFilesName } from '../copy/story-files.ts';
import { mediaTypes } from '../hosts/media-types.ts';
import { percentDecoded } from '../percent-decoded.ts';

/** The files that stories link to. */
export interface StoryFiles {
  /** Copies them into a built paper's folder. */
  printInto: (folder: string) => Promise<void>;
  /** Serves them during development. */
  serve: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

/**
 * Finds the files that stories link to: the check has looked at them before.
 * @param beside those beside their stories
 */
export const storyFiles = (
  contentDir: string,
  addresses: Addresses,
  beside: Checked['files'],
): StoryFiles => {
  const folder = storyFilesDir(contentDir);
  const start = addresses.file(`${storyFilesName}/`);
  return {
    printInto: async (next) => {
      for (const name of publicFiles(folder)) {
        const target = join(next, storyFilesName, name);
        await mkdir(dirname(target), { recursive: true });
        await copyFile(join(folder, name), target);
      }
      for (const { path, file } of beside) {
        await mkdir(dirname(join(next, path)), { recursive: true });
        await copyFile(file, join(next, path));
      }
    },
    serve: ({ url = '' }, response, next) => {
      const name = percentDecoded(url.replace(/[?#].*$/, '').slice(start.length));
      const found = beside.find(({ path }) => path === `${storyFilesName}/${name}`);
      if (!url.startsWith(start) || (!found && !publicFiles(folder).includes(name))) {
        next();
        return;
      }
      const type = mediaTypes[extname(name).slice(1).toLowerCase()] ?? 'application/octet-stream';
      response.setHeader('Content-Type', type);
      createReadStream(found?.file ?? join(folder, name))
        .on('error', next)
        .pipe(response);
    },
  };
};
