import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Addresses } from '../addresses.ts';
import { feedFormats } from '../feeds/formats.ts';
import type { PrintedFiles } from './written-files.ts';

const placeholders = feedFormats.flatMap(({ pictureSize }) => pictureSize ?? []);

/**
 * Fills in how many bytes the pictures of feeds have, because feeds are written before pictures are.
 * @param dir the folder of new files
 * @param feeds the feeds in it, as paths from that folder
 * @param kept the files that are kept from the last edition
 * @throws when a feed names a picture that was not printed
 */
export const fillInPictureSizes = async (
  dir: string,
  feeds: readonly string[],
  { absolute, base }: Pick<Addresses, 'absolute' | 'base'>,
  kept: PrintedFiles,
): Promise<void> => {
  const sizes = new Map<string, number>();
  const sizeOf = async (url: string): Promise<number> => {
    const path = decodeURI(url.slice(absolute(base).length));
    const size = sizes.get(path) ?? kept.get(path)?.[0] ?? (await stat(join(dir, path))).size;
    sizes.set(path, size);
    return size;
  };
  for (const feed of feeds) {
    const file = join(dir, feed);
    const before = await readFile(file, 'utf8');
    let after = before;
    for (const pattern of placeholders) {
      for (const [whole, start = '', url = ''] of [...after.matchAll(pattern)]) {
        const filled = start + String(await sizeOf(url));
        after = after.replace(whole, () => filled);
      }
    }
    if (after !== before) await writeFile(file, after);
  }
};
