import { readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Hosting } from '../schemas/hosting.ts';
import { compressibleExtensions } from './media-types.ts';

/** Smaller files fit into one network packet anyway. */
const minBytes = 1024;

const compressors: Record<
  Hosting['compressedCopies'][number],
  { extension: string; compress: (text: Buffer) => Promise<Buffer> }
> = {
  gzip: {
    extension: 'gz',
    compress: async (text) => {
      const compressed = await promisify(gzip)(text, { level: 9 });
      // Hides which operating system made it, so that every machine gives the same bytes (RFC 1952: 255 is unknown).
      compressed.writeUInt8(255, 9);
      return compressed;
    },
  },
  brotli: {
    extension: 'br',
    compress: (text) =>
      promisify(brotliCompress)(text, {
        params: {
          // Level 11 takes twice as long and makes a page only 3 % smaller.
          [constants.BROTLI_PARAM_QUALITY]: 10,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        },
      }),
  },
};

/** The extensions of compressed copies, with their dot: they follow the whole name of the file. */
export const compressedExtensions = Object.values(compressors).map(
  ({ extension }) => `.${extension}`,
);

/**
 * Writes compressed copies (gzip, RFC 1952; Brotli, RFC 7932) next to the files of a folder that are worth it, where they are
 * smaller. The same files give the same copies.
 */
export const writeCompressedCopies = async (
  dir: string,
  kinds: Hosting['compressedCopies'],
): Promise<void> => {
  const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
    .filter(
      (entry) => entry.isFile() && compressibleExtensions.includes(extname(entry.name).slice(1)),
    )
    .map((entry) => join(entry.parentPath, entry.name));
  const compressNext = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const text = await readFile(file);
      if (text.length < minBytes) continue;
      for (const kind of kinds) {
        const { extension, compress } = compressors[kind];
        const copy = await compress(text);
        if (copy.length < text.length) await writeFile(`${file}.${extension}`, copy);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, compressNext));
};
