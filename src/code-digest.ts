import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFolder } from './engine-folder.ts';

/** A text of the engine. A checkout on Windows may have other line endings. */
const textOf = (name: string): string =>
  readFileSync(join(engineFolder, name), 'utf8').replaceAll('\r\n', '\n');

/**
 * A digest of code of the engine, so that nothing made by older code is used again.
 * @param patterns the files, from the engine's folder
 * @param besides what else decides: settings, versions of packages
 * @returns sixteen hexadecimal digits
 */
export const digestOfCode = (patterns: readonly string[], besides: unknown): string => {
  const hash = createHash('sha256').update(JSON.stringify(besides));
  for (const name of globSync(patterns, { cwd: engineFolder, exclude: ['src/content'] }).sort()) {
    hash.update(`${name}\n`).update(textOf(name));
  }
  return hash.digest('hex').slice(0, 16);
};

/** The exact versions of packages that the engine depends on directly. */
export const versionsOf = (...packages: string[]): (string | undefined)[] => {
  const { dependencies } = JSON.parse(textOf('package.json')) as {
    dependencies: Record<string, string>;
  };
  return packages.map((name) => dependencies[name]);
};
