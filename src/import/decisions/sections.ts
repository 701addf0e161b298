import type { SourceTerm } from '../model.ts';
import { idFrom, type Ids } from './names.ts';
import type { Summary, Survey } from './survey.ts';

/** A section of the paper, made from a category. */
export interface Section {
  id: string;
  title: string;
  description: string;
  order: number;
  /** The id of the section that contains it. */
  parent: string | undefined;
}

/** A category's slug after those of the categories above it, as addresses and the mapping file name it. */
export const pathOfSection = (term: SourceTerm, all: ReadonlyMap<string, SourceTerm>): string[] => {
  const way: SourceTerm[] = [];
  for (
    let step: SourceTerm | undefined = term;
    step !== undefined && !way.includes(step);
    step = step.parent === undefined ? undefined : all.get(step.parent)
  ) {
    way.unshift(step);
  }
  return way.map(({ slug, name, id }) => slug || idFrom(name) || id);
};

/**
 * The category that an entry belongs to: the one that the source prefers, else the deepest; of equally deep ones, the
 * first.
 */
export const mainSection = (
  { primarySection, sections }: Pick<Summary, 'primarySection' | 'sections'>,
  all: ReadonlyMap<string, SourceTerm>,
): SourceTerm | undefined => {
  const given = sections.flatMap((id) => all.get(id) ?? []);
  const preferred = primarySection === undefined ? undefined : all.get(primarySection);
  if (preferred) return preferred;
  const depth = (term: SourceTerm): number => pathOfSection(term, all).length;
  return given.reduce<SourceTerm | undefined>(
    (best, term) => (best === undefined || depth(term) > depth(best) ? term : best),
    undefined,
  );
};

/** Sections that stand in several places of a plan. */
export interface SectionPlan {
  sections: Section[];
  /** The section of each category, by the category's id; left-out ones are missing. */
  ofTerm: Map<string, string>;
  /** For the mapping file: each category's path, and its section. */
  mapped: Record<string, string>;
  /** Where entries without a category go. */
  fallback: string;
}

/**
 * Decides which categories become sections: those that public entries are in, and the ones above them.
 * @param used ids of categories that stories have as their main one
 * @param chosen the mapping file's choices, by path
 * @param ids gives out ids that no page and no address of the paper has
 */
export const planSections = (
  { sections: terms, title = '' }: Pick<Survey, 'sections' | 'title'>,
  used: ReadonlySet<string>,
  chosen: Readonly<Record<string, string>>,
  ids: Ids,
  needsFallback: boolean,
): SectionPlan => {
  const wanted = new Set<string>();
  for (const id of used) {
    for (let step = terms.get(id); step && !wanted.has(step.id);) {
      wanted.add(step.id);
      step = step.parent === undefined ? undefined : terms.get(step.parent);
    }
  }
  const plan: SectionPlan = { sections: [], ofTerm: new Map(), mapped: {}, fallback: '' };
  const byId = new Map<string, Section>();
  const add = (section: Section): void => {
    if (byId.has(section.id)) return;
    byId.set(section.id, section);
    plan.sections.push(section);
  };
  for (const term of terms.values()) {
    if (!wanted.has(term.id)) continue;
    const path = pathOfSection(term, terms);
    const key = path.join('/');
    const choice = chosen[key];
    if (choice === 'skip') {
      plan.mapped[key] = 'skip';
      continue;
    }
    const id = choice ?? ids.take(idFrom(term.slug) || idFrom(term.name), ['stories']);
    plan.ofTerm.set(term.id, id);
    plan.mapped[key] = id;
    add({
      id,
      title: term.name.slice(0, 60).trim() || id,
      description:
        term.description?.slice(0, 300).trim() || [term.name, title].filter(Boolean).join(' – '),
      order: plan.sections.length + 1,
      parent: undefined,
    });
  }
  for (const term of terms.values()) {
    const id = plan.ofTerm.get(term.id);
    const parent = term.parent === undefined ? undefined : plan.ofTerm.get(term.parent);
    const section = id === undefined ? undefined : byId.get(id);
    if (section && parent !== undefined && parent !== id) section.parent ??= parent;
  }
  if (needsFallback) {
    const [first] = plan.sections;
    plan.fallback = first?.id ?? ids.take('news', ['stories']);
    if (!first) {
      add({
        id: plan.fallback,
        title: 'News',
        description: title || 'News',
        order: 1,
        parent: undefined,
      });
    }
  }
  return plan;
};
