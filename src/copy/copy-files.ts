import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Collection, collections, hasEnding } from './collections.ts';
import type { Mistake } from './mistakes.ts';
import { fault, faultOf, type FileFault, fileFault } from './paper-file.ts';
import { shownPath } from './shown-path.ts';
import { mayLieBeside, nearlyRight, strayMistake } from './strays.ts';
import { type Found, walk } from './walk.ts';

/** A file of a collection. */
export interface CopyFile {
  /** Its absolute path. */
  file: string;
  /** What keeps it from being read. */
  fault?: FileFault | undefined;
}

/** The files of a content folder. */
export interface CopyFiles {
  files: Record<Collection, CopyFile[]>;
  /** Collections of which something could not be looked into, so that there may be more entries than are known. */
  incomplete: ReadonlySet<Collection>;
  /** What should not be there, and what cannot be looked into. */
  mistakes: Mistake[];
}

/** The folders that links in the copy may lead to. */
export const linksMayLeadTo = (contentDir: string, paperDir: string): string[] => [
  paperDir,
  contentDir,
];

/** Folders with the name of a file that hold no copy: somebody wanted a file. */
const inPlaceOfFiles = (
  folders: readonly string[],
  files: readonly Found[],
  collection: Collection,
): Found[] => {
  const named = folders.filter((path) => hasEnding(path, collection));
  if (named.length === 0) return [];
  const used = new Set(files.map(({ path }) => dirname(path)));
  for (const path of used) used.add(dirname(path));
  return named.filter((path) => !used.has(path)).map((path) => ({ path, fault: fault('folder') }));
};

interface Listed {
  files: CopyFile[];
  isWhole: boolean;
  mistakes: Mistake[];
}

const listFront = (contentDir: string, paperDir: string): Listed => {
  const file = join(contentDir, 'front.yaml');
  const found = fileFault(file, linksMayLeadTo(contentDir, paperDir));
  const files = found?.kind === 'missing' ? [] : [{ file, fault: found }];
  return { files, isWhole: true, mistakes: [] };
};

const list = (contentDir: string, paperDir: string, collection: Collection): Listed => {
  if (collection === 'front') return listFront(contentDir, paperDir);
  const folder = join(contentDir, collections[collection].folder);
  const { files, folders, closed } = walk(folder, {
    within: linksMayLeadTo(contentDir, paperDir),
  });
  const isCopy = ({ path }: Found): boolean =>
    hasEnding(path, collection) && collections[collection].mayBeAt(path);
  const copy = files.filter(isCopy);
  const others = files.filter((each) => !isCopy(each) && !mayLieBeside(each.path, collection));
  const shown = (path: string): string => shownPath(join(folder, path), paperDir);
  return {
    files: [...copy, ...inPlaceOfFiles(folders, copy, collection)].map((each) => ({
      file: join(folder, each.path),
      fault: each.fault,
    })),
    isWhole: closed.length === 0 && others.every((each) => each.fault === undefined),
    mistakes: [
      ...closed.map(({ path, fault: { found, fix } }) => ({
        file: shown(path),
        found,
        expected: 'a folder of the paper that can be looked into',
        fix,
      })),
      ...others.map((each) => ({ file: shown(each.path), ...strayMistake(each, collection) })),
    ],
  };
};

/**
 * The files of one collection that can be read, as absolute paths in a stable order.
 * @param paperDir the paper's folder, which links may lead to
 */
export const filesOf = (contentDir: string, collection: Collection, paperDir: string): string[] =>
  list(contentDir, paperDir, collection)
    .files.filter((each) => each.fault === undefined)
    .map(({ file }) => file);

/** What is wrong in the content folder itself: it cannot be looked into, or names in it are nearly right. */
const rootMistakes = (contentDir: string, paperDir: string): Mistake[] => {
  let names: string[];
  try {
    names = readdirSync(contentDir).sort();
  } catch (error) {
    const { kind } = faultOf(error, contentDir);
    // One that is not there is reported once, for the switch that names it.
    if (kind === 'missing') return [];
    return [
      {
        file: shownPath(contentDir, paperDir),
        found: 'a content folder that cannot be looked into',
        expected: 'a folder of copy',
        fix: 'Let the user who builds the paper open it: on Linux and macOS, chmod u+rx and chown change that.',
      },
    ];
  }
  return names.flatMap((name) => {
    const finding = nearlyRight(name);
    return finding ? [{ file: shownPath(join(contentDir, name), paperDir), ...finding }] : [];
  });
};

/** Lists the files of a content folder. Nothing is opened. */
export const listCopy = (contentDir: string, paperDir: string): CopyFiles => {
  const names = Object.keys(collections) as Collection[];
  const lists = names.map((name) => [name, list(contentDir, paperDir, name)] as const);
  const files = Object.fromEntries(lists.map(([name, { files }]) => [name, files]));
  return {
    files: files as CopyFiles['files'],
    incomplete: new Set(lists.filter(([, { isWhole }]) => !isWhole).map(([name]) => name)),
    mistakes: [
      ...rootMistakes(contentDir, paperDir),
      ...lists.flatMap(([, { mistakes }]) => mistakes),
    ],
  };
};
