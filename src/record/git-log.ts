import { git } from './git.ts';

/** What a commit did to one file. */
export interface Touch {
  /** Added, modified, deleted, or renamed. */
  what: 'A' | 'M' | 'D' | 'R';
  /** Its path from the content folder; of a renamed file, the new one. */
  path: string;
  /** The old path of a renamed file. */
  from?: string;
  /** The blob that it is now. */
  blob: string;
}

/** A commit that touched stories. */
export interface Commit {
  id: string;
  parent: string | undefined;
  /** When it was committed, in milliseconds since 1970. */
  at: number;
  touches: Touch[];
}

const head = '\u0001';

/** Whether a file with this mode has text: no link, no folder of another repository. */
const isFile = (mode: string): boolean => mode.startsWith('100');

/** Reads what `git log --raw -z` printed. */
export const parseLog = (printed: string): Commit[] => {
  const commits: Commit[] = [];
  const words = printed.split('\0');
  for (let n = 0; n < words.length; n += 1) {
    const word = (words[n] ?? '').trimStart();
    if (word.startsWith(head)) {
      const [id = '', at = '', parent] = word.slice(1).trimEnd().split(' ', 3);
      commits.push({ id, parent, at: Number(at) * 1000, touches: [] });
    } else if (word.startsWith(':')) {
      const [, mode = '', , blob = '', status = ''] = word.split(' ');
      const what = status[0] ?? '';
      const from = words[(n += 1)] ?? '';
      const path = what === 'R' || what === 'C' ? (words[(n += 1)] ?? '') : from;
      const touches = commits.at(-1)?.touches;
      if (what === 'D' || !isFile(mode)) touches?.push({ what: 'D', path, blob: '' });
      else if (what === 'R') touches?.push({ what, path, from, blob });
      else touches?.push({ what: what === 'M' ? 'M' : 'A', path, blob });
    }
  }
  return commits;
};

/**
 * The commits that touched the files of a folder, the oldest first. Of a merge, only what it brought to the branch that
 * was merged into counts, at its own time: that is when readers got it.
 * @param after a commit that is known already
 */
export const readLog = (folder: string, path: string, after?: string): Commit[] =>
  parseLog(
    git(folder, [
      ...['log', '--first-parent', '-m', '--reverse', '--raw', '-M', '--no-abbrev', '-z'],
      ...['--no-color', '--no-ext-diff', '--relative', `--format=${head}%H %ct %P`],
      ...[after === undefined ? 'HEAD' : `${after}..HEAD`, '--', path],
    ]).toString('utf8'),
  );
