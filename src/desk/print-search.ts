import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { volumesOf } from '../edition/volumes.ts';
import { type LastEdition, type Legacy, noEdition } from './last-edition.ts';
import { makeIndex, type Searchable, storyIn } from './search-index.ts';

/** How the search index of a paper is made. */
interface Indexing {
  /** The paper's folder, where stories are that were not printed anew. */
  dir: string;
  /** The edition from which files are kept. */
  last: LastEdition;
  /** The folder that keeps indexes between builds. */
  cache: string;
  /** A BCP 47 tag. */
  language: string;
  /** Changes with the code that makes an index, and with Pagefind. */
  engine: string;
  /** How many stories make up a volume at least. */
  least: number;
}

/** Where an index is printed to: the folders of the newest volume and of the others, from the paper's folder. */
interface Places {
  index: string;
  volumes: string;
}

/** The search index of an edition, while it is being made. */
export interface BegunSearch {
  /** Tells of the page of a story that was printed; one that is no story's is nothing to search. */
  printed: (file: string, html: string) => void;
  /** Tells of a page that was kept from the last edition. */
  kept: (file: string) => void;
  /**
   * Waits until all volumes are made and prints them. What this edition does not have goes out of the cache.
   * @param next the folder of all that is new
   * @returns how many volumes there are, how many had to be made, and what to tell the next edition
   * @throws when Pagefind fails, or a story has not been told of
   */
  printInto: (
    next: string,
    places: Places,
  ) => Promise<{ volumes: number; made: number; legacy: Legacy['search'] }>;
}

const store = async (files: ReadonlyMap<string, Uint8Array>, folder: string): Promise<void> => {
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
const engineFile = /^(?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

/**
 * Prints a volume's index.
 * @param folder where it is kept, in the cache
 * @param target where it comes to stand, from the paper's folder
 * @param leftOut names of files that are not printed
 * @param last the edition from which files are kept
 */
const put = (
  folder: string,
  target: string,
  { next, leftOut, last }: { next: string; leftOut: RegExp | undefined; last: LastEdition },
): void => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || leftOut?.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const printed = `${target}/${relative(folder, file).replaceAll('\\', '/')}`;
    if (last.keep(printed)) continue;
    mkdirSync(dirname(join(next, printed)), { recursive: true });
    copyFileSync(file, join(next, printed));
  }
};

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

/** A volume whose stories are being told of. */
interface Pending {
  stories: readonly Searchable[];
  missing: number;
  /** Those that were printed anew, as they were printed, by their files. */
  printed: Map<string, string>;
  /** Known when all stories are. */
  digest: string;
}

/**
 * Begins the search index of an edition; one without stories has none. A volume is made as soon as all its stories are
 * told of, while others are still printed: Pagefind is a process of its own. One that has not changed since an earlier
 * build is taken from the last edition or the cache.
 * @param stories the public ones, in a stable order
 */
export const beginSearch = (
  stories: readonly Searchable[],
  { dir, last, cache, language, engine, least }: Indexing,
): BegunSearch => {
  mkdirSync(cache, { recursive: true });
  const volumes = volumesOf(stories, ({ meta }) => meta.published, least).map(
    (volume): Pending => ({
      stories: volume.stories,
      missing: volume.stories.length,
      printed: new Map(),
      digest: '',
    }),
  );
  const volumeOf = new Map(
    volumes.flatMap((volume) => volume.stories.map((story) => [story.file, { story, volume }])),
  );
  const digests = new Map<string, string>();
  let made = 0;
  let queue: Promise<void> = Promise.resolve();

  const make = async (volume: Pending): Promise<void> => {
    const hash = createHash('sha256').update(JSON.stringify([engine, language]));
    for (const story of volume.stories) {
      hash.update(JSON.stringify([story, digests.get(story.file)]));
    }
    volume.digest = hash.digest('hex').slice(0, 16);
    const kept = join(cache, volume.digest);
    if (!existsSync(kept)) {
      const storyOf = ({ file, url }: Searchable): string =>
        volume.printed.get(file) ?? storyIn(readFileSync(join(dir, file), 'utf8'), url);
      await store(await makeIndex(volume.stories, storyOf, language), kept);
      made += 1;
    }
    volume.printed.clear();
  };

  /** Notes a story's digest, and makes its volume where it was the last. */
  const tell = (volume: Pending, file: string, digest: string): void => {
    digests.set(file, digest);
    volume.missing -= 1;
    if (volume.missing > 0) return;
    queue = queue.then(() => make(volume));
    // A failure is told to whoever waits for the index, not in the middle of a page that is being printed.
    queue.catch(() => undefined);
  };

  return {
    printed: (file, html) => {
      const known = volumeOf.get(file);
      if (!known) return;
      const { story, volume } = known;
      const text = storyIn(html, story.url);
      volume.printed.set(file, text);
      tell(volume, file, digestOf(text));
    },
    kept: (file) => {
      const volume = volumeOf.get(file)?.volume;
      if (volume) tell(volume, file, last.search.stories.get(file) ?? '');
    },
    printInto: async (next, { index, volumes: folder }) => {
      await queue;
      for (const { missing } of volumes) {
        if (missing > 0) throw new Error(`Search index: ${String(missing)} stories have no page.`);
      }
      const [newest, ...others] = volumes.map(({ digest }) => digest);
      for (const { digest } of volumes) {
        const isNewest = digest === newest;
        put(join(cache, digest), isNewest ? index : `${folder}/${digest}`, {
          next,
          leftOut: isNewest ? undefined : engineFile,
          // The newest volume of every edition has the same address.
          last: isNewest && last.search.newest !== digest ? noEdition : last,
        });
      }
      if (others.length > 0) {
        await mkdir(join(next, index), { recursive: true });
        await writeFile(join(next, index, 'volumes.json'), JSON.stringify(others));
      }
      const isNeeded = new Set(volumes.map(({ digest }) => digest));
      for (const name of await readdir(cache)) {
        if (!isNeeded.has(name)) await rm(join(cache, name), { recursive: true });
      }
      return { volumes: volumes.length, made, legacy: { newest, stories: digests } };
    },
  };
};
