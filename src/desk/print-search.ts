import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { volumesOf } from '../edition/volumes.ts';
import { type LastEdition, noEdition } from './last-edition.ts';
import { digestOfPage, makeIndex, type Searchable } from './search-index.ts';

/** Where the search index of a paper is printed to, and how. */
interface Printing {
  /** The paper's folder. */
  dir: string;
  /** The edition from which files are taken over. */
  last: LastEdition;
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

/** What is known of the last edition: a build that breaks off must not leave it to the next. */
interface Indexed {
  engine: string;
  /** The digest of its newest volume. */
  newest: string | undefined;
  /** The digests of its pages, by their files. */
  pages: Record<string, string>;
}

/** Where that is kept, in the cache. */
export const indexedFile = 'indexed.json';

const readIndexed = (cache: string, engine: string): Indexed | undefined => {
  try {
    const indexed = JSON.parse(readFileSync(join(cache, indexedFile), 'utf8')) as Indexed;
    return indexed.engine === engine ? indexed : undefined;
  } catch {
    return undefined;
  }
};

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

/**
 * Puts a kept index into the paper's folder.
 * @param kept its folder in the cache
 * @param target where it comes to stand, from the paper's folder
 * @param leftOut names of files that are not printed
 * @param last the edition from which files are taken over
 */
const put = (
  kept: string,
  target: string,
  { dir, leftOut, last }: { dir: string; leftOut: RegExp | undefined; last: LastEdition },
): void => {
  for (const entry of readdirSync(kept, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || leftOut?.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const printed = `${target}/${relative(kept, file).replaceAll('\\', '/')}`;
    if (last.takeOver(printed)) continue;
    mkdirSync(dirname(join(dir, printed)), { recursive: true });
    copyFileSync(file, join(dir, printed));
  }
};

/** What every volume has, and a search takes from the newest. */
const engineFile = /^(?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

/**
 * Prints the search index of a printed paper; one without stories has none. A volume that has not changed since an
 * earlier build is taken from the last edition or the cache; what this edition does not have goes out of the cache.
 * @param stories the public ones, in a stable order
 * @returns how many volumes there are, and how many had to be made
 */
export const printSearch = async (
  stories: readonly Searchable[],
  { dir, last, index, volumes: folder, cache, language, engine, least }: Printing,
): Promise<{ volumes: number; made: number }> => {
  await mkdir(cache, { recursive: true });
  const before = readIndexed(cache, engine);
  const pages: Record<string, string> = {};
  const volumes = volumesOf(stories, ({ meta }) => meta.published, least);
  const digests: string[] = [];
  let made = 0;
  for (const volume of volumes) {
    const hash = createHash('sha256').update(JSON.stringify([engine, language]));
    for (const story of volume.stories) {
      const known = last.isTakenOver(story.file) ? before?.pages[story.file] : undefined;
      const digest = known ?? (await digestOfPage(story, dir));
      pages[story.file] = digest;
      hash.update(JSON.stringify([story, digest]));
    }
    const digest = hash.digest('hex').slice(0, 16);
    const kept = join(cache, digest);
    if (!existsSync(kept)) {
      await keep(await makeIndex(volume.stories, dir, language), kept);
      made += 1;
    }
    const isNewest = digests.length === 0;
    put(kept, isNewest ? index : `${folder}/${digest}`, {
      dir,
      leftOut: isNewest ? undefined : engineFile,
      // The newest volume of every edition has the same address.
      last: isNewest && before?.newest !== digest ? noEdition : last,
    });
    digests.push(digest);
  }
  const [newest, ...others] = digests;
  if (others.length > 0) await writeFile(join(dir, index, 'volumes.json'), JSON.stringify(others));
  for (const name of await readdir(cache)) {
    if (!digests.includes(name)) await rm(join(cache, name), { recursive: true });
  }
  const indexed: Indexed = { engine, newest, pages };
  await writeFile(join(cache, indexedFile), JSON.stringify(indexed));
  return { volumes: volumes.length, made };
};
