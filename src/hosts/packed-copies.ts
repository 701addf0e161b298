import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Hosting } from '../schemas/hosting.ts';
import { textEndings } from './media-types.ts';

/** Below this, what a copy saves is less than one packet holds anyway. */
const least = 1024;

const packers: Record<
  Hosting['compressedCopies'][number],
  { ending: string; pack: (text: Buffer) => Promise<Buffer> }
> = {
  gzip: {
    ending: 'gz',
    pack: async (text) => {
      const packed = await promisify(gzip)(text, { level: 9 });
      // Which system packed it must not show (RFC 1952: 255 is unknown).
      packed.writeUInt8(255, 9);
      return packed;
    },
  },
  brotli: {
    ending: 'br',
    pack: (text) =>
      promisify(brotliCompress)(text, {
        params: {
          // The last step, 11, takes twice as long and makes a page 3 % smaller.
          [constants.BROTLI_PARAM_QUALITY]: 10,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        },
      }),
  },
};

/** What the names of packed copies end in, after the name of the file itself. */
export const packedEndings = Object.values(packers).map(({ ending }) => `.${ending}`);

/**
 * Writes packed copies (gzip, RFC 1952; Brotli, RFC 7932) beside the text files of a folder where they are smaller.
 * The same files give the same copies.
 */
export const packCopies = async (
  dir: string,
  kinds: Hosting['compressedCopies'],
): Promise<void> => {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && textEndings.includes(extname(entry.name).slice(1)))
    .map((entry) => join(entry.parentPath, entry.name));
  const packNext = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const text = await readFile(file);
      if (text.length < least) continue;
      for (const kind of kinds) {
        const { ending, pack } = packers[kind];
        const packed = await pack(text);
        if (packed.length < text.length) await writeFile(`${file}.${ending}`, packed);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, packNext));
};
