import { join, parse } from 'node:path';
import { isPixelPicture } from '../copy/picture-names.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { fileFault } from '../copy/paper-file.ts';
import { shownPath } from '../copy/shown-path.ts';
import { storyFilesDir, storyFilesName } from '../copy/story-files.ts';
import { type Found, walk, type Walked } from '../copy/walk.ts';
import type { ServedFile } from './address-mistakes.ts';

/** Names that begin with a dot count here: `.well-known`, `.nojekyll`. */
const walkPublic = (publicDir: string, within: readonly string[]): Walked =>
  walk(publicDir, { within, hidden: true });

/**
 * The files that are served as they are, as paths from the folder, in a stable order. Those that systems and programs
 * left behind are not among them.
 * @param publicDir the folder's absolute path; it need not exist
 */
export const publicFiles = (publicDir: string): string[] =>
  // Vite follows every link; those that lead out of the paper are mistakes.
  walkPublic(publicDir, [parse(publicDir).root])
    .files.map(({ path }) => path.normalize('NFC'))
    .sort();

/**
 * The files that a host gets as they are: those of the public folder, and those that stories link to.
 * @param paperDir the folder that mistakes name files from
 */
export const servedFiles = (
  publicDir: string,
  contentDir: string,
  paperDir: string,
): ServedFile[] => {
  const served = (folder: string, site: string): ServedFile[] =>
    publicFiles(folder).map((name) => ({
      path: site + name,
      shown: shownPath(join(folder, name), paperDir),
    }));
  return [...served(publicDir, ''), ...served(storyFilesDir(contentDir), `${storyFilesName}/`)];
};

/**
 * Finds pictures among the files that stories link to. They would be published as they are, with whatever the camera
 * wrote into them.
 */
export const storyFileMistakes = (contentDir: string, paperDir: string): Mistake[] =>
  publicFiles(storyFilesDir(contentDir))
    .filter(isPixelPicture)
    .map((name) => ({
      file: shownPath(join(storyFilesDir(contentDir), name), paperDir),
      found: 'a picture among the files that stories link to',
      expected: 'pictures beside the story that shows them',
      fix: 'Move it into the folder of the story.',
    }));

/**
 * Finds what is in the folder but cannot be served: copying it would wait for ever, or end the build.
 * @param paperDir the paper's folder, which links may lead to, and which mistakes name files from
 */
export const publicFileMistakes = (publicDir: string, paperDir: string): Mistake[] => {
  const { files, closed } = walkPublic(publicDir, [paperDir, publicDir]);
  const told = ({ path, fault }: Found, expected: string): Mistake[] =>
    fault
      ? [
          {
            file: shownPath(join(publicDir, path), paperDir),
            found: fault.found,
            expected,
            fix: fault.fix,
          },
        ]
      : [];
  return [
    ...closed.flatMap((each) => told(each, 'a folder that can be looked into')),
    ...files.flatMap(({ path, fault }) =>
      told({ path, fault: fault ?? fileFault(join(publicDir, path)) }, 'a file to be served'),
    ),
  ];
};
