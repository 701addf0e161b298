/** The fields of a section that the tree needs. */
interface Nested {
  id: string;
  /** The id of the section that contains it. */
  parent?: string | undefined;
}

/** How sections are nested. */
export interface SectionTree<S> {
  /** Top-level sections, in order. */
  top: readonly S[];
  /** The sections directly within a section, in order. */
  within: (id: string) => readonly S[];
  /** The path to a section: the top-level one first, itself last; empty if there is no such section. */
  wayTo: (id: string) => readonly S[];
}

/**
 * Builds the tree of sections. A missing or circular parent counts as none; the check reports it.
 * @param sections in display order
 */
export const sectionTree = <S extends Nested>(sections: readonly S[]): SectionTree<S> => {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const climb = (id: string): S[] => {
    // A set keeps the order.
    const way = new Set<S>();
    for (let step = byId.get(id); step; step = byId.get(step.parent ?? '')) {
      if (way.has(step)) return [...way].slice(0, 1);
      way.add(step);
    }
    return [...way].reverse();
  };
  const ways = new Map(sections.map(({ id }) => [id, climb(id)]));
  const parts = new Map<string, S[]>();
  const top: S[] = [];
  for (const section of sections) {
    const parent = ways.get(section.id)?.at(-2);
    if (!parent) top.push(section);
    else parts.set(parent.id, [...(parts.get(parent.id) ?? []), section]);
  }
  return { top, within: (id) => parts.get(id) ?? [], wayTo: (id) => ways.get(id) ?? [] };
};
