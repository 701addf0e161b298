import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * The folder in which a paper is built. It is the paper's cache or, if that is outside the engine, a folder of its own
 * in the engine's cache. Code that Astro bundles runs from there, so it finds the engine's packages. And papers do not
 * mix: if the folder were outside the engine, Astro would use one that all papers share.
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
 * Creates the folder that is Astro's root while it builds or serves a paper. Astro writes the list of a paper's
 * pictures into `.astro/` in its root and reads it again later in the same build. With a root for each paper, one
 * engine can build several papers at once.
 * @param work the folder in which the paper is built
 */
export const makeAstroRoot = (work: string): string => {
  const folder = join(work, 'astro');
  mkdirSync(folder, { recursive: true });
  return folder;
};
