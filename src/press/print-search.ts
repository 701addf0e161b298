import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { volumesOf } from '../search/volumes.ts';
import { runInThread } from './run-in-thread.ts';
import type { LastEdition, Legacy } from './last-edition.ts';
import { marked, storyIn } from '../search/story-page.ts';
import type { VolumeWork } from '../search/index-worker.ts';
import type { Searchable } from '../search/records.ts';

/** How the search index of a paper is made. */
interface Indexing {
  /** The paper's folder, where stories are that were not printed anew. */
  dir: string;
  /** The edition from which files are kept. */
  last: LastEdition;
  /** The folders of the newest volume and of the others, from the paper's folder. */
  index: string;
  volumes: string;
  /** A folder that is of no use to anybody else: volumes are made in it. */
  work: string;
  /** A BCP 47 tag. */
  language: string;
  /** Changes with the code that makes an index, and with Pagefind. */
  engine: string;
  /** How many stories make up a volume at least. */
  least: number;
}

/** The search index of an edition, while it is being made. */
export interface BegunSearch {
  /** The pages of stories in the order that lets volumes be made soonest. */
  awaited: readonly string[];
  /** Tells of the page of a story that was printed; one that is no story's is nothing to search. */
  printed: (file: string, html: string) => void;
  /** Tells of a page that was kept from the last edition. */
  kept: (file: string) => void;
  /**
   * Waits until all volumes are made and prints them.
   * @param next the folder of all that is new
   * @returns how many volumes there are, how many had to be made, and what to tell the next edition
   * @throws when Pagefind fails, or a story has not been told of
   */
  printInto: (next: string) => Promise<{ volumes: number; made: number; legacy: Legacy['search'] }>;
}

/** What every volume has, and a search takes from the newest. */
const engineFile = /^(?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

/** What the newest volume has beside its index: the digests of the others. */
const listOfOthers = 'volumes.json';

/** A volume whose stories are being told of. */
interface Pending {
  stories: readonly Searchable[];
  missing: number;
  /** Those that were printed anew, as they were printed, by their files. */
  printed: Map<string, string>;
  /** Known when all stories are, like all that follows. */
  digest: string;
  /** Where it stands, from the paper's folder. */
  place: string;
  /** Where it was made. */
  made?: string;
}

/**
 * Begins the search index of an edition; one without stories has none. A volume is made as soon as all its stories are
 * told of, in a thread and a process beside the one that prints. One that has not changed since the last edition stays.
 * @param stories the public ones, in a stable order
 */
export const beginSearch = (
  stories: readonly Searchable[],
  { dir, last, index, volumes: folder, work, language, engine, least }: Indexing,
): BegunSearch => {
  rmSync(work, { recursive: true, force: true });
  const volumes = volumesOf(stories, ({ meta }) => meta.published, least).map(
    (volume): Pending => ({
      stories: volume.stories,
      missing: volume.stories.length,
      printed: new Map(),
      digest: '',
      place: index,
    }),
  );
  const volumeOf = new Map(
    volumes.flatMap((volume) => volume.stories.map((story) => [story.file, { story, volume }])),
  );
  const digests = new Map<string, string>();
  let queue: Promise<void> = Promise.resolve();

  const isKept = ({ digest, place }: Pending): boolean => {
    // The newest volume of every edition has the same address.
    if (place === index && last.search.newest !== digest) return false;
    const files = last
      .filesBelow(place)
      .filter((file) => !file.startsWith(`${place}/${listOfOthers}`));
    return files.length > 0 && files.every(last.keep);
  };

  const make = async (volume: Pending): Promise<void> => {
    const hash = createHash('sha256').update(JSON.stringify([engine, language]));
    for (const story of volume.stories) {
      hash.update(JSON.stringify([story, digests.get(story.file)]));
    }
    volume.digest = hash.digest('hex').slice(0, 16);
    const isNewest = volume === volumes[0];
    if (!isNewest) volume.place = `${folder}/${volume.digest}`;
    if (!isKept(volume)) {
      volume.made = join(work, volume.digest);
      const begun: VolumeWork = {
        pages: volume.stories.map((story) => {
          const { file, url } = story;
          const text =
            volume.printed.get(file) ?? storyIn(readFileSync(join(dir, file), 'utf8'), url);
          return { url, content: marked(text, story) };
        }),
        language,
        folder: volume.made,
        leftOut: isNewest ? undefined : engineFile,
      };
      await runInThread(new URL('../search/index-worker.ts', import.meta.url), begun)();
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
    awaited: [...volumeOf.keys()],
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
    printInto: async (next) => {
      await queue;
      for (const { missing, made, place } of volumes) {
        if (missing > 0) throw new Error(`Search index: ${String(missing)} stories have no page.`);
        if (made === undefined) continue;
        mkdirSync(dirname(join(next, place)), { recursive: true });
        renameSync(made, join(next, place));
      }
      const [newest, ...others] = volumes.map(({ digest }) => digest);
      if (others.length > 0) {
        mkdirSync(join(next, index), { recursive: true });
        writeFileSync(join(next, index, listOfOthers), JSON.stringify(others));
      }
      rmSync(work, { recursive: true, force: true });
      return {
        volumes: volumes.length,
        made: volumes.filter(({ made }) => made !== undefined).length,
        legacy: { newest, stories: digests },
      };
    },
  };
};
