/** A text that a story had, and what was read of it. */
export interface KnownState<Ref> {
  /** From when on it was in the paper's folder, in milliseconds since 1970. */
  at: number;
  /** From when on it could be read; undefined if never: a draft, or no file. */
  open: number | undefined;
  /** From when on it could be read no more; undefined if always. */
  close?: number | undefined;
  /** A digest of its words. */
  key: string;
  /** Where its text is. */
  ref: Ref;
}

/** A public version of a story. */
export interface Version<Ref> {
  /** Since when readers had it, in milliseconds since 1970. */
  at: number;
  key: string;
  ref: Ref;
}

/** Without those of some seconds, as if the words before had stayed. The last is what readers have on the story's page. */
export const withoutVersions = <Ref>(
  versions: readonly Version<Ref>[],
  seconds: ReadonlySet<number>,
): Version<Ref>[] =>
  versions
    .filter(({ at }, n) => n === versions.length - 1 || !seconds.has(Math.floor(at / 1000) * 1000))
    .filter(({ key }, n, left) => left[n - 1]?.key !== key);

/**
 * The public versions of a story, the oldest first. Each text held until the next one; it was public for as much of that
 * time as its own draft, publication and embargo, and those of the story as it is now, allow. What was never public is no
 * version, and neither is what has the same words as the version before.
 * @param states its texts, the oldest first
 * @param opens when the story as it is now could first be read
 * @param moment the edition's: what came later is as if it came then
 */
export const publicVersions = <Ref>(
  states: readonly KnownState<Ref>[],
  opens: number,
  moment: number,
): Version<Ref>[] => {
  const versions: Version<Ref>[] = [];
  for (const [n, { at, open, close = Infinity, key, ref }] of states.entries()) {
    const next = states[n + 1];
    const until = next ? Math.min(next.at, moment, close) : Infinity;
    if (open === undefined) continue;
    const from = Math.max(Math.min(at, moment), open, opens);
    // The last one is what this edition shows.
    if (from >= until || from > moment) continue;
    if (versions.at(-1)?.key !== key) versions.push({ at: from, key, ref });
  }
  return versions;
};
