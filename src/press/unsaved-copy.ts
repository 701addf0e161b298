import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Addresses } from '../addresses.ts';
import { frontMistakes } from '../check/front-mistakes.ts';
import { knownIds } from '../check/known-names.ts';
import { referenceMistakes } from '../check/reference-mistakes.ts';
import { collectionOf } from '../copy/collection-of.ts';
import type { Collection } from '../copy/collections.ts';
import { listCopy } from '../copy/copy-files.ts';
import { emptyCopy } from '../copy/empty-copy.ts';
import { isInside } from '../copy/inside.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { type Copy, type Entry, readEntry, shownPath } from '../copy/read.ts';
import { seriesFile, seriesIn } from '../copy/series-file.ts';
import { topicsFile, topicsIn } from '../copy/topics-file.ts';
import type { Written, WrittenEntry } from '../copy/written.ts';
import { createInspector, type Developed, type Inspect } from '../darkroom/darkroom.ts';
import type { Memory } from '../darkroom/memory.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import type { TextReader } from './read-written.ts';

/** A picture that is not saved: its file's name, beside the text. */
export interface UnsavedPicture {
  name: string;
  bytes: Uint8Array;
}

/** What came of a text: where its page is, unless it never had one, and what keeps it from being shown. */
export interface Shown {
  address: string | undefined;
  mistakes: Mistake[];
}

/** Texts that are not saved. */
export interface UnsavedCopy {
  /**
   * Lays a text over a file, which need not exist. A text with mistakes changes nothing.
   * @param path the file's path from the paper's folder
   * @param text undefined takes the text away, and its pictures
   * @param pictures those that have come since; earlier ones stay
   * @returns undefined for a file that has no page
   */
  lay: (
    path: string,
    text: string | undefined,
    pictures: readonly UnsavedPicture[],
  ) => Promise<Shown | undefined>;
  /** The copy with everything that has been laid over it. */
  over: (saved: Written) => Written;
}

/** What the texts are read and shown with. */
export interface UnsavedSetting {
  contentDir: string;
  paperDir: string;
  /** The folder for pictures that are not saved, which is emptied. */
  folder: string;
  addresses: Addresses;
  read: TextReader;
  memory: Memory;
}

const nameOf = ({ collection, id }: WrittenEntry): string => `${collection} ${id}`;

const addressOf = (
  collection: Collection,
  { id, data }: Pick<Entry<object>, 'id' | 'data'>,
  addresses: Addresses,
): string =>
  ({
    articles: () => addresses.article({ ...(data as ArticleCopy), id }),
    pages: () => addresses.page(id),
    sections: () => addresses.section(id),
    authors: () => addresses.author(id),
    front: () => addresses.front,
  })[collection]();

/** Keeps texts that are not saved, in memory. Only their pictures are on the disk, in a folder of the server's own. */
export const createUnsavedCopy = (setting: UnsavedSetting): UnsavedCopy => {
  const { contentDir, paperDir, folder, addresses, read, memory } = setting;
  const entries = new Map<string, WrittenEntry>();
  const developed: Developed = new Map();
  let topics: DescribedTopics | undefined;
  let series: DescribedSeries | undefined;
  let running: Promise<unknown> = Promise.resolve();
  rmSync(folder, { recursive: true, force: true });

  const placeOf = (file: string): string =>
    join(folder, createHash('sha256').update(file).digest('hex').slice(0, 32));

  /** Finds pictures among those that are not saved, and then on the disk. */
  const inspectorOf = (file: string): Inspect => {
    const own = placeOf(file);
    const onDisk = createInspector([contentDir, paperDir], memory, developed);
    const unsaved = createInspector([own], memory, developed);
    return async (src, from) => {
      const name = src.replace(/^\.\//, '');
      const isUnsaved = !/[/\\]/.test(name) && existsSync(join(own, name));
      return isUnsaved ? unsaved(src, join(own, 'text')) : onDisk(src, from);
    };
  };

  const withNeighbours = (collection: Collection, entry: Entry<object>): Mistake[] => {
    const known = knownIds(listCopy(contentDir, paperDir));
    for (const each of entries.values()) {
      if (each.collection !== 'front') known[each.collection].add(each.id);
    }
    const copy: Copy = { ...emptyCopy(), [collection]: [entry] };
    return [...referenceMistakes(copy, known), ...frontMistakes(copy, known)];
  };

  /** Where the page of a file is as it is shown now; undefined if there is nothing good to show. */
  const shownAt = (collection: Collection, file: string): string | undefined => {
    const laid = entries.get(file);
    if (laid) return addressOf(collection, laid, addresses);
    if (!existsSync(file)) return undefined;
    const { entry, mistakes } = readEntry(collection, file, paperDir);
    return entry && mistakes.length === 0 ? addressOf(collection, entry, addresses) : undefined;
  };

  const layEntry = async (collection: Collection, file: string, text: string): Promise<Shown> => {
    const { entry, mistakes, written } = await read.text(collection, file, text, inspectorOf(file));
    if (entry) mistakes.push(...withNeighbours(collection, entry));
    if (!entry || mistakes.length > 0) {
      return { address: shownAt(collection, file), mistakes };
    }
    const laid = written();
    // Now, so that a body that cannot be rendered is told to whoever sent it.
    await laid.body?.render();
    entries.set(file, laid);
    return { address: addressOf(collection, entry, addresses), mistakes };
  };

  const layTopics = (file: string, text: string): Shown => {
    const { topics: described, mistakes } = topicsIn(shownPath(file, paperDir), text);
    if (mistakes.length === 0) topics = described;
    return { address: addresses.topics, mistakes };
  };

  const laySeries = (file: string, text: string): Shown => {
    const { series: described, mistakes } = seriesIn(shownPath(file, paperDir), text);
    if (mistakes.length === 0) series = described;
    const [first] = Object.keys(described);
    return { address: first === undefined ? addresses.front : addresses.series(first), mistakes };
  };

  const lay: UnsavedCopy['lay'] = async (path, text, pictures) => {
    const file = resolve(paperDir, path);
    if (!isInside(file, contentDir)) return undefined;
    const isTopics = file === topicsFile(contentDir);
    const collection = collectionOf(relative(contentDir, file).split(sep).join('/'), '');
    const isSeries = file === seriesFile(contentDir);
    if (!isTopics && !isSeries && !collection) return undefined;
    if (text === undefined) {
      if (isTopics) topics = undefined;
      if (isSeries) series = undefined;
      entries.delete(file);
      rmSync(placeOf(file), { recursive: true, force: true });
      const own = isTopics ? addresses.topics : addresses.front;
      const address = collection ? shownAt(collection, file) : own;
      return { address, mistakes: [] };
    }
    if (isSeries) return laySeries(file, text);
    if (isTopics || !collection) return layTopics(file, text);
    if (pictures.length > 0) mkdirSync(placeOf(file), { recursive: true });
    for (const { name, bytes } of pictures) writeFileSync(join(placeOf(file), name), bytes);
    return layEntry(collection, file, text);
  };

  return {
    // One after another, so that an older text is never laid over a newer one.
    lay: (...all) => {
      const next = running.then(() => lay(...all));
      running = next.catch(() => undefined);
      return next;
    },
    over: (saved) => {
      const laid = [...entries.values()];
      const names = new Set(laid.map(nameOf));
      return {
        entries: [...saved.entries.filter((entry) => !names.has(nameOf(entry))), ...laid],
        topics: topics ?? saved.topics,
        series: series ?? saved.series,
      };
    },
  };
};
