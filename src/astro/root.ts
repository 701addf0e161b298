import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Whether two folders share more than the root of the disk. Astro asks this of its own root and a component, and takes
 * the component's absolute path for one below its root where they do not.
 */
const shareFolder = (one: string, other: string): boolean => {
  const [first, second] = [one.split(sep), other.split(sep)];
  return first[0] === second[0] && first[1] === second[1];
};

/**
 * Makes the folder that Astro takes for its root while it builds or serves a paper. Astro writes the list of a paper's
 * pictures into `.astro/` in its root and reads it again later in the same build. A root for each paper lets one engine
 * build several papers at once.
 * @param cacheDir absolute path of the paper's cache, where the folder is made; in the engine's own if that is too far away
 * @param engine absolute path of the project
 */
export const makeAstroRoot = (cacheDir: string, engine: string): string => {
  const folder = shareFolder(cacheDir, engine)
    ? join(cacheDir, 'astro')
    : join(
        engine,
        '.cache/astro',
        createHash('sha256').update(cacheDir).digest('hex').slice(0, 16),
      );
  mkdirSync(folder, { recursive: true });
  const isInside = relative(engine, folder).split(sep)[0] !== '..';
  const packages = join(folder, 'node_modules');
  // Modules that Astro makes up import packages as files in its root would.
  if (!isInside && !lstatSync(packages, { throwIfNoEntry: false })) {
    symlinkSync(join(engine, 'node_modules'), packages, 'junction');
  }
  return folder;
};
