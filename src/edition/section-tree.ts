/** A section as far as the tree needs to know it. */
interface Nested {
  id: string;
  /** The id of the section that it is a part of. */
  parent?: string | undefined;
}

/** How the sections lie within each other. */
export interface SectionTree<S> {
  /** Sections that are no part of another, in their order. */
  top: readonly S[];
  /** The parts of a section, in their order. */
  within: (id: string) => readonly S[];
  /** The way down to a section: the top one first, itself last; empty where there is no such section. */
  wayTo: (id: string) => readonly S[];
}

/**
 * Makes the tree of sections. A parent that is not there, or that leads back to its own part, counts as none: the
 * check tells it.
 * @param sections in the order that lists show
 */
export const sectionTree = <S extends Nested>(sections: readonly S[]): SectionTree<S> => {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const climb = (id: string): S[] => {
    const way: S[] = [];
    for (let step = byId.get(id); step; step = byId.get(step.parent ?? '')) {
      if (way.includes(step)) return way.slice(0, 1);
      way.push(step);
    }
    return way.reverse();
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
