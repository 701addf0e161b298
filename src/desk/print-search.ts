import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { volumesOf } from '../edition/volumes.ts';
import { makeIndex, pagesOf, type Searchable } from './search-index.ts';

/** Where the search index of a paper is printed to, and how. */
interface Printing {
  /** The paper's folder. */
  dir: string;
  /** The folder of the newest volume's index and that of the others', from the paper's folder. */
  index: string;
  volumes: string;
  /** The folder that keeps indexes between builds. */
  cache: string;
  /** A BCP 47 tag. */
  language: string;
  /** Changes with the code that makes an index, and with Pagefind. */
  engine: string;
  /** How many stories make up a volume at least. */
  least: number;
}

const keep = async (files: ReadonlyMap<string, Uint8Array>, folder: string): Promise<void> => {
  // Under another name first, so that a build that breaks off leaves no half index behind.
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  for (const [path, content] of files) {
    await mkdir(dirname(join(part, path)), { recursive: true });
    await writeFile(join(part, path), content);
  }
  await rename(part, folder);
};

/** What every volume has, and a search takes from the newest. */
const engineFile = /[/\\](?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

/**
 * Prints the search index of a printed paper; one without stories has none. A volume that has not changed since an
 * earlier build is taken from the cache; what this edition does not have goes out of it.
 * @param stories the public ones, in a stable order
 * @returns how many volumes there are, and how many had to be made
 */
export const printSearch = async (
  stories: readonly Searchable[],
  { dir, index, volumes: folder, cache, language, engine, least }: Printing,
): Promise<{ volumes: number; made: number }> => {
  await mkdir(cache, { recursive: true });
  const volumes = volumesOf(stories, ({ meta }) => meta.published, least);
  const digests: string[] = [];
  let made = 0;
  for (const volume of volumes) {
    const pages = await pagesOf(volume.stories, dir);
    const hash = createHash('sha256').update(JSON.stringify([engine, language]));
    for (const page of pages) hash.update(JSON.stringify(page));
    const digest = hash.digest('hex').slice(0, 16);
    const kept = join(cache, digest);
    if (!existsSync(kept)) {
      await keep(await makeIndex(pages, language), kept);
      made += 1;
    }
    const isNewest = digests.length === 0;
    await cp(kept, join(dir, isNewest ? index : join(folder, digest)), {
      recursive: true,
      filter: (file) => isNewest || !engineFile.test(file),
    });
    digests.push(digest);
  }
  const others = digests.slice(1);
  if (others.length > 0) await writeFile(join(dir, index, 'volumes.json'), JSON.stringify(others));
  for (const name of await readdir(cache)) {
    if (!digests.includes(name)) await rm(join(cache, name), { recursive: true });
  }
  return { volumes: volumes.length, made };
};
