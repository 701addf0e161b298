import { copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkPaper } from '../../check/check-paper.ts';
import type { Switches } from '../../config/switches.ts';
import { realPath } from '../../copy/inside.ts';
import type { Mistake } from '../../copy/mistakes.ts';
import { walk } from '../../copy/walk.ts';
import { createCheckOfOneText } from './check-one-text.ts';
import type { DeskFolder } from './desk-folder.ts';
import type { FileChange } from './write-files.ts';

/** Puts a file into another folder too, without copying its bytes where both are on one disk. */
const share = (file: string, into: string): void => {
  mkdirSync(dirname(into), { recursive: true });
  try {
    linkSync(realPath(file), into);
  } catch {
    copyFileSync(file, into);
  }
};

/**
 * The paper as it would be: its content folder once more, with the changes, in a temporary folder that stands for the
 * paper's.
 */
const changedPaper = (folder: DeskFolder, work: string, changes: readonly FileChange[]): void => {
  const { paperDir, contentDir, content } = folder;
  const changed = new Set(changes.map(({ path }) => path));
  mkdirSync(join(work, content), { recursive: true });
  for (const { path, fault } of walk(contentDir, { within: [paperDir] }).files) {
    if (!fault && !changed.has(content + path)) {
      share(join(contentDir, path), join(work, content, path));
    }
  }
  for (const { path, bytes } of changes) {
    if (bytes === undefined) continue;
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), bytes);
  }
};

const mistakesWith = async (
  folder: DeskFolder,
  switches: Switches,
  changes: readonly FileChange[],
): Promise<Mistake[]> => {
  mkdirSync(switches.cacheDir, { recursive: true });
  const work = mkdtempSync(join(realPath(switches.cacheDir), 'desk-check-'));
  try {
    changedPaper(folder, work, changes);
    const { mistakes } = await checkPaper({
      ...switches,
      paperDir: work,
      contentDir: join(work, folder.content),
      // What is wrong with switches was told when the desk started.
      mistakes: [],
      // The moment when the desk started says nothing, unless it was chosen.
      moment: process.env['SOURCE_DATE_EPOCH'] ? switches.moment : new Date(),
    });
    return mistakes.filter(({ file }) => file.startsWith(folder.content));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const nameOf = (mistake: Mistake): string => JSON.stringify(Object.entries(mistake).sort());

/** The check that every save must pass. */
export interface SaveCheck {
  /** What is in the way of changes. */
  (changes: readonly FileChange[]): Promise<Mistake[]>;
  /** Reads ahead what the first check needs: in a large paper, that takes seconds. */
  prepare: () => Promise<void>;
}

/**
 * Makes the check that every save must pass, the same as `npm run check`: no written file may have mistakes, and no other
 * may get new ones. A save of one text is mostly checked against a paper in memory; any other against the whole paper.
 */
export const createCheck = (folder: DeskFolder, switches: Switches): SaveCheck => {
  const ofOneText = createCheckOfOneText(folder, switches);
  const check = async (changes: readonly FileChange[]): Promise<Mistake[]> => {
    const quick = await ofOneText(changes);
    if (quick !== 'unknown') return quick;
    const after = await mistakesWith(folder, switches, changes);
    const isWritten = ({ file }: Mistake): boolean => changes.some(({ path }) => path === file);
    const elsewhere = after.filter((mistake) => !isWritten(mistake));
    if (elsewhere.length === 0) return after;
    const before = new Set((await mistakesWith(folder, switches, [])).map(nameOf));
    return after.filter((mistake) => isWritten(mistake) || !before.has(nameOf(mistake)));
  };
  return Object.assign(check, { prepare: ofOneText.prepare });
};
