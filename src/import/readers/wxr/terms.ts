import { slug as slugOf } from 'github-slugger';
import type { SourceTerm } from '../../model.ts';
import { decodedOnce } from '../once.ts';
import { decodedSlug } from '../slugs.ts';
import type { Fields, ItemTerm } from './records.ts';

/** The categories, or the tags, of an export. */
export interface Terms {
  /** Takes a term of the export's head. */
  add: (fields: Fields) => void;
  /** All of the head, with their parents' ids. */
  all: () => SourceTerm[];
  /** Whether a term that an item names is known. */
  knows: (term: ItemTerm) => boolean;
  /** The id of a term that an item names, and the term itself if it was not known before. */
  of: (term: ItemTerm) => { id: string; fresh?: SourceTerm };
  /** The id of the term that has this number in WordPress. */
  numbered: (number: string | undefined) => string | undefined;
}

/** A term's fields have other names in a category, in a tag, and in any other term. */
const first = (fields: Fields, ...names: string[]): string =>
  names.map((name) => fields.get(name) ?? '').find((value) => value !== '') ?? '';

/** @param type what the paper calls these terms */
export const exportTerms = (type: SourceTerm['type']): Terms => {
  const bySlug = new Map<string, SourceTerm>();
  const byName = new Map<string, SourceTerm>();
  const byNumber = new Map<string, string>();
  /** Slugs or names of parents, by the ids of their children. */
  const parents = new Map<string, string>();
  const ids = new Set<string>();

  const create = (slug: string, name: string, number: string): SourceTerm => {
    const wanted = number !== '' && number !== '0' ? number : slug;
    const id = [wanted, slug, `${slug} ${type}`].find((candidate) => !ids.has(candidate)) ?? slug;
    const term: SourceTerm = { type, id, slug, name };
    ids.add(id);
    bySlug.set(slug, term);
    if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), term);
    return term;
  };

  const parentOf = (term: SourceTerm): string | undefined => {
    const known = parents.get(term.id);
    if (known === undefined) return undefined;
    const parent = bySlug.get(decodedSlug(known)) ?? byName.get(decodedOnce(known).toLowerCase());
    return parent === undefined || parent === term ? undefined : parent.id;
  };

  const find = ({ nicename, name }: ItemTerm): SourceTerm | undefined => {
    const slug = decodedSlug(nicename);
    return slug === '' ? byName.get(decodedOnce(name).toLowerCase()) : bySlug.get(slug);
  };

  /** Parents that go round in a circle are none. */
  const isInCircle = (term: SourceTerm): boolean => {
    const seen = new Set([term.id]);
    const byId = new Map([...bySlug.values()].map((each) => [each.id, each]));
    for (let at = parentOf(term); at !== undefined;) {
      if (seen.has(at)) return true;
      seen.add(at);
      const next = byId.get(at);
      at = next === undefined ? undefined : parentOf(next);
    }
    return false;
  };

  return {
    add: (fields) => {
      const number = first(fields, 'wp:term_id');
      const name = decodedOnce(first(fields, 'wp:cat_name', 'wp:tag_name', 'wp:term_name'));
      const nicename = first(fields, 'wp:category_nicename', 'wp:tag_slug', 'wp:term_slug');
      const slug = decodedSlug(nicename) || slugOf(name);
      if (slug === '') return;
      const known = bySlug.get(slug);
      const term = known ?? create(slug, name || slug, number);
      if (number !== '' && !byNumber.has(number)) byNumber.set(number, term.id);
      const description = first(
        fields,
        'wp:category_description',
        'wp:tag_description',
        'wp:term_description',
      );
      if (description !== '') term.description ??= description;
      const parent = first(fields, 'wp:category_parent', 'wp:term_parent');
      if (parent !== '' && parent !== '0' && !parents.has(term.id)) parents.set(term.id, parent);
    },
    all: () =>
      [...bySlug.values()].map((term) => ({
        ...term,
        parent: isInCircle(term) ? undefined : parentOf(term),
      })),
    knows: (term) => find(term) !== undefined,
    of: (term) => {
      const known = find(term);
      if (known !== undefined) return { id: known.id };
      const slug = decodedSlug(term.nicename);
      const name = decodedOnce(term.name);
      const fresh = create(slug || slugOf(name) || name, name || slug, '');
      return { id: fresh.id, fresh };
    },
    numbered: (number) => (number === undefined ? undefined : byNumber.get(number.trim())),
  };
};
