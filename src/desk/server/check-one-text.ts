import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import {
  type CheckedPaper,
  checkText,
  preparedAsSaved,
  type SeePicture,
} from '../../check/check-text.ts';
import { mistakesInOthers } from '../../check/effect-on-others.ts';
import type { Switches } from '../../config/switches.ts';
import { isIndex } from '../../copy/collections.ts';
import { realPath } from '../../copy/inside.ts';
import type { Mistake } from '../../copy/mistakes.ts';
import { isPixelPicture } from '../../copy/picture-names.ts';
import { darkroomCode } from '../../darkroom/code.ts';
import { createInspector } from '../../darkroom/darkroom.ts';
import { openMemory } from '../../darkroom/memory.ts';
import type { DeskFolder } from './desk-folder.ts';
import { isText } from '../file-names.ts';
import { followPaper } from './paper-in-step.ts';
import type { FileChange } from './write-files.ts';

/** One text, and new pictures beside it. */
interface OneText {
  path: string;
  bytes: Uint8Array;
  isNew: boolean;
  pictures: readonly { path: string; bytes: Uint8Array }[];
}

/** Changes that are of one text and of new pictures in its folder; undefined for others. */
const oneText = (changes: readonly FileChange[]): OneText | undefined => {
  const [text, ...more] = changes.filter(({ path }) => isText(path));
  if (text?.bytes === undefined || more.length > 0) return undefined;
  const pictures: { path: string; bytes: Uint8Array }[] = [];
  for (const { path, bytes, was } of changes) {
    if (path === text.path) continue;
    const isBeside = dirname(path) === dirname(text.path) && isPixelPicture(path);
    if (!isBeside || bytes === undefined || was !== undefined) return undefined;
    pictures.push({ path, bytes });
  }
  return { path: text.path, bytes: text.bytes, isNew: text.was === undefined, pictures };
};

/** The text of a file, as its own check reads it; undefined if it is no UTF-8. */
const textIn = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Makes a check of saves that change one text, against a paper that is kept in memory: in a large paper it takes a
 * fraction of the time that the whole check takes.
 *
 * It says the same as the whole check: what is wrong with a text in its place is found by the same code, and what a text
 * does to other files is either known ({@link mistakesInOthers}), or left to the whole check.
 * @returns what is in the way of these changes; `unknown` if only the whole check can tell
 */
export const createCheckOfOneText = (
  folder: DeskFolder,
  switches: Switches,
): ((changes: readonly FileChange[]) => Promise<Mistake[] | 'unknown'>) & {
  /** Reads ahead what the first check needs. */
  prepare: () => Promise<void>;
} => {
  const { paperDir, contentDir } = folder;
  const paperNow = followPaper(folder, switches);
  const memory = openMemory(switches.cacheDir, darkroomCode());

  /** Sees pictures on the disk, and new ones in a folder that stands for the paper's. */
  const seeWith = (work: string, pictures: OneText['pictures']): SeePicture => {
    const files = new Set(pictures.map(({ path }) => join(paperDir, path)));
    const onDisk = createInspector([contentDir, paperDir], memory);
    const unsaved = createInspector([work], memory);
    return async (src, from) => {
      const file = resolve(dirname(from), src);
      if (!files.has(file)) return onDisk(src, from);
      const seen = await unsaved(src, join(work, relative(paperDir, from)));
      return 'found' in seen ? seen : { ...seen, file };
    };
  };

  const mistakesOf = async (
    { path, isNew, pictures }: OneText,
    text: string,
    paper: CheckedPaper,
    work: string,
  ): Promise<Mistake[] | 'unknown'> => {
    for (const picture of pictures) {
      mkdirSync(dirname(join(work, picture.path)), { recursive: true });
      writeFileSync(join(work, picture.path), picture.bytes);
    }
    const file = join(paperDir, path);
    // A story owns the pictures that are in its folder already, which others may show.
    if (isNew && isIndex(file) && paper.paper.exists(dirname(file))) return 'unknown';
    const inOthers = await mistakesInOthers({ file, text }, paper);
    if (inOthers === 'unknown') return inOthers;
    const { mistakes } = await checkText({ file, text }, paper, seeWith(work, pictures));
    return [...mistakes, ...inOthers];
  };

  const check = async (changes: readonly FileChange[]): Promise<Mistake[] | 'unknown'> => {
    const one = oneText(changes);
    const text = one && textIn(one.bytes);
    const paper = one && (await paperNow());
    if (!one || text === undefined || !paper) return 'unknown';
    mkdirSync(switches.cacheDir, { recursive: true });
    const work = mkdtempSync(join(realPath(switches.cacheDir), 'desk-pictures-'));
    try {
      return await mistakesOf(one, text, paper, work);
    } finally {
      rmSync(work, { recursive: true, force: true });
      memory.keep();
    }
  };

  return Object.assign(check, {
    prepare: async () => {
      const paper = await paperNow();
      if (paper) preparedAsSaved(paper);
    },
  });
};
