import { join } from 'node:path';
import { type Mistake, UnreadableError } from '../copy/mistakes.ts';
import { fileFault } from '../copy/paper-file.ts';
import { shownPath } from '../copy/shown-path.ts';
import { readTextFile } from '../copy/text-file.ts';
import { walk } from '../copy/walk.ts';

/** The files of a theme, as absolute paths in a stable order, and what is wrong with those that cannot be read. */
export const themeFiles = (
  dir: string,
  paperDir: string,
): { files: string[]; mistakes: Mistake[] } => {
  const { files, closed } = walk(dir, { within: [dir, paperDir] });
  const all = files.map(({ path, fault }) => ({
    path,
    fault: fault ?? fileFault(join(dir, path)),
  }));
  return {
    files: all.filter(({ fault }) => !fault).map(({ path }) => join(dir, path)),
    mistakes: [...closed, ...all].flatMap(({ path, fault }) =>
      fault
        ? [
            {
              file: shownPath(join(dir, path), paperDir),
              found: fault.found,
              expected: 'a file or folder of the theme',
              fix: fault.fix,
            },
          ]
        : [],
    ),
  };
};

/** Finds texts that are not UTF-8. */
export const encodingMistakes = (files: readonly string[], paperDir: string): Mistake[] =>
  files.flatMap((file) => {
    try {
      readTextFile(file, shownPath(file, paperDir));
      return [];
    } catch (error) {
      if (error instanceof UnreadableError) return [error.mistake];
      throw error;
    }
  });
