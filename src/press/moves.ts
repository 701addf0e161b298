import { lstatSync, readdirSync, renameSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compressedExtensions } from '../hosts/compressed-copies.ts';

/**
 * When a file is put on air: first what pages load, so that no page ever names a file that is not there; then pages that
 * nothing links to yet; then pages that take the place of others; then the lists of pages that machines read.
 */
export const turns = ['loaded', 'new pages', 'pages', 'lists'] as const;
export type Turn = (typeof turns)[number];

/** A file, or a folder of new files of one turn, by its path from the edition's folder. */
export interface Move {
  path: string;
  turn: Turn;
  /** Whether there is a file of that name, but in another spelling: a disk that ignores case would keep that one. */
  isMisspelt?: boolean;
}

/** What is at a path; links are not followed. */
export const entryAt = (path: string): Stats | undefined => {
  try {
    return lstatSync(path);
  } catch {
    // Nothing is below a file either.
    return undefined;
  }
};

/** The file that a compressed copy is made from; any other file is its own. */
const originalOf = (file: string): string => {
  const ending = compressedExtensions.find((extension) => file.endsWith(extension)) ?? '';
  return file.slice(0, file.length - ending.length);
};

/** Feeds, sitemaps, and what hosts read. */
const list = /\.(?:xml|json|txt|opml|webmanifest)$|(?:^|\/)(?:_headers|_redirects|\.htaccess)$/;

/** Whether a file names others: a page or a list of pages, or a compressed copy of one. */
export const namesOthers = (file: string): boolean =>
  originalOf(file).endsWith('.html') || list.test(originalOf(file));

const turnOf = (file: string, to: string): Turn => {
  const original = originalOf(file);
  const isThere = entryAt(join(to, original)) !== undefined;
  if (original.endsWith('.html')) return isThere ? 'pages' : 'new pages';
  return isThere && list.test(original) ? 'lists' : 'loaded';
};

/**
 * Gives a folder the spelling that it has in the new edition. A disk that ignores case would keep `News` when `news` is
 * put into it.
 */
const respell = (folder: string, name: string, { ino, dev }: Stats): void => {
  const before = readdirSync(folder).find((other) => {
    const entry = entryAt(join(folder, other));
    return entry?.ino === ino && entry.dev === dev;
  });
  if (before !== undefined) renameSync(join(folder, before), join(folder, name));
};

/**
 * Plans how to move everything in one folder into another.
 * @param wholeFolders whether a folder that is new as a whole, and all of one turn, is one move
 */
export const movesFor = (from: string, to: string, wholeFolders: boolean, path = ''): Move[] => {
  const target = join(to, path);
  const names = new Set(entryAt(target)?.isDirectory() ? readdirSync(target) : []);
  return readdirSync(join(from, path), { withFileTypes: true }).flatMap((entry): Move[] => {
    const place = path === '' ? entry.name : `${path}/${entry.name}`;
    const there = entryAt(join(to, place));
    const isMisspelt = there !== undefined && !names.has(entry.name);
    if (!entry.isDirectory()) return [{ path: place, turn: turnOf(place, to), isMisspelt }];
    if (isMisspelt && there.isDirectory()) respell(target, entry.name, there);
    const inside = movesFor(from, to, wholeFolders, place);
    const [first] = inside;
    const isOneMove = wholeFolders && !there && inside.every(({ turn }) => turn === first?.turn);
    return isOneMove && first ? [{ path: place, turn: first.turn }] : inside;
  });
};
