import { readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { watch } from 'chokidar';
import type { PaperFolder } from '../config/paper-folder.ts';
import { isInside } from '../copy/inside.ts';
import { isOfSystem } from '../copy/leftovers.ts';

/** How long saves are collected before the paper is built again, in milliseconds. */
const burst = 100;

/** How many of the saved files are named. */
const mostNamed = 3;

/** The publication file, and what it may import: the code beside it. */
const publicationFiles = ({ publicationFile }: PaperFolder): string[] => {
  const folder = dirname(publicationFile);
  const beside = readdirSync(folder).filter((name) => /\.[cm]?[jt]s$/.test(name));
  return [publicationFile, ...beside.map((name) => join(folder, name))];
};

/** What a paper has besides its copy, wherever it is. */
const otherParts = (paper: PaperFolder): string[] => [
  ...publicationFiles(paper),
  paper.publicDir,
  paper.themeDir,
  paper.recordDir,
];

/** Whether a file is copy and nothing else. */
const isCopy = (file: string, paper: PaperFolder): boolean =>
  isInside(file, paper.contentDir) && !otherParts(paper).some((part) => isInside(file, part));

const stampNow = (file: string): string => {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? [stats.size, stats.ino, stats.mtimeNs, stats.ctimeNs].join(' ') : '';
};

const listed = (files: ReadonlySet<string>, paperDir: string): string => {
  const names = [...files].map((file) => relative(paperDir, file));
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
};

/**
 * Builds a paper, and again after each burst of saves. A build that finds mistakes reports them and leaves the last
 * edition on air, so the next save may mend it.
 * @param build builds it once; `isOnlyCopy` says whether nothing but copy has changed since the last time
 * @param say shows a line
 * @param stopping ends it, between two builds or in the middle of one
 */
export const watchPaper = async (
  paper: PaperFolder,
  build: (isOnlyCopy: boolean) => Promise<unknown>,
  say: (line: string) => void,
  stopping: AbortSignal,
): Promise<void> => {
  const hasStopped = (): boolean => stopping.aborted;
  const changed = new Set<string>();
  /** The files that are in the last edition as they are, however late the system tells of them. */
  const printed = new Map<string, string>();
  let wake = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([paper.contentDir, ...otherParts(paper)], {
    ignoreInitial: true,
    ignored: (path) => isOfSystem(path.split(/[/\\]/).at(-1) ?? ''),
  });
  watcher.on('all', (_event, file) => {
    if (printed.get(file) === stampNow(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      wake();
    }, burst);
  });
  stopping.addEventListener('abort', () => {
    wake();
  });
  // Whatever is saved from now on is noticed, also while the first edition is built.
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  try {
    let isOnlyCopy = false;
    for (;;) {
      await build(isOnlyCopy);
      if (hasStopped()) return;
      say('Waiting for changes. Ctrl-C stops.');
      if (changed.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (hasStopped()) return;
      say(`\nChanged: ${listed(changed, paper.paperDir)}`);
      for (const file of changed) printed.set(file, stampNow(file));
      isOnlyCopy = [...changed].every((file) => isCopy(file, paper));
      changed.clear();
    }
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
};
