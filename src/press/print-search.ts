import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { volumesOf } from '../search/volumes.ts';
import { runInThread } from './run-in-thread.ts';
import type { Legacy } from './edition-list.ts';
import type { LastEdition } from './last-edition.ts';
import type { PrintedFiles } from './written-files.ts';
import { storyIn } from '../search/story-page.ts';
import type { VolumeWork } from '../search/index-worker.ts';
import type { Searchable } from '../search/records.ts';

/** How the search index of a paper is made. */
export interface Indexing {
  /** The paper's folder, which holds the stories that were not rebuilt. */
  dir: string;
  /** The edition from which files are kept. */
  last: LastEdition;
  /** The folders of the newest volume and of the others, as paths from the paper's folder. */
  index: string;
  volumes: string;
  /** A scratch folder in which volumes are made. It is emptied first. */
  work: string;
  /** A BCP 47 tag. */
  language: string;
  /** Changes with the code that makes an index, and with Pagefind. */
  engine: string;
  /** The minimum number of stories in a volume. */
  least: number;
}

/**
 * An index of the last edition: those of its files that are not kept anyway, and what to pass on to the next edition, which must
 * not take that index for this edition's.
 */
export interface IndexBefore {
  files: PrintedFiles;
  legacy: Legacy['search'];
}

/** The search index of an edition, while it is being made. */
export interface BegunSearch {
  /** The pages of stories, in the order that completes volumes soonest. */
  awaited: readonly string[];
  /** Takes a page that was printed. Pages that are not a story's are ignored. */
  printed: (file: string, html: string) => void;
  /** Takes a page that was kept from the last edition. Those that are kept come before the first that was printed. */
  kept: (file: string) => void;
  /**
   * The index of the last edition, for readers until this one's is made.
   * @returns undefined if all is made already, if there is nothing to wait with, or if a story's page is missing
   */
  asBefore: () => IndexBefore | undefined;
  /**
   * Waits until all volumes are made and moves them into place.
   * @param next the folder of new files; it is made
   * @returns how many volumes there are, how many had to be made, and what to pass on to the next edition
   * @throws if Pagefind fails, or if a story's page was neither printed nor kept
   */
  printInto: (next: string) => Promise<{ volumes: number; made: number; legacy: Legacy['search'] }>;
}

/** Files that every volume would have; search loads them from the newest volume alone. */
const engineFile = /^(?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

/** The digest of what was printed of a story. */
export const digestOf = (text: string): string => hash('sha256', text).slice(0, 32);

/** The files of the index of the last edition: all that it had are looked through. */
export const filesBefore = ({ last, index, volumes }: Indexing): string[] =>
  last.filesBelow(index, volumes);

/**
 * What there is of the index of the last edition.
 * @param stories digests of the indexed stories, as they are printed now
 * @returns undefined if there is none, or not all of it
 */
export const indexBefore = (
  last: LastEdition,
  files: readonly string[],
  stories: ReadonlyMap<string, string>,
): IndexBefore | undefined => {
  const others = files.filter((file) => !last.kept.has(file));
  const there = last.stillThere(others);
  return files.length === 0 || there.size < others.length
    ? undefined
    : { files: there, legacy: { newest: undefined, stories } };
};

/** The file in the newest volume that lists the digests of the others. */
const listOfOthers = 'volumes.json';

/** A volume that is waiting for the pages of its stories. */
interface Pending {
  stories: readonly Searchable[];
  missing: number;
  /** The text of those that were rebuilt, by their files. */
  printed: Map<string, string>;
  /** This and the following fields are set once all stories have arrived. */
  digest: string;
  /** Its folder, as a path from the paper's folder. */
  place: string;
  /** Where it was made, unless it was kept. */
  made?: string;
}

/** An edition that prints no more stories than this is on air first: making volumes meanwhile would delay its pages. */
const fewStories = 100;

/**
 * Starts the search index of an edition; without stories there is none. A volume is made as soon as the pages of all
 * its stories have arrived, in a thread and a process of its own; after an edit, only once it is asked for. A volume that
 * has not changed since the last edition is kept.
 * @param stories the public ones, in a stable order
 * @param allBefore from {@link filesBefore}
 */
export const beginSearch = (
  stories: readonly Searchable[],
  indexing: Indexing,
  allBefore = filesBefore(indexing),
): BegunSearch => {
  const { dir, last, index, volumes: folder, work, language, engine, least } = indexing;
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
  let unmade = volumes.length;
  const asked = Promise.withResolvers<undefined>();
  let isFirst = true;

  // By volume: there may be a hundred of them.
  const before = Map.groupBy(allBefore, (file) =>
    file.startsWith(`${index}/`) ? index : file.slice(0, file.indexOf('/', folder.length + 1)),
  );

  const isKept = ({ digest, place }: Pending): boolean => {
    const isNewest = place === index;
    // The newest volume of every edition has the same address.
    if (isNewest && last.search.newest !== digest) return false;
    const own = (before.get(place) ?? []).filter(
      (file) => !file.startsWith(`${place}/${listOfOthers}`),
    );
    return own.length > 0 && own.every((file) => last.keep(file));
  };

  const make = async (volume: Pending): Promise<void> => {
    const stories = volume.stories.map((story) => [story, digests.get(story.file)]);
    volume.digest = digestOf(JSON.stringify([engine, language, stories])).slice(0, 16);
    const isNewest = volume === volumes[0];
    if (!isNewest) volume.place = `${folder}/${volume.digest}`;
    if (!isKept(volume)) {
      await asked.promise;
      volume.made = join(work, volume.digest);
      const begun: VolumeWork = {
        stories: volume.stories,
        dir,
        printed: volume.printed,
        language,
        folder: volume.made,
        leftOut: isNewest ? undefined : engineFile,
      };
      await runInThread(new URL('../search/index-worker.ts', import.meta.url), begun)();
    }
    volume.printed.clear();
    unmade -= 1;
  };

  /** Records a story's digest, and makes its volume if no other story is missing. */
  const arrive = (volume: Pending, file: string, digest: string): void => {
    digests.set(file, digest);
    volume.missing -= 1;
    if (volume.missing > 0) return;
    queue = queue.then(() => make(volume));
    // A failure is reported when the index is awaited, not while a page is being printed.
    queue.catch(() => undefined);
  };

  /** Whether volumes are made at once: readers have no index meanwhile, or the edition prints too many stories. */
  const isUrgent = (): boolean =>
    allBefore.length === 0 || volumes.reduce((sum, { missing }) => sum + missing, 0) > fewStories;

  return {
    awaited: [...volumeOf.keys()],
    printed: (file, html) => {
      const known = volumeOf.get(file);
      if (!known) return;
      if (isFirst && isUrgent()) asked.resolve(undefined);
      isFirst = false;
      const { story, volume } = known;
      // A copy, because what is cut out of a page holds on to the whole page.
      const text = Buffer.from(storyIn(html, story.url)).toString();
      volume.printed.set(file, text);
      arrive(volume, file, digestOf(text));
    },
    kept: (file) => {
      const known = volumeOf.get(file);
      if (!known) return;
      const { story, volume } = known;
      // One that was not in the index of the last edition is read.
      const html = (): string => readFileSync(join(dir, file), 'utf8');
      const digest = last.search.stories.get(file) ?? digestOf(storyIn(html(), story.url));
      arrive(volume, file, digest);
    },
    asBefore: () => {
      const isMissing = volumes.some(({ missing }) => missing > 0);
      return unmade === 0 || isMissing ? undefined : indexBefore(last, allBefore, digests);
    },
    printInto: async (next) => {
      asked.resolve(undefined);
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
      // It may have gone with what is on air, and nothing be new.
      mkdirSync(next, { recursive: true });
      return {
        volumes: volumes.length,
        made: volumes.filter(({ made }) => made !== undefined).length,
        legacy: { newest, stories: digests },
      };
    },
  };
};
