import { relative, sep } from 'node:path';
import { idOf } from '../copy/collections.ts';
import { git, GitError, readBlobs } from './git.ts';
import { readLog } from './git-log.ts';
import { gitFault, noRecord, whereItIs } from './git-fault.ts';
import type { NoRecord, RecordSource } from './source.ts';
import { follow, type IsSameStory, type Track, type Tracks } from './tracks.ts';
import { readWords } from './words.ts';

/** What is kept of a repository's history. */
export interface KeptLog {
  /** The commit up to which it was read. */
  head: string;
  tracks: [id: string, track: Track][];
}

const stories = 'articles';

/** Whether a commit is on the line that leads to another, each the first parent of the next. */
const leadsTo = (folder: string, before: string, head: string): boolean => {
  try {
    const args = ['log', '--first-parent', '--format=%P', `${before}..${head}`];
    const lines = git(folder, args).toString().trim().split('\n');
    return lines.at(-1)?.split(' ')[0] === before;
  } catch {
    // It is not in this repository any more.
    return false;
  }
};

/** Asks whether what git calls a rename is one: a story that was written over a copy of another has its own time. */
const sameStory = (folder: string): IsSameStory => {
  const known = new Map<string, number | undefined>();
  const published = (id: string): number | undefined => {
    if (!known.has(id)) {
      readBlobs(folder, [id], (blob, text) => known.set(blob, readWords(text)?.published));
    }
    return known.get(id);
  };
  return (before, now) =>
    before !== '' &&
    (before === now || (published(now) !== undefined && published(before) === published(now)));
};

/** Files that differ from the last commit, from the content folder. */
const changedOnDisk = (folder: string): Set<string> =>
  new Set(
    git(folder, [
      ...['diff', 'HEAD', '--name-only', '--no-renames', '--no-ext-diff', '--relative', '-z'],
      ...['--', stories],
    ])
      .toString('utf8')
      .split('\0')
      .filter(Boolean),
  );

/**
 * Reads the history of stories from the git repository that their folder is in.
 * @param contentDir the content folder
 * @param kept what was known of it before
 * @returns the source and what to keep of it, or why there is none
 */
export const openGit = (
  contentDir: string,
  kept: KeptLog | undefined,
): { source: RecordSource; log: KeptLog } | NoRecord => {
  try {
    const said = git(contentDir, ['rev-parse', '--is-shallow-repository']).toString().trim();
    if (said !== 'false') {
      return noRecord(
        'a shallow clone, without the older versions of the copy',
        `Fetch all of it: git fetch --unshallow, or \`fetch-depth: 0\` in a workflow. Or: ${whereItIs}`,
      );
    }
    const head = git(contentDir, ['rev-parse', 'HEAD']).toString().trim();
    const tracks: Tracks = new Map();
    const isNext = kept && (kept.head === head || leadsTo(contentDir, kept.head, head));
    if (isNext) for (const [id, track] of kept.tracks) tracks.set(id, track);
    if (kept?.head !== head) {
      const commits = readLog(contentDir, stories, isNext ? kept.head : undefined);
      follow(tracks, commits, sameStory(contentDir));
    }
    if (tracks.size === 0) {
      return noRecord(
        'a repository without the copy',
        `Commit the content folder. Or: ${whereItIs}`,
      );
    }
    const changed = changedOnDisk(contentDir);
    const changedIds = new Set([...changed].map(idOf));
    return {
      log: { head, tracks: [...tracks] },
      source: {
        texts: (id) => (tracks.get(id)?.states ?? []).map(([at, ref]) => ({ at, ref })),
        isAsRecorded: (id, file) =>
          !changedIds.has(id) &&
          tracks.get(id)?.path === relative(contentDir, file).split(sep).join('/'),
        read: (refs, see) => {
          readBlobs(contentDir, refs, see);
        },
      },
    };
  } catch (error) {
    if (error instanceof GitError) return gitFault(error);
    throw error;
  }
};
