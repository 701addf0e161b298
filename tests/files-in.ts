import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files in a folder, by their paths from it, in a stable order, and their bytes. */
export const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, Buffer] => [path.relative(folder, file), readFileSync(file)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The files that are in only one of two papers, or not the same in both. */
export const different = (
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => {
    const [here, there] = [one.get(file), other.get(file)];
    return !here || !there || !here.equals(there);
  });
