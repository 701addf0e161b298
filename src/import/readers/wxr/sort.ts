import type { SourceItem } from '../../model.ts';
import type { Repairs } from '../repairs.ts';
import { entryOf, partOf } from './entries.ts';
import type { People } from './people.ts';
import type { Item, ItemTerm } from './records.ts';
import type { Site } from './site.ts';
import { furnitureOf } from './states.ts';
import type { Terms } from './terms.ts';
import { fileOf } from './uploads.ts';

/** What all the files of an export share. */
export interface Export {
  site: Site;
  people: People;
  sections: Terms;
  topics: Terms;
  /** Before version 1.1, creators are names instead of logins. */
  isOldFormat: boolean;
}

/** Taxonomies of WordPress's own that are neither sections nor topics, and mean nothing to a paper. */
const silent = new Set(['post_format', 'author', 'nav_menu', 'language', 'post_translations']);

/** WordPress 2 named each category and tag twice: once by its name alone. */
const isRepeated = (term: ItemTerm, all: readonly ItemTerm[]): boolean =>
  term.nicename === '' && all.some(({ nicename, name }) => nicename !== '' && name === term.name);

/** Sections and topics that an item names, and the items of those that were not in the export's head. */
const termsOf = (
  { terms, place }: Item,
  { sections, topics }: Export,
  repairs: Repairs,
): { sections: string[]; topics: string[]; fresh: SourceItem[]; others: string[] } => {
  const found = { sections: new Set<string>(), topics: new Set<string>() };
  const fresh: SourceItem[] = [];
  const others = new Set<string>();
  const take = (term: ItemTerm, kind: keyof typeof found): void => {
    const { id, fresh: created } = (kind === 'sections' ? sections : topics).of(term);
    found[kind].add(id);
    if (created !== undefined) fresh.push(created);
  };
  for (const term of terms) {
    const { domain, nicename, name } = term;
    if ((name === '' && nicename === '') || isRepeated(term, terms)) continue;
    if (domain === 'category') take(term, 'sections');
    else if (domain === 'post_tag' || domain === 'tag') take(term, 'topics');
    else if (domain === undefined || domain === '') {
      repairs.count('noDomain', place);
      take(term, topics.knows(term) && !sections.knows(term) ? 'topics' : 'sections');
    } else if (!silent.has(domain)) others.add(domain);
  }
  return {
    sections: [...found.sections],
    topics: [...found.topics],
    fresh,
    others: [...others],
  };
};

/** Authors of an item, in order, and the items of those that were not in the export's head. */
const authorsOf = (
  item: Item,
  { people, isOldFormat }: Export,
  repairs: Repairs,
): { ids: string[]; fresh: SourceItem[] } => {
  const several = item.terms.filter(({ domain }) => domain === 'author').map(people.coAuthor);
  if (several.length > 0) return { ids: [...new Set(several)], fresh: [] };
  const login = item.fields.get('dc:creator') ?? '';
  if (login === '') return { ids: [], fresh: [] };
  const creator = people.creator(login, isOldFormat);
  if (creator === undefined) repairs.count('login', item.place);
  return {
    ids: creator === undefined ? [] : [creator.id],
    fresh: creator?.fresh === undefined ? [] : [creator.fresh],
  };
};

/** Says what an item of an export is to the paper. */
export const sortItem = (item: Item, whole: Export, repairs: Repairs): SourceItem[] => {
  const { fields } = item;
  const type = fields.get('wp:post_type') ?? 'post';
  const status = fields.get('wp:status') ?? '';
  whole.site.met(fields.get('guid'));
  whole.site.met(fields.get('wp:attachment_url'));
  if (type === 'attachment') {
    if (status === 'trash') return [{ type: 'rest', what: 'attachment in the bin' }];
    const { file, isMended } = fileOf(item);
    if (isMended) repairs.count('settings', item.place);
    return [file];
  }
  if (type === 'wp_block') return [partOf(item)];
  if (type === 'guest-author') return [whole.people.guest(item)];
  const furniture = furnitureOf(type);
  if (furniture !== undefined) return [{ type: 'rest', what: furniture }];
  const terms = termsOf(item, whole, repairs);
  const authors = authorsOf(item, whole, repairs);
  const entry = entryOf(
    item,
    {
      authors: authors.ids,
      sections: terms.sections,
      topics: terms.topics,
      sectionNumbered: whole.sections.numbered,
    },
    repairs,
  );
  const others = terms.others.map(
    (domain) => ({ type: 'rest', what: `term of ${domain}` }) as const,
  );
  return [...terms.fresh, ...authors.fresh, ...others, entry];
};
