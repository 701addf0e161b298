import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { SourceFile } from '../model.ts';
import { percentDecoded } from '../../percent-decoded.ts';

/** Finds files in a folder of uploads. */
export type FindUpload = (wanted: {
  file?: SourceFile | undefined;
  urls: readonly string[];
}) => string | undefined;

/** A path below the folder of uploads, from an address: `2024/03/weir.jpg`. */
export const uploadPath = (url: string): string | undefined => {
  let path: string;
  try {
    path = new URL(url, 'https://site.invalid').pathname;
  } catch {
    return undefined;
  }
  const [, below] =
    /\/(?:wp-content\/uploads|uploads|files|content\/images)\/(.+)$/.exec(path) ?? [];
  return below === undefined ? undefined : percentDecoded(below);
};

/** Names of the original of a smaller or edited copy, the likeliest first. */
const originalsOf = (path: string): string[] => [
  path,
  path.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, ''),
  path.replace(/-scaled(?=\.\w+$)/, ''),
  path.replace(/-\d{2,5}x\d{2,5}(?=\.\w+$)/, '-scaled'),
  path.replace(/-e\d{10,13}(?:-\d{2,5}x\d{2,5})?(?=\.\w+$)/, ''),
];

const keyOf = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Opens a folder of uploads. Files are found by their path, whatever the Unicode form and case of their names, and only
 * in the folder itself: links that lead out of it are not followed.
 * @param folder absolute path
 */
export const openUploads = (folder: string): FindUpload => {
  const names = new Map<string, string>();
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() || entry.isSymbolicLink()) names.set(keyOf(path), path);
    }
  };
  walk('');
  const root = realpathSync(folder);
  const inFolder = (path: string): string | undefined => {
    const place = join(folder, path);
    const isFile = statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
    if (!isFile) return undefined;
    if (lstatSync(place).isSymbolicLink() && !realpathSync(place).startsWith(root + sep)) {
      return undefined;
    }
    return place;
  };
  return ({ file, urls }) => {
    const paths = [file?.path, ...(file?.urls ?? []).map(uploadPath), ...urls.map(uploadPath)];
    for (const path of paths) {
      if (path === undefined) continue;
      const candidates =
        path === file?.path ? [path, ...originalsOf(path)] : [...originalsOf(path).slice(1), path];
      for (const candidate of candidates) {
        const name = names.get(keyOf(candidate));
        const place = name === undefined ? undefined : inFolder(name);
        if (place !== undefined) return place;
      }
    }
    return undefined;
  };
};
