import { type Kind, traitsOf } from '../schemas/kinds.ts';

/** Between the parts of a label. */
export const labelGap = ' · ';

/**
 * What a story is labelled with: its kind, where that must be named, and its own kicker. The one place for its page, its
 * text page and lists alike, so that an opinion with a kicker is still called one.
 * @param kinds the names of the kinds
 * @returns undefined for plain news without a kicker
 */
export const labelOf = (
  { kind, kicker }: { kind: Kind; kicker?: string | undefined },
  kinds: Readonly<Record<Kind, string>>,
): string | undefined => {
  const name = traitsOf(kind).labelled ? kinds[kind] : undefined;
  // A kicker may be the same word as the kind: “Analysis”.
  const parts = [...new Set([name, kicker])].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(labelGap);
};
