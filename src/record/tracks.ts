import { idOf } from '../copy/collections.ts';
import type { Commit, Touch } from './git-log.ts';

/** A text that a story had from some time on: its blob, or nothing while there was no file. */
export type State = [at: number, blob: string | null];

/** The history of a story's file. */
export interface Track {
  /** Where it is now, from the content folder. */
  path: string;
  /** Its texts, the oldest first. */
  states: State[];
}

/** The histories of all stories, by their ids. */
export type Tracks = Map<string, Track>;

/** Whether a file whose name changed is still the same story, by its blobs; the first is empty where none is known. */
export type IsSameStory = (before: string, now: string) => boolean;

const isStory = (path: string): boolean => /\.md$/i.test(path);

const lastBlob = (track: Track | undefined): string | undefined =>
  track?.states.findLast(([, blob]) => blob !== null)?.[1] ?? undefined;

const push = (track: Track, at: number, blob: string | null): void => {
  // Clocks of different machines are not in step; the order of commits is.
  const [last = at] = track.states.at(-1) ?? [];
  track.states.push([Math.max(at, last), blob]);
};

/**
 * Follows stories through commits. A story is known by its id, so that it may move from folder to folder; where its id
 * changed as well, by what git calls a rename, if it is the same story.
 * @param tracks those that are known so far, which are continued
 */
export const follow = (tracks: Tracks, commits: readonly Commit[], isSame: IsSameStory): void => {
  const put = (at: number, { path, blob }: Touch): void => {
    const id = idOf(path);
    const track = tracks.get(id) ?? { path, states: [] };
    track.path = path;
    push(track, at, blob);
    tracks.set(id, track);
  };
  for (const { at, touches } of commits) {
    const stories = touches.filter(({ path, from }) => isStory(path) && isStory(from ?? path));
    const written = new Set(
      stories.filter(({ what }) => what !== 'D').map(({ path }) => idOf(path)),
    );
    for (const { what, path } of stories) {
      const track = tracks.get(idOf(path));
      if (what === 'D' && track && !written.has(idOf(path))) push(track, at, null);
    }
    // All are taken from where they were before any is put where it is now: two may have exchanged their names.
    const renamed = stories.flatMap((touch) => {
      const [before, id] = [idOf(touch.from ?? ''), idOf(touch.path)];
      const track = tracks.get(before);
      if (touch.what !== 'R' || before === id || !track) return [];
      return [{ touch, before, track, isSame: isSame(lastBlob(track) ?? '', touch.blob) }];
    });
    for (const { before, track, isSame } of renamed) {
      if (isSame) tracks.delete(before);
      else if (!written.has(before)) push(track, at, null);
    }
    for (const { touch, track, isSame } of renamed) {
      if (isSame) tracks.set(idOf(touch.path), track);
    }
    for (const touch of stories) if (touch.what !== 'D') put(at, touch);
  }
};
