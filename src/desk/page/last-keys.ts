import type { KeptDraft } from './kept-draft.ts';

/** A draft without its pictures, which are no text. */
export type TypedText = Omit<KeptDraft, 'pictures'>;

/**
 * The newest text of each file in `localStorage`, which takes it before the next key: a database takes longer, and a
 * page that dies meanwhile would lose the last keys.
 */
export interface LastKeys {
  keep: (typed: TypedText) => void;
  /** The database has it now, unless something newer was typed. */
  release: (typed: TypedText) => void;
  all: () => TypedText[];
  forget: (path: string) => void;
}

/** @param paper what tells this paper from others whose desk has the same origin */
export const lastKeysOf = (paper: string): LastKeys => {
  const start = `bevolve-desk-typed ${paper} `;
  const asText = ({ path, text, baseText, baseVersion, when }: TypedText): string =>
    JSON.stringify({ path, text, baseText, baseVersion, when });
  const attempt = <Result>(task: () => Result): Result | undefined => {
    try {
      return task();
    } catch {
      // Refused or full: the database alone has it.
      return undefined;
    }
  };
  return {
    keep: (typed) => {
      attempt(() => {
        localStorage.setItem(start + typed.path, asText(typed));
      });
    },
    release: (typed) => {
      attempt(() => {
        const key = start + typed.path;
        if (localStorage.getItem(key) === asText(typed)) localStorage.removeItem(key);
      });
    },
    all: () =>
      attempt(() =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith(start))
          .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as TypedText),
      ) ?? [],
    forget: (path) => {
      attempt(() => {
        localStorage.removeItem(start + path);
      });
    },
  };
};
