import { addressed, type Addresses } from '../addresses.ts';
import type { Copy, Entry } from '../copy/read.ts';
import { openFrom } from '../edition/public.ts';
import { addressKey, type Redirects } from '../hosts/redirect.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import { cleanAddress } from '../schemas/address.ts';
import type { PageCopy } from '../schemas/page.ts';
import type { Rule } from '../schemas/values.ts';
import type { Known } from './known-names.ts';
import { unsureIds } from './unsure-ids.ts';

/** The addresses of pages and files, by their keys: those of this edition, and those that a later one may have too. */
export interface Served {
  now: ReadonlyMap<string, string>;
  ever: Pick<ReadonlySet<string>, 'has'>;
}

/** An article or page that links may lead to. */
export type Target = Entry<ArticleCopy> | Entry<PageCopy>;

/** What is wrong with a link. */
export type LinkFault = Rule & { found: string };

/** Who links: when readers see it, in milliseconds since 1970; undefined for a draft. */
export type Opens = number | undefined;

const keyOf = (path: string): string | undefined => {
  try {
    return addressKey(path.normalize('NFC'));
  } catch {
    return undefined;
  }
};

const bare = (path: string): string => decodeURI(path).replace(/(?:\/index\.html|\/)$/, '');

/** When an entry's page opens; a page is always open. */
export const opensAt = ({ data }: { data: object }): Opens =>
  'published' in data
    ? (data as ArticleCopy).draft
      ? undefined
      : openFrom(data as ArticleCopy)
    : Number.NEGATIVE_INFINITY;

/** Knows where links within the paper lead. */
export interface OwnLinks {
  /** What is wrong with a path on this site, as written in copy, for somebody who opens at a moment. */
  faultOf: (path: string, opens: Opens) => LinkFault | undefined;
  /** The article or page at such a path. */
  entryAt: (path: string) => Target | undefined;
  /** The address of an article or page, as an editor writes it; undefined if the publication file decides it, but could not be read. */
  addressOf: (entry: Target) => string | undefined;
}

/** Does something when it is first asked for, and remembers what came of it. */
const lazily = <T>(work: () => T): (() => T) => {
  let done: { result: T } | undefined;
  return () => (done ??= { result: work() }).result;
};

/** The articles and pages by the keys of their addresses, and by their ids; and the address of each. */
const entriesOf = (copy: Copy, addresses: Addresses) => {
  const withBase = new Map<Target, string>([
    ...copy.articles.map((entry) => [entry, addresses.article(addressed(entry))] as const),
    ...copy.pages.map((entry) => [entry, addresses.page(entry.id)] as const),
  ]);
  const byKey = new Map<string, Target>();
  const byId = new Map<string, Target>();
  for (const [entry, address] of withBase) {
    byId.set(entry.id, entry);
    for (const one of [address, addresses.text(address)]) byKey.set(addressKey(one), entry);
  }
  return { withBase, byKey, byId };
};

/** Prepares to check links within the paper. */
export const createOwnLinks = (
  copy: Copy,
  {
    addresses,
    served,
    redirects,
    known,
    hasPublication,
    moment,
    mayServe = () => false,
  }: {
    addresses: Addresses;
    /** All entries that have a file. */
    known: Known;
    /** Whether the publication file could be read: the addresses of articles depend on it. */
    hasPublication: boolean;
    served: Served;
    redirects: Redirects;
    moment: Date;
    /** Whether a file may be served at a path on this site that nobody has listed. */
    mayServe?: ((path: string) => boolean) | undefined;
  },
): OwnLinks => {
  const find = lazily(() => entriesOf(copy, addresses));
  const old = new Set(
    [...redirects.exact, ...redirects.queried].map(({ path }) => addressKey(encodeURI(path))),
  );
  const folders = redirects.folders.map(({ path }) => addressKey(encodeURI(path)));
  const isOld = (key: string): boolean =>
    old.has(key) || folders.some((folder) => key.startsWith(folder));

  const pathOf = (address: string): string =>
    addresses.link(cleanAddress(address) ?? address).replace(/[?#].*$/, '');
  const written = (address: string): string =>
    decodeURI(
      address.startsWith(addresses.base) ? `/${address.slice(addresses.base.length)}` : address,
    );
  const addressOf = (entry: Target): string | undefined =>
    !hasPublication && 'published' in entry.data
      ? undefined
      : written(find().withBase.get(entry) ?? '');

  const heldBack = (path: string, entry: Target, opens: Opens): LinkFault | undefined => {
    const target = opensAt(entry);
    // A draft may link to anything that will be there one day.
    if (opens === undefined) return undefined;
    if (target === undefined) {
      return {
        found: `${path}, which is a draft`,
        expected: 'a page that readers can open',
        fix: 'Publish it, or take the link out until then.',
      };
    }
    if (target <= Math.max(opens, moment.getTime())) return undefined;
    return {
      found: `${path}, which opens later than this: ${(entry.data as ArticleCopy).published}`,
      expected: 'a page that is open when this is published',
      fix: 'Add the link then, or publish that story earlier.',
    };
  };
  const unsure = lazily(() => unsureIds(copy, known, hasPublication));
  const partsOf = (path: string): string[] =>
    (keyOf(pathOf(path)) ?? '')
      .replace(/(?:\.html?|\.md)?\/$/, '')
      .split('/')
      .filter(Boolean);
  const advice = (path: string): string => {
    const below = path.startsWith(addresses.base) && addresses.base !== '/';
    const meant = find().byId.get(partsOf(path).at(-1) ?? '');
    if (below && served.now.has(keyOf(pathOf(path.slice(addresses.base.length - 1))) ?? ''))
      return `Leave out ${addresses.base.slice(0, -1)}: it is added where the paper needs it.`;
    const address = meant && addressOf(meant);
    return address ? `Write ${address}.` : 'Correct it: look the address up in the built paper.';
  };
  return {
    addressOf,
    entryAt: (path) => find().byKey.get(keyOf(pathOf(path)) ?? ''),
    faultOf: (path, opens) => {
      const address = pathOf(path);
      const key = keyOf(address);
      const there = key === undefined ? undefined : served.now.get(key);
      if (there !== undefined) {
        if (there === address || bare(there) === bare(address)) return undefined;
        return {
          found: `${path}, which differs from ${written(there)} in capitals or accents`,
          expected: 'the address as it is: to most hosts the other is a different one',
          fix: `Write ${written(there)}.`,
        };
      }
      const entry = key === undefined ? undefined : find().byKey.get(key);
      if (entry) return heldBack(path, entry, opens);
      if (key !== undefined && isOld(key)) return undefined;
      if (key !== undefined && served.ever.has(key)) {
        const isOpen = opens !== undefined && opens <= moment.getTime();
        if (!isOpen) return undefined;
        return {
          found: `${path}, which has nothing in it before a story that is held back`,
          expected: 'a page that readers can open',
          fix: 'Add the link when that story is published.',
        };
      }
      if (mayServe(path) || partsOf(path).some((part) => unsure().has(part))) return undefined;
      return {
        found: `${path}, which does not exist`,
        expected: 'the address of a page, a story or a file of the paper',
        fix: advice(path),
      };
    },
  };
};
