import { blobId } from './content-bytes.ts';
import { type Change, ForgeError, type Review, type Saved } from './forge.ts';
import { nameOfReview } from './review-name.ts';

/** A branch as a save finds it. */
export interface BranchState {
  /** Its newest commit. */
  head: string;
  /** The versions of the files that were asked for; those that are not there are left out. */
  versions: ReadonlyMap<string, string>;
}

/** A commit to make. */
export interface Commit {
  branch: string;
  /** The branch to begin a new one from. */
  from?: string;
  changes: readonly Change[];
  message: string;
  /** The branch (or the one to begin from) as it was when it was compared. */
  at: BranchState;
}

/** What a commit came to: the new versions as far as the forge tells them, or that it was refused. */
export type Committed =
  | { versions: ReadonlyMap<string, string> }
  /** Something changed meanwhile, or the forge wants something else. Nothing was written. */
  | { refused: string; status?: number };

/** What differs between forges in a save. */
export interface Store {
  /** Undefined if there is no such branch. */
  stateOf: (branch: string, paths: readonly string[]) => Promise<BranchState | undefined>;
  commit: (commit: Commit) => Promise<Committed>;
  reviews: () => Promise<Review[]>;
  ask: (branch: string, title: string) => Promise<Review>;
}

interface Wanted {
  change: Change;
  /** The version it will have; undefined if it will be gone. */
  version: string | undefined;
}

const wantedOf = async (changes: readonly Change[]): Promise<Wanted[]> => {
  const like = changes.find(({ was }) => was)?.was;
  return Promise.all(
    changes.map(async (change) => ({
      change,
      version: 'gone' in change ? undefined : await blobId(change.content, like),
    })),
  );
};

const versionsOf = (
  wanted: readonly Wanted[],
  told?: ReadonlyMap<string, string>,
): Map<string, string> =>
  new Map(
    wanted.flatMap(({ change: { path }, version }) =>
      version === undefined ? [] : [[path, told?.get(path) ?? version]],
    ),
  );

/** What is left to write. A save whose answer was lost is found done here, and not done twice. */
const leftToDo = (wanted: readonly Wanted[], { versions }: BranchState): Change[] =>
  wanted
    .filter(({ change, version }) => versions.get(change.path) !== version)
    .map(({ change }) => change);

const attempts = 4;

/** Writes changes on a branch, or a new one from another, unless somebody else changed the same files. */
const write = async (
  store: Store,
  wanted: readonly Wanted[],
  message: string,
  branch: string,
  from?: string,
): Promise<Map<string, string>> => {
  const paths = wanted.map(({ change }) => change.path);
  let last = { refused: '', status: 0 } as { refused: string; status?: number };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const at = await store.stateOf(from ?? branch, paths);
    if (!at) throw new ForgeError({ kind: 'other', message: `No branch ${from ?? branch}` });
    const changes = leftToDo(wanted, at);
    if (changes.length === 0) return versionsOf(wanted);
    const conflicts = changes.filter(({ path, was }) => at.versions.get(path) !== was);
    if (conflicts.length > 0) {
      throw new ForgeError({ kind: 'conflict', paths: conflicts.map(({ path }) => path) });
    }
    try {
      const made = await store.commit({ branch, ...(from && { from }), changes, message, at });
      if ('versions' in made) return versionsOf(wanted, made.versions);
      last = made;
    } catch (error) {
      // The connection may have been lost after the commit was made.
      const isLost = error instanceof ForgeError && error.fault.kind === 'offline';
      const now = isLost && (await store.stateOf(branch, paths).catch(() => undefined));
      if (!now || leftToDo(wanted, now).length > 0) throw error;
      return versionsOf(wanted);
    }
  }
  throw new ForgeError(
    last.status === 404
      ? { kind: 'forbidden', message: last.refused, why: 'read-only' }
      : { kind: 'other', message: last.refused },
  );
};

/** A branch for a new review. One left by a save whose answer was lost is used again. */
const branchFor = async (
  store: Store,
  wanted: readonly Wanted[],
  base: string,
): Promise<{ branch: string; isThere: boolean }> => {
  const paths = wanted.map(({ change }) => change.path);
  const name = nameOfReview(paths);
  for (let number = 1; ; number += 1) {
    const branch = number === 1 ? name : `${name}-${String(number)}`;
    const state = await store.stateOf(branch, paths);
    if (!state) return { branch, isThere: false };
    const isOurs =
      leftToDo(wanted, state).length === 0 ||
      state.head === (await store.stateOf(base, paths))?.head;
    if (isOurs) return { branch, isThere: true };
  }
};

/**
 * Saves changes on the branch, or asks for their review.
 * @throws {@link ForgeError}: `conflict` if other versions are there than the changes replace
 */
export const saveIn = async (
  store: Store,
  { branch: base, review: isReviewed }: { branch: string; review: boolean },
  changes: readonly Change[],
  message: string,
): Promise<Saved> => {
  const wanted = await wantedOf(changes);
  if (!isReviewed) return { versions: await write(store, wanted, message, base) };
  const changed = changes.map(({ path }) => path);
  const open = (await store.reviews()).find(({ paths }) =>
    changed.some((path) => paths.includes(path)),
  );
  if (open) {
    const versions = await write(store, wanted, message, open.branch);
    return { versions, review: { ...open, paths: [...new Set([...open.paths, ...changed])] } };
  }
  const { branch, isThere } = await branchFor(store, wanted, base);
  const versions = await write(store, wanted, message, branch, isThere ? undefined : base);
  const [title = ''] = message.split('\n');
  return { versions, review: { ...(await store.ask(branch, title)), paths: changed } };
};
