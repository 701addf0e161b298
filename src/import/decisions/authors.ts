import type { SourceAuthor } from '../model.ts';
import { idFrom, type Ids } from './names.ts';

/** An author of the paper, as its file says it. */
export interface Author {
  id: string;
  name: string;
  type: 'person' | 'organization';
  bio: string | undefined;
  links: string[];
}

/** Names of accounts that a newsroom shares. */
const shared =
  /^(?:.*\b)?(?:admin(?:istrator)?|news ?desk|news ?room|redaktion|rédaction|staff|team|editors?|editorial|webmaster|press)(?:\b.*)?$|редакц|адмін/iu;

export interface AuthorPlan {
  authors: Author[];
  /** The author of each source id. */
  ofSource: Map<string, string>;
  /** For the mapping file: each name, and its author. */
  mapped: Record<string, string>;
  /** Whoever signs entries that have no author. */
  fallback: string;
  /** Names that were e-mail addresses, and what they became. */
  renamed: string[];
}

/**
 * Decides who the paper's authors are. Two accounts with one name are one author. A name that is an e-mail address is
 * never written: the author gets a neutral one.
 * @param used source ids of authors of public entries
 * @param chosen the mapping file's choices, by name
 * @param newsroom the name of whoever signs entries without an author
 */
export const planAuthors = (
  all: ReadonlyMap<string, SourceAuthor>,
  used: ReadonlySet<string>,
  chosen: Readonly<Record<string, string>>,
  newsroom: string,
  ids: Ids,
  needsFallback: boolean,
): AuthorPlan => {
  const plan: AuthorPlan = {
    authors: [],
    ofSource: new Map(),
    mapped: {},
    fallback: '',
    renamed: [],
  };
  const byId = new Map<string, Author>();
  const add = (author: Author): string => {
    if (!byId.has(author.id)) {
      byId.set(author.id, author);
      plan.authors.push(author);
    }
    return author.id;
  };
  const byName = new Map<string, string>();
  for (const source of all.values()) {
    if (!used.has(source.id)) continue;
    const isMail = /\S@\S/.test(source.name);
    if (isMail || source.name.trim() === '')
      plan.renamed.push(source.name.trim() === '' ? 'an empty name' : 'an e-mail address');
    const name =
      isMail || source.name.trim() === ''
        ? `Contributor ${String(plan.renamed.length)}`
        : source.name.trim().slice(0, 100);
    const key = name.normalize('NFC').toLowerCase();
    const id = byName.get(key) ?? chosen[name] ?? ids.take(idFrom(name) || 'author');
    byName.set(key, id);
    plan.mapped[name] = id;
    plan.ofSource.set(
      source.id,
      add({
        id,
        name,
        type: (source.isOrganization ?? shared.test(name)) ? 'organization' : 'person',
        bio: source.bio,
        links: source.links ?? [],
      }),
    );
  }
  if (needsFallback) {
    const name = newsroom.slice(0, 100) || 'Newsroom';
    const id =
      byName.get(name.toLowerCase()) ?? chosen[name] ?? ids.take(idFrom(name) || 'newsroom');
    plan.mapped[name] = id;
    plan.fallback = add({ id, name, type: 'organization', bio: undefined, links: [] });
  }
  return plan;
};
