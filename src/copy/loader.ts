import { join } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { keepEntry } from '../astro/data-store.ts';
import { withLinks } from '../astro/rendered.ts';
import { openBodies } from './bodies.ts';
import { withMarkedPictures } from './data-pictures.ts';
import { type Mistake, mistakesAsText, UnreadableError } from './mistakes.ts';
import type { EntryPictures } from './printable-picture.ts';
import { collections, type Collection, filesOf, idOf, shownPath } from './read.ts';
import { readEntryText } from './read-entry.ts';
import { readTextFile } from './text-file.ts';
import { isGone, standing } from './standing.ts';
import { renderedBodyOf } from './rendered-entry.ts';
import type { CaptionShelf } from './captions.ts';
import type { EntryFiles } from './take-along.ts';
import type { BodySetting } from './typeset.ts';

/** The pictures of a file of copy, and what is wrong with others that it names. */
export interface FoundPictures {
  pictures: EntryPictures;
  mistakes: Omit<Mistake, 'file'>[];
}

/** What the loader needs to know about the paper. */
export interface LoaderSetting extends Omit<BodySetting, 'captions'> {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Absolute path of the folder that messages name files from. */
  paperDir: string;
  /** Absolute path of the folder that keeps rendered bodies between builds. */
  bodiesDir: string;
  /** Changes when bodies must be rendered again. */
  engine: string;
  /** Whether an entry may be published. No other enters Astro, so that none of its pictures can leak. */
  mayPrint: (data: unknown) => boolean;
  /** The edition's moment, at which stories may be withdrawn. */
  moment: Date;
  /** Finds the pictures of a file. Called anew for each reading of the copy. */
  findPictures: () => (
    collection: Collection,
    file: string,
    text: string,
  ) => FoundPictures | Promise<FoundPictures>;
  /** Reads the captions of recordings. Called anew for each reading of the copy. */
  openCaptions: () => CaptionShelf;
  /** Finds the files that a text links to beside its file. Called anew for each reading of the copy. */
  findFiles: () => (text: string, file: string) => EntryFiles;
}

const noPictures: FoundPictures = { pictures: {}, mistakes: [] };

/**
 * What Astro takes for the file of every entry. Pictures are named from its folder, Astro's root; the real file may have
 * signs in its path that Astro does not understand.
 */
const filePath = 'copy';

const textOrMistake = (file: string, shown: string): string | Mistake => {
  try {
    return readTextFile(file, shown);
  } catch (error) {
    if (error instanceof UnreadableError) return error.mistake;
    throw error;
  }
};

/** What a body shows of files: their addresses change with their content. */
const shownOf = (files: EntryFiles): unknown[] =>
  Object.entries(files).map(([key, { path, name }]) => [key, path, name]);

const savedMeanwhile =
  ' It was saved while the paper was being built: its last good version is printed, if there is one.';

const load = async (
  collection: Collection,
  setting: LoaderSetting,
  context: LoaderContext,
): Promise<void> => {
  const { store } = context;
  const hasBodies = collections[collection].ending === '.md';
  const bodies = openBodies(join(setting.bodiesDir, collection));
  const digests = new Set<string>();
  const picturesOf = setting.findPictures();
  const captions = setting.openCaptions();
  const ofBody: BodySetting = { ...setting, captions: captions.of };
  const filesBy = setting.findFiles();

  const gone = new Set(store.keys());
  /** The check has read the copy, but somebody may have saved it since. Then the last good version is printed. */
  const keepLast = (id: string, mistakes: readonly Mistake[]): void => {
    context.logger.warn(`\n${mistakesAsText(mistakes, savedMeanwhile)}\n`);
    gone.delete(id);
    const last = store.get(id);
    if (!last) return;
    digests.add(String(last.digest));
    keepEntry(store, last, filePath);
  };
  for (const file of filesOf(setting.contentDir, collection, setting.paperDir)) {
    const shown = shownPath(file, setting.paperDir);
    const text = textOrMistake(file, shown);
    if (typeof text !== 'string') {
      keepLast(idOf(file), [text]);
      continue;
    }
    const withdrawn = isGone(collection, { file, text }, setting);
    const found = withdrawn ? noPictures : await picturesOf(collection, file, text);
    const files = hasBodies && !withdrawn ? filesBy(text, file) : {};
    const digest = context.generateDigest(
      `${setting.engine}\n${JSON.stringify([found.pictures, shownOf(files), withdrawn])}\n${captions.keyFor(text)}\n${text}`,
    );
    digests.add(digest);
    const id = idOf(file);
    const kept = store.get(id);
    const isKept = kept?.digest === digest && (!hasBodies || bodies.has(digest));
    if (isKept) {
      if (!setting.mayPrint(kept.data)) continue;
      gone.delete(id);
      keepEntry(store, kept, filePath);
      continue;
    }
    const { entry: read, mistakes } = readEntryText(collection, file, setting.paperDir, text);
    const entry = read && standing(collection, read, setting.moment);
    mistakes.push(...found.mistakes.map((mistake) => ({ file: shown, ...mistake })));
    if (mistakes.length > 0) {
      keepLast(id, mistakes);
      continue;
    }
    if (!entry || !setting.mayPrint(entry.data)) continue;
    gone.delete(id);
    const data = withMarkedPictures(entry.data, found.pictures);
    if (!hasBodies) {
      store.set({ id, data, filePath, digest });
      continue;
    }
    const beside = { pictures: found.pictures, files };
    const body = await renderedBodyOf(entry, beside, ofBody, (markdown, options) =>
      context.renderMarkdown(markdown, options),
    );
    bodies.write(digest, body);
    const noted = withLinks(body.links);
    store.set({ id, data, filePath, digest, assetImports: body.pictures, ...noted });
  }
  for (const id of gone) store.delete(id);
  if (hasBodies) bodies.keepOnly(digests);
};

/**
 * Loads one collection of the content folder into Astro: reads it as the check does, sanitises its bodies, and leaves
 * out what may not be published.
 */
export const copyLoader = (collection: Collection, setting: LoaderSetting): Loader => ({
  name: 'copy',
  load: (context) => load(collection, setting, context),
});
