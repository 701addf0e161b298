/** A story that a reader keeps. */
export interface SavedStory {
  /** Its address on this site, without the origin. */
  path: string;
  title: string;
  /** Its section and time, as its page shows them. */
  note: string;
  /** The address of a small picture, if it has one. */
  image: string;
  /** The paragraph at which the reader stopped, and how many there are; 0 before the first stop. */
  stop: number;
  of: number;
}

/** A topic or an author that a reader follows. */
export interface Followed {
  path: string;
  title: string;
  /** Since when, in milliseconds since 1970. */
  since: number;
}

/** What a reader keeps on a device. */
export interface Shelf {
  stories: SavedStory[];
  follows: Followed[];
  /** When the visit before this one to the page of saved stories was, and when the last one was. */
  seen: number;
  visited: number;
}

/** How long a visit lasts: what was new at its beginning stays new until its end. */
const visit = 30 * 60 * 1000;

/** A file may come from anywhere, and readers keep a finite number of stories. */
const most = 1000;

export const emptyShelf = (): Shelf => ({ stories: [], follows: [], seen: 0, visited: 0 });

const text = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, 300) : '';

const count = (value: unknown): number =>
  typeof value === 'number' && value > 0 && value < 1e14 ? Math.floor(value) : 0;

/** An address in the paper's folder, written as browsers write it; anything else, such as another origin, is empty. */
export const pathIn = (base: string, value: unknown): string => {
  const path = typeof value === 'string' && value.startsWith(base) ? value : '';
  const here = 'https://paper.invalid';
  return URL.canParse(path, here) && new URL(path, here).pathname === path ? path : '';
};

const entries = <T extends { path: string; title: string }>(
  value: unknown,
  read: (entry: Record<string, unknown>) => T,
): T[] => {
  const all = Array.isArray(value) ? value.slice(0, most) : [];
  const sound = all
    .filter((entry): entry is Record<string, unknown> => typeof entry === 'object' && !!entry)
    .map(read)
    .filter(({ path, title }) => path && title);
  return [...new Map(sound.map((entry) => [entry.path, entry])).values()];
};

/**
 * Reads what was stored, or a file that a reader imports. Only what is expected is taken over, as plain text.
 * @param base the paper's base path; entries outside it are left out
 * @returns undefined if it is not such a list
 */
export const readShelf = (json: string, base: string): Shelf | undefined => {
  let stored: unknown;
  try {
    stored = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { stories, follows, seen, visited } = (stored ?? {}) as Record<string, unknown>;
  if (!Array.isArray(stories) || !Array.isArray(follows)) return undefined;
  return {
    stories: entries(stories, ({ path, title, note, image, stop, of }) => ({
      path: pathIn(base, path),
      title: text(title),
      note: text(note),
      image: pathIn(base, image),
      stop: Math.min(count(stop), count(of)),
      of: count(of),
    })),
    follows: entries(follows, ({ path, title, since }) => ({
      path: pathIn(base, path),
      title: text(title),
      since: count(since),
    })),
    seen: count(seen),
    visited: count(visited),
  };
};

/** A list with an entry first, or without it. */
export const withEntry = <T extends { path: string }>(list: T[], entry: T, kept: boolean): T[] => [
  ...(kept ? [entry] : []),
  ...list.filter(({ path }) => path !== entry.path),
];

/** Adds what an imported list has and this one has not. */
export const merged = (shelf: Shelf, other: Shelf): Shelf => {
  const union = <T extends { path: string }>(ours: T[], theirs: T[]): T[] =>
    [...ours, ...theirs.filter(({ path }) => !ours.some((entry) => entry.path === path))].slice(
      0,
      most,
    );
  return {
    ...shelf,
    stories: union(shelf.stories, other.stories),
    follows: union(shelf.follows, other.follows),
  };
};

/** Notes a visit to the page of saved stories. What was new when the visit began is still new when it is reloaded. */
export const visitedAt = (shelf: Shelf, now: number): Shelf => ({
  ...shelf,
  seen: now - shelf.visited > visit ? shelf.visited : shelf.seen,
  visited: now,
});

/** Since when a reader has not seen what a topic or author brought. */
export const unseenSince = ({ seen }: Shelf, { since }: Followed): number => Math.max(seen, since);
