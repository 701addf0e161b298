import type { SectionTree } from '../edition/section-tree.ts';

/** What the style of a section needs of it. */
interface Accented {
  id: string;
  parent?: string | undefined;
  accent?: string | undefined;
}

/** A section's own colour, or that of the nearest section around it that has one. */
export const accentOf = (tree: SectionTree<Accented>, id: string): string | undefined =>
  tree.wayTo(id).findLast(({ accent }) => accent !== undefined)?.accent;

/** An id as a CSS string (CSS Syntax Level 3). It cannot end the string or the style element. */
const quoted = (id: string): string =>
  /^[a-z][\w-]*$/i.test(id)
    ? id
    : `"${id.replaceAll(/["\\<\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `)}"`;

/**
 * The colours of sections, for elements that name theirs in `data-section`. Those whose section has none keep the
 * token's value.
 * @param ids the sections that the page shows
 * @param ruled whether strong lines in those elements have the colour too
 */
export const accentStyle = (
  tree: SectionTree<Accented>,
  ids: readonly string[],
  ruled: boolean,
): string => {
  const groups = Map.groupBy(
    [...new Set(ids)].filter((id) => accentOf(tree, id) !== undefined),
    (id) => accentOf(tree, id),
  );
  const rules = [...groups].map(
    ([accent = '', members]) =>
      `${members.map((id) => `[data-section=${quoted(id)}]`).join()}{--accent:${accent.replaceAll(/\s/g, '')}${ruled ? ';--rule-strong:var(--accent)' : ''}}`,
  );
  // In a layer below the components and the theme: a live story's kicker stays red, and a theme wins.
  return rules.length === 0 ? '' : `@layer tokens{${rules.join('')}}`;
};
