import { dirname, resolve } from 'node:path';
import { fileKey, notBeside } from '../copy/take-along.ts';
import type { FindFile } from '../darkroom/files-beside.ts';
import type { LinkFault } from './own-links.ts';
import type { OwnersOf } from './picture-mistakes.ts';

/** How files beside texts are looked up. */
interface Shelf {
  /** Whether there is a file or folder, by its absolute path. */
  exists: (file: string) => boolean;
  /** Finds a file that readers may take along; left out, one that is there is good. */
  findFile?: FindFile | undefined;
}

/**
 * Judges the files that texts give readers to take along: each is there, and is no other story's, which may not be
 * published yet.
 * @returns what is wrong with one, by its address and the absolute path of the text with the link
 */
export const createFileJudge = (
  { findFile, exists }: Shelf,
  ownersOf: OwnersOf,
): ((address: string, from: string) => LinkFault | undefined) => {
  const find = (address: string, from: string): { file: string } | LinkFault => {
    const file = resolve(dirname(from), fileKey(address));
    if (findFile) return findFile(address, from);
    if (exists(file)) return { file };
    return { found: `${address}, which does not exist`, ...notBeside };
  };
  return (address, from) => {
    const found = find(address, from);
    if ('found' in found) return found;
    if (ownersOf(found.file).every((owner) => owner.file === from)) return undefined;
    return {
      found: `${address}, which belongs to another story`,
      expected: notBeside.expected,
      fix: 'Put a copy of it beside this text.',
    };
  };
};
