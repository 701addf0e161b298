import { type ReadonlySignal, signal } from '@preact/signals';
import type { Forge, ForgeFile } from '../forge/forge.ts';
import type { PaperModel } from '../paper/paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import { isPicture } from '../../copy/picture-names.ts';
import { mayBeTaken } from '../../copy/take-along.ts';
import { storyFilesName } from '../../copy/story-files.ts';
import { isShown, isText } from '../file-names.ts';
import type { LocalDesk } from './local-desk.ts';

/** A stored file, by its path from the paper's folder. */
export interface StoredFile {
  path: string;
  version: string;
  /** What a forge needs to read it. */
  forgeFile: ForgeFile;
  /** Its text, if it is one. */
  text?: string;
}

/** The paper's files as they are stored, as far as this page knows. */
export interface PaperFiles {
  all: ReadonlySignal<ReadonlyMap<string, StoredFile>>;
  /** Paths of the other files that are published as they are, for pages to link to, as far as they are known. */
  served: () => readonly string[];
  /** Paths of the pictures in a file's folder. */
  picturesBeside: (path: string) => string[];
  /** The path that a forge knows a file by. */
  forgePath: (path: string) => string;
  /** Files were saved; those with a text are texts. */
  stored: (files: readonly Pick<StoredFile, 'path' | 'version' | 'text'>[]) => Promise<void>;
  /** Files were deleted. */
  gone: (paths: readonly string[]) => Promise<void>;
  /** Lists the files again, and reads those that changed. Returns their paths. */
  refresh: () => Promise<string[]>;
}

/** The folder of a file, with a slash at its end. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * Reads every text of the paper. From then on, the model is told of each file that changes before anybody else is.
 * @param progress how many of how many texts have been read
 * @param local what knows the files in `public/` of this machine, which a forge does not list
 */
export const readPaper = async (
  settings: DeskSettings,
  forge: Forge,
  model: Pick<PaperModel, 'put' | 'putPicture'>,
  progress: (done: number, of: number) => void,
  local?: Pick<LocalDesk, 'servedFiles'>,
): Promise<PaperFiles> => {
  let served: ReadonlySet<string> = new Set();
  const forgePath = (path: string): string => settings.folder + path;

  const tell = (path: string, text: string | undefined, isThere: boolean): Promise<void> =>
    isText(path) ? model.put(path, text) : model.putPicture(path, isThere);

  const list = async (): Promise<{ files: StoredFile[]; toServe: ReadonlySet<string> }> => {
    const [inForge, here] = await Promise.all([
      forge.list(forgePath(settings.content)),
      local?.servedFiles(),
    ]);
    const all = inForge.map((forgeFile) => ({
      path: forgeFile.path.slice(settings.folder.length),
      version: forgeFile.version,
      forgeFile,
    }));
    const ofStories = `${settings.content}${storyFilesName}/`;
    const others =
      here ??
      all.map(({ path }) => path).filter((path) => path.startsWith(ofStories) || mayBeTaken(path));
    const files = all.filter(({ path }) => isShown(path));
    const known = new Set(files.map(({ path }) => path));
    return { files, toServe: new Set(others.filter((path) => !known.has(path))) };
  };

  /** Tells the model what has come and gone. Returns whether anything has. */
  const serve = async (now: ReadonlySet<string>): Promise<boolean> => {
    const before = served;
    served = now;
    const changed = [...now, ...before].filter((path) => !(now.has(path) && before.has(path)));
    for (const path of changed) await model.putPicture(path, now.has(path));
    return changed.length > 0;
  };

  const withTexts = async (
    files: readonly StoredFile[],
    said?: (done: number, of: number) => void,
  ): Promise<StoredFile[]> => {
    const texts = files.filter(({ path }) => isText(path)).map(({ forgeFile }) => forgeFile);
    said?.(0, texts.length);
    const read = await forge.readTexts(texts, (done) => said?.(done, texts.length));
    return files.map((file) => {
      const text = read.get(file.forgeFile.path);
      return text === undefined ? file : { ...file, text };
    });
  };

  const mapOf = (files: readonly StoredFile[]): Map<string, StoredFile> =>
    new Map(files.map((file) => [file.path, file]));

  const first = await list();
  served = first.toServe;
  const all = signal<ReadonlyMap<string, StoredFile>>(
    mapOf(await withTexts(first.files, progress)),
  );

  const refresh = async (): Promise<string[]> => {
    const before = all.value;
    const { files: now, toServe } = await list();
    const changed = now.filter(({ path, version }) => before.get(path)?.version !== version);
    const read = mapOf(await withTexts(changed));
    // A save while the list was on its way is newer than the list.
    if (all.value !== before) return refresh();
    const left = new Set(now.map(({ path }) => path));
    const lost = [...before.keys()].filter((path) => !left.has(path));
    const isServedAnew = await serve(toServe);
    if (read.size + lost.length === 0 && !isServedAnew) return [];
    for (const [path, { text }] of read) await tell(path, text, true);
    for (const path of lost) await tell(path, undefined, false);
    all.value = mapOf(now.map((file) => read.get(file.path) ?? before.get(file.path) ?? file));
    return [...read.keys(), ...lost];
  };

  return {
    all,
    served: () => [...served],
    forgePath,
    picturesBeside: (path) =>
      [...all.value.keys()].filter(
        (other) => isPicture(other) && folderOf(other) === folderOf(path),
      ),
    stored: async (files) => {
      const next = new Map(all.value);
      for (const { path, version, text } of files) {
        await tell(path, text, true);
        const forgeFile = { path: forgePath(path), version };
        next.set(path, { path, version, forgeFile, ...(text !== undefined && { text }) });
      }
      all.value = next;
    },
    gone: async (paths) => {
      const next = new Map(all.value);
      for (const path of paths) {
        await tell(path, undefined, false);
        next.delete(path);
      }
      all.value = next;
    },
    refresh,
  };
};
