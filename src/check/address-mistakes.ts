import { addressed, type Addresses } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { addressKey } from '../hosts/redirect.ts';
import type { Scope } from '../edition/public.ts';
import { changesOwner, type OwnPlaces } from '../lists/own-addresses.ts';
import { claimFormerPlaces, type FormerPlace } from './former-places.ts';

/** An old address and its target, both as written but with the base path, and the file and field that name them. */
export interface FormerAddress {
  from: string;
  to: string;
  file: string;
  field: string;
}

/** A file that is served as it is. */
export interface ServedFile {
  /** Its path from the site's root. */
  path: string;
  /** Its path from the paper's folder, as mistakes name it. */
  shown: string;
}

/** What claims addresses beside the copy and the publication. */
export interface AddressSetting extends Scope {
  files: readonly ServedFile[];
  /** The publication file, as mistakes name it. */
  publicationFile: string;
}

const formerAddresses = ({ articles, redirects }: Copy, addresses: Addresses): FormerAddress[] => [
  ...articles.flatMap((story) =>
    story.data.formerUrls.map((url, n) => ({
      from: addresses.link(url),
      to: addresses.article(addressed(story)),
      file: story.shown,
      field: `formerUrls.${String(n)}`,
    })),
  ),
  ...redirects.entries.map(([from, to]) => ({
    from: addresses.link(from),
    to: addresses.own(to),
    file: redirects.shown,
    field: from,
  })),
];

/**
 * Gives every address an owner and finds those claimed twice.
 * @param places what the paper itself occupies
 * @returns old addresses that nothing else uses: `former` are written by hand, first those of articles, then those of
 *   `redirects.yaml`; `places` follow from former permalinks
 */
export const claimAddresses = (
  copy: Copy,
  addresses: Addresses,
  { owned }: Pick<OwnPlaces, 'owned'>,
  { files, publicationFile }: Pick<AddressSetting, 'files' | 'publicationFile'>,
): { former: FormerAddress[]; places: FormerPlace[]; mistakes: Mistake[] } => {
  const own = new Map<string, string>();
  for (const [address, owner] of owned) own.set(addressKey(address), owner);
  const owners = new Map(own);
  // The build itself writes everything in these folders.
  const folders = [
    [addresses.search.toLowerCase(), 'the search page'],
    [addresses.text(addresses.front).toLowerCase(), 'the text-only edition'],
  ] as const;
  const mistakes: Mistake[] = [];
  const hasVersions = owned.some(([, owner]) => owner === changesOwner);
  const isVersion = (key: string): boolean =>
    hasVersions && own.get(key.replace(/[1-9]\d*\/$/, '')) === changesOwner;
  const ownerOf = (key: string): string | undefined =>
    owners.get(key) ??
    folders.find(([prefix]) => key.startsWith(prefix))?.[1] ??
    (isVersion(key) ? changesOwner : undefined);
  const claim = (address: string, file: string, field?: string): boolean => {
    const key = addressKey(address);
    const owner = ownerOf(key);
    if (owner === undefined) {
      owners.set(key, file);
      return true;
    }
    mistakes.push({
      file,
      ...(field ? { field } : {}),
      found: `the address ${decodeURI(address)}, already used by ${owner}`,
      expected: 'an address of its own',
      fix:
        own.has(key) || isVersion(key)
          ? `${field ? 'Remove it' : 'Rename the file or its folder'}: the paper needs that address itself.`
          : field
            ? 'Remove it here or there.'
            : 'Rename one of the two files or folders.',
    });
    return false;
  };

  for (const { id, shown } of copy.sections) claim(addresses.section(id), shown);
  for (const { id, shown } of copy.pages) claim(addresses.page(id), shown);
  for (const { id, shown } of copy.authors) claim(addresses.author(id), shown);
  const ids = new Map<string, string>();
  for (const story of copy.articles) {
    const { id, shown } = story;
    const first = ids.get(id);
    if (first === undefined) {
      ids.set(id, shown);
      claim(addresses.article(addressed(story)), shown);
      continue;
    }
    mistakes.push({
      file: shown,
      found: `the name "${id}", already used by ${first}`,
      expected: 'a name of its own: addresses and links to related stories depend on it',
      fix: 'Rename one of the two files or folders.',
    });
  }
  const former = formerAddresses(copy, addresses).filter(({ from, file, field }) =>
    claim(from, file, field),
  );
  // A public file would overwrite what the build writes to the same address, or be overwritten.
  for (const { path, shown } of files) claim(addresses.file(encodeURI(path)), shown);

  const written = new Map(former.map(({ from, to }) => [addressKey(from), addressKey(to)]));
  const formerly = claimFormerPlaces(
    copy,
    addresses,
    { ownerOf, own: (key, owner) => void owners.set(key, owner), written },
    publicationFile,
  );
  return { former, places: formerly.places, mistakes: [...mistakes, ...formerly.mistakes] };
};
