import type { SourceAuthor } from '../../model.ts';
import { decodedOnce } from '../once.ts';
import { decodedSlug } from '../slugs.ts';
import { guestNameFrom, looksLikeName, nameFromSlug } from './person-names.ts';
import type { Fields, Item, ItemTerm } from './records.ts';

/** Everybody whom an export names. Logins and e-mail addresses stay in here: they are never ids or names. */
export interface People {
  /** Takes an author of the export's head. */
  addAuthor: (fields: Fields) => void;
  /** Takes a term of the taxonomy that plugins for several authors keep. */
  addTerm: (fields: Fields) => void;
  /** The authors of the head. */
  all: () => SourceAuthor[];
  /** Who is meant by the creator of an item; undefined if only a login is known. */
  creator: (login: string, isOldFormat: boolean) => Named | undefined;
  /** Who is meant by an item's term of that taxonomy. */
  coAuthor: (term: ItemTerm) => string;
  /** The guest author whom an item describes. */
  guest: (item: Item) => SourceAuthor;
  /** Guests that items have named and no item has described. */
  others: () => SourceAuthor[];
}

interface Named {
  id: string;
  fresh?: SourceAuthor;
}

const isWeb = (url: string): boolean => /^https?:\/\/[^\s"<>]+$/i.test(url);

const isMail = (text: string): boolean => /\S@\S/.test(text);

/** What a login, its slug and the slug of a guest author have in common. */
const keyOf = (text: string): string =>
  decodedSlug(text)
    .toLowerCase()
    .replace(/^cap-/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

export const exportPeople = (): People => {
  const authors: SourceAuthor[] = [];
  const ids = new Set<string>();
  const byLogin = new Map<string, string>();
  const byName = new Map<string, string>();
  /** Names of guests from their terms, by their keys. */
  const termNames = new Map<string, string>();
  const guests = new Map<string, { id: string; name: string; isDescribed: boolean }>();

  const add = (id: string, name: string): SourceAuthor => {
    const author: SourceAuthor = { type: 'author', id, name };
    authors.push(author);
    ids.add(id);
    if (name !== '' && !byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), id);
    return author;
  };

  const guestOf = (key: string): { id: string; name: string; isDescribed: boolean } => {
    const known = guests.get(key);
    if (known !== undefined) return known;
    const guest = {
      id: `guest-${guests.size + 1}`,
      name: termNames.get(key) ?? '',
      isDescribed: false,
    };
    guests.set(key, guest);
    return guest;
  };

  return {
    addAuthor: (fields) => {
      const login = fields.get('wp:author_login') ?? '';
      const key = login.toLowerCase();
      if (byLogin.has(key)) return;
      const parts = ['wp:author_first_name', 'wp:author_last_name'].map((name) => fields.get(name));
      const shown = decodedOnce(fields.get('wp:author_display_name') ?? '');
      const whole = decodedOnce(parts.filter((part) => part !== undefined).join(' '));
      const name = [shown, whole].find((each) => each !== '' && !isMail(each)) ?? '';
      const number = fields.get('wp:author_id') ?? '';
      const wanted = `user-${number}`;
      const id =
        /^[1-9]\d*$/.test(number) && !ids.has(wanted) ? wanted : `user-x${authors.length + 1}`;
      byLogin.set(key, id);
      if (!byLogin.has(keyOf(login))) byLogin.set(keyOf(login), id);
      add(id, name);
    },
    addTerm: (fields) => {
      const login = fields.get('wp:term_name') ?? '';
      const key = keyOf(fields.get('wp:term_slug') ?? login);
      const name = guestNameFrom(decodedOnce(fields.get('wp:term_description') ?? ''), login);
      if (name !== '' && !termNames.has(key)) termNames.set(key, name);
    },
    all: () => [...authors],
    creator: (login, isOldFormat) => {
      const known =
        byLogin.get(login.toLowerCase()) ?? byName.get(decodedOnce(login).toLowerCase());
      if (known !== undefined) return { id: known };
      // Before version 1.1, and in exports of other programs, the creator is a name.
      if (isMail(login) || !(isOldFormat || looksLikeName(login))) return undefined;
      const fresh = add(`creator-${authors.length + 1}`, decodedOnce(login));
      return { id: fresh.id, fresh };
    },
    coAuthor: ({ nicename, name }) => {
      const key = keyOf(nicename || name);
      const user =
        byLogin.get(name.toLowerCase()) ??
        byLogin.get(key) ??
        byName.get(decodedOnce(name).toLowerCase());
      if (user !== undefined) return user;
      const guest = guestOf(key);
      if (guest.name === '')
        guest.name = looksLikeName(name) ? decodedOnce(name) : nameFromSlug(key);
      return guest.id;
    },
    guest: ({ fields, meta }) => {
      const value = (key: string): string => decodedOnce(meta.get(`cap-${key}`)?.[0] ?? '');
      const guest = guestOf(keyOf(fields.get('wp:post_name') ?? value('user_login')));
      guest.isDescribed = true;
      const whole = `${value('first_name')} ${value('last_name')}`.trim();
      const title = decodedOnce(fields.get('title') ?? '');
      const names = [value('display_name'), whole, title];
      const website = value('website');
      const bio = value('description');
      return {
        type: 'author',
        id: guest.id,
        name: names.find((name) => name !== '' && !isMail(name)) ?? '',
        bio: bio === '' ? undefined : bio,
        links: isWeb(website) ? [website] : undefined,
      };
    },
    others: () =>
      [...guests.values()]
        .filter(({ isDescribed }) => !isDescribed)
        .map(({ id, name }) => ({ type: 'author', id, name })),
  };
};
