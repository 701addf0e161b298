import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * The folder in which a paper is built: its cache, or one of its own in the engine's cache where that is elsewhere. Code
 * that Astro bundles runs from there and finds its packages, and what Astro writes at other times than it reads cannot
 * be mixed up with another paper's: for a folder outside the engine, Astro takes one that all papers share.
 * @param cacheDir absolute path of the paper's cache
 * @param engine absolute path of the project
 */
export const workFolder = (cacheDir: string, engine: string): string => {
  const way = relative(engine, cacheDir);
  if (way.split(sep)[0] !== '..' && !isAbsolute(way)) return cacheDir;
  const name = createHash('sha256').update(cacheDir).digest('hex').slice(0, 16);
  return join(engine, '.cache/papers', name);
};

/**
 * Makes the folder that Astro takes for its root while it builds or serves a paper. Astro writes the list of a paper's
 * pictures into `.astro/` in its root and reads it again later in the same build. A root for each paper lets one engine
 * build several papers at once.
 * @param work the folder in which the paper is built
 */
export const makeAstroRoot = (work: string): string => {
  const folder = join(work, 'astro');
  mkdirSync(folder, { recursive: true });
  return folder;
};
