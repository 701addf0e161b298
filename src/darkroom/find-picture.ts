import { dirname, join, relative, resolve, sep } from 'node:path';
import { liesIn } from '../copy/lies-in.ts';
import type { FileFault } from '../copy/paper-file.ts';
import type { Rule } from '../schemas/values.ts';

/** What is wrong with a picture that the copy names. */
export type PictureFault = Rule & { found: string };

/** Finds a picture by its path in the copy, from the absolute path of the file that names it. */
export type FindPicture = (src: string, from: string) => { file: string } | PictureFault;

/** What a finder asks of the paper's folder, by absolute paths. */
export interface PaperFolder {
  /** The names in a folder; none if it cannot be listed. */
  namesIn: (folder: string) => readonly string[];
  /** What is wrong with something as a file: undefined for one that can be read. */
  faultOf: (file: string) => FileFault | undefined;
}

/** What a finder calls what it finds, and how to put right what is not there. */
export interface FinderWords {
  one: string;
  notThere: Rule;
}

const ofPictures: FinderWords = {
  one: 'a picture',
  notThere: {
    expected: 'the path of a picture, relative to this file',
    fix: 'Add the picture, or correct the path (upper and lower case matter).',
  },
};

const inFolder = (one: string): Rule => ({
  expected: `${one} in the article’s folder, such as ./lead.jpg`,
  fix: 'Save the picture in the article’s folder and put ./ before its name.',
});

/** Undoes percent-escapes. A lone % is part of the name. */
const unescaped = (path: string): string =>
  path.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

/** What a path may mean, the most literal first. Only Windows has backslashes between folders. */
const readingsOf = (src: string): string[] => {
  if (!/[%\\]/.test(src)) return [src];
  const literal = [src, unescaped(src)];
  return [...new Set([...literal, ...literal.map((path) => path.replaceAll('\\', '/'))])];
};

/** How well a name fits: as written, in another Unicode form or with other spaces at its ends, or but for its case. */
const fits = [
  (name: string, wanted: string) => name === wanted,
  (name: string, wanted: string) => name.normalize('NFC').trim() === wanted.normalize('NFC').trim(),
  (name: string, wanted: string) =>
    name.normalize('NFC').trim().toLowerCase() === wanted.normalize('NFC').trim().toLowerCase(),
];
const caseDiffers = fits.length - 1;

/**
 * Makes a function that finds pictures as editors name them: raw or percent-escaped, in either Unicode form (macOS and
 * Linux type different ones), with the backslashes of Windows. What differs in case is a fault on every system, because
 * macOS would find what Linux does not.
 * @param within the folders that pictures and links to them must stay in
 * @param words for a finder of other files than pictures
 */
export const createFinder = (
  within: readonly string[],
  folder: PaperFolder,
  { one, notThere }: FinderWords = ofPictures,
): FindPicture => {
  /** Nearly all names are as they are written, and a folder may have thousands. */
  const sets = new WeakMap<readonly string[], ReadonlySet<string>>();
  const hasExactly = (names: readonly string[], step: string): boolean => {
    const set = sets.get(names) ?? new Set(names);
    sets.set(names, set);
    return set.has(step);
  };

  /** Follows a path step by step, as the names on the disk are spelt. */
  const follow = (path: string, from: string): { file: string; fit: number } => {
    let [file, fit] = [dirname(from), 0];
    for (const step of path.split('/')) {
      if (step === '' || step === '.') continue;
      if (step === '..') {
        file = dirname(file);
        continue;
      }
      const names = folder.namesIn(file);
      if (hasExactly(names, step)) {
        file = join(file, step);
        continue;
      }
      const how = fits.findIndex((test) => names.some((name) => test(name, step)));
      const name = names.find((candidate) => fits[how]?.(candidate, step)) ?? step;
      file = join(file, name);
      fit = Math.max(fit, how);
    }
    return { file, fit };
  };

  return (src, from) => {
    if (src.startsWith('/') || URL.canParse(src)) return { found: src, ...inFolder(one) };
    const inside = readingsOf(src).filter((path) =>
      within.some((outer) => liesIn(resolve(dirname(from), path), outer)),
    );
    if (inside.length === 0) {
      return {
        found: `${src}, which is outside the paper’s folder`,
        expected: `${one} in the paper’s folder`,
        fix: 'Put a copy of it beside the text.',
      };
    }
    const [best] = inside
      .map((path) => follow(path, from))
      .map((way) => ({ ...way, fault: folder.faultOf(way.file) }))
      .sort(
        (a, b) =>
          Number(a.fault?.kind === 'missing') - Number(b.fault?.kind === 'missing') ||
          a.fit - b.fit,
      );
    if (!best || best.fault?.kind === 'missing') {
      return { found: `${src}, which does not exist`, ...notThere };
    }
    if (best.fit === caseDiffers) {
      const spelt = relative(dirname(from), best.file).replaceAll(sep, '/');
      return {
        found: `${src}, which does not exist`,
        expected: `./${spelt}`.replace(/^\.\/(?=\.\.\/)/, ''),
        fix: 'Write the name as the file has it: upper and lower case matter.',
      };
    }
    if (best.fault) {
      return { found: `${src}, ${best.fault.found}`, expected: one, fix: best.fault.fix };
    }
    return { file: best.file };
  };
};
