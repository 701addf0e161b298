import { mkdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Whether a path lies in a folder. Both must be real, without links on the way. */
const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
};

const leadsTo = (link: string, target: string): boolean => {
  try {
    return readlinkSync(link) === target;
  } catch {
    return false;
  }
};

/**
 * Creates the folder that is Astro's root while it builds or serves a paper. Astro writes the list of a paper's
 * pictures into `.astro/` in its root and reads it again later in the same build. With a root for each paper, one
 * engine can build several papers at once. Code that Astro bundles runs from the folder around it, so where that is
 * outside the engine, a link leads from there to the engine's packages.
 * @param work the folder in which the paper is built, a real path
 * @param engine absolute path of the project
 */
export const makeAstroRoot = (work: string, engine: string): string => {
  const root = join(work, 'astro');
  mkdirSync(root, { recursive: true });
  const real = realpathSync(engine);
  if (isBelow(work, real)) return root;
  const [link, packages] = [join(work, 'node_modules'), join(real, 'node_modules')];
  if (!leadsTo(link, packages)) {
    rmSync(link, { recursive: true, force: true });
    // Windows lets everybody make a junction, but not a link.
    symlinkSync(packages, link, 'junction');
  }
  return root;
};

/**
 * Works from a folder. If its output is not below the folder that it works from, Astro bundles code into a folder that
 * all papers share, and moves files to the output, which only works on the same disk.
 * @param work the folder in which the paper is built; a real path
 */
export const workFrom = (work: string): void => {
  process.chdir(work);
};
