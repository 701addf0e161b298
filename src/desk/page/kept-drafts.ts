import { openStore, resultOf, written } from '../browser/indexed-db.ts';
import type { KeptDraft } from './kept-draft.ts';
import { lastKeysOf } from './last-keys.ts';

/** Keeps what is typed on this device until it is saved. */
export interface KeptDrafts {
  /** Keeps at once. Rejects if the browser has no room or refuses. */
  keep: (draft: KeptDraft) => Promise<void>;
  get: (path: string) => Promise<KeptDraft | undefined>;
  all: () => Promise<KeptDraft[]>;
  forget: (path: string) => Promise<void>;
}

const storeName = 'drafts';

/**
 * Drafts in the browser's own database. Until it has taken one, the text alone is kept where that takes no time.
 * @param paper what tells this paper from others whose desk has the same origin
 */
export const keptDraftsOf = async (paper: string): Promise<KeptDrafts> => {
  const database = await openStore('bevolve-desk', storeName);
  const lastKeys = lastKeysOf(paper);
  const keyOf = (path: string) => [paper, path];
  const change = async (how: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
    how(transaction.objectStore(storeName));
    await written(transaction);
  };

  /** What is not in the database yet, the newest of each file: it takes one after the other. */
  const waiting = new Map<string, KeptDraft>();
  let writing: Promise<void> | undefined;
  const writeAll = async (): Promise<void> => {
    while (waiting.size > 0) {
      const drafts = [...waiting.values()];
      waiting.clear();
      await change((store) => {
        for (const draft of drafts) store.put(draft, keyOf(draft.path));
      });
      for (const draft of drafts) lastKeys.release(draft);
    }
  };

  const all = async (): Promise<KeptDraft[]> => {
    const range = IDBKeyRange.bound([paper], [paper, []]);
    const store = database.transaction(storeName).objectStore(storeName);
    const drafts = new Map(
      (await resultOf(store.getAll(range) as IDBRequest<KeptDraft[]>)).map((draft) => [
        draft.path,
        draft,
      ]),
    );
    for (const typed of lastKeys.all()) {
      const { when = 0, pictures = [] } = drafts.get(typed.path) ?? {};
      if (typed.when >= when) drafts.set(typed.path, { ...typed, pictures });
    }
    return [...drafts.values()];
  };

  return {
    keep: (draft) => {
      lastKeys.keep(draft);
      waiting.set(draft.path, draft);
      writing ??= writeAll().finally(() => {
        writing = undefined;
      });
      return writing;
    },
    forget: (path) => {
      waiting.delete(path);
      lastKeys.forget(path);
      return change((store) => store.delete(keyOf(path)));
    },
    get: async (path) => (await all()).find((draft) => draft.path === path),
    all,
  };
};

/** Drafts of a browser that keeps nothing (private windows, a full disk): every attempt to keep one fails. */
export const noKeptDrafts: KeptDrafts = {
  keep: () => Promise.reject(new Error('This browser keeps nothing.')),
  get: () => Promise.resolve(undefined),
  all: () => Promise.resolve([]),
  forget: () => Promise.resolve(),
};
