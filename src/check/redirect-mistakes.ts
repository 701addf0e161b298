import type { Mistake } from '../copy/mistakes.ts';
import { addressKey } from '../hosts/redirect.ts';
import type { FormerAddress } from './address-mistakes.ts';

/** The keys of the folders around an address, outermost first, and of itself: `/`, `/a/`, `/a/b/`. */
const foldersOf = (key: string): string[] =>
  [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1));

const isFolder = (address: string): boolean => address.endsWith('/*');

/** The key of an address without its query, its anchor, and the star that stands for everything in a folder. */
const bareKey = (address: string): string => addressKey(address.replace(/[?#].*$|\*$/, ''));

/** An old address and its target, as written but with the base path. */
export type Redirection = Pick<FormerAddress, 'from' | 'to'>;

/**
 * Finds old addresses that do not redirect straight to a page or file: those that lead nowhere, in a circle or to
 * another redirect, and folders that cover something in the paper.
 * @param former the redirects written by hand
 * @param readyMade the redirects that the build adds
 * @param paper its base path, and the keys of all pages and files that it serves, now or later
 */
export const redirectMistakes = (
  former: readonly FormerAddress[],
  readyMade: readonly Redirection[],
  { base, pages }: { base: string; pages: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'> },
): Mistake[] => {
  const sources = new Map<string, Redirection>(
    [...readyMade, ...former].map((one) => [addressKey(one.from), one]),
  );
  const folders = new Map(
    former.filter(({ from }) => isFolder(from)).map((one) => [bareKey(one.from), one]),
  );
  const folderAround = (key: string): FormerAddress | undefined =>
    foldersOf(key)
      .map((folder) => folders.get(folder))
      .findLast((one) => one !== undefined);

  /** An address as an editor would write it. */
  const written = (address: string): string =>
    decodeURI(address.startsWith(base) ? `/${address.slice(base.length)}` : address);

  /** For each folder of old addresses, the first page or file of the paper that is in it. */
  const covered = new Map<FormerAddress, string>();
  for (const key of folders.size > 0 ? pages.keys() : []) {
    const folder = folderAround(key);
    if (folder && !covered.has(folder)) covered.set(folder, key);
  }
  const faultOf = (one: FormerAddress): Omit<Mistake, 'file' | 'field'> | undefined => {
    const { from, to } = one;
    const page = covered.get(one);
    if (page !== undefined) {
      return {
        found: `a folder of old addresses with ${written(page)} in it, which the paper uses`,
        expected: 'a folder that contains nothing of the paper',
        fix: 'Name a deeper folder, or list the old addresses one by one.',
      };
    }
    if (!to.startsWith('/')) return undefined;
    if (from.includes('?') && bareKey(to) === bareKey(from)) {
      return {
        found: `${written(to)}, which ${written(from)} shows already`,
        expected: 'another page: a query makes no difference to a host that serves files',
        fix: `Remove ${written(from)}.`,
      };
    }
    const exact = sources.get(addressKey(to.replace(/#.*$/, '')));
    if (!exact && pages.has(bareKey(to)) && !isFolder(to)) return undefined;
    const next = exact ?? sources.get(bareKey(to)) ?? folderAround(bareKey(to));
    if (next) {
      return {
        found:
          next === one
            ? `${written(to)}, which leads back to itself`
            : `${written(to)}, which redirects to ${written(next.to)}`,
        expected: 'the address of a page or file',
        fix:
          next === one
            ? `Name another, or remove ${written(from)}.`
            : `Point it straight at ${written(next.to)}.`,
      };
    }
    if (isFolder(to)) return undefined;
    return {
      found: `${written(to)}, which does not exist`,
      expected: 'the address of a page or file',
      fix: 'Correct it: look the address up in the built paper.',
    };
  };
  return former.flatMap((one) => {
    const fault = faultOf(one);
    return fault ? [{ file: one.file, field: one.field, ...fault }] : [];
  });
};
