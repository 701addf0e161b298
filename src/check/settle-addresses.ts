import type { Addresses } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { isShown } from '../edition/public.ts';
import { addressKey, type Redirects, sortRedirects } from '../hosts/redirect.ts';
import { wordPressAddresses } from '../hosts/wordpress.ts';
import type { Publication } from '../schemas/publication.ts';
import { type AddressSetting, claimAddresses } from './address-mistakes.ts';
import { type OwnPlaces, ownPlaces, printedAddresses } from '../lists/own-addresses.ts';
import type { Served } from './own-links.ts';
import { type Redirection, redirectMistakes } from './redirect-mistakes.ts';

/** Knows some addresses by their keys. */
type KnownKeys = Pick<ReadonlyMap<string, string>, 'has'>;

const byKey = (addresses: readonly string[]): Map<string, string> => {
  const known = new Map<string, string>();
  for (const address of addresses) known.set(addressKey(address), address);
  return known;
};

/** Splits an address before its query or anchor. */
const split = (address: string): [path: string, rest: string] => {
  const path = address.replace(/[?#].*$/, '');
  return [path, address.slice(path.length)];
};

/**
 * If a whole folder redirects to a place that has redirects of its own, these also get an address in the folder: with
 * `/blog/*: /*` and `/feed/: /rss.xml`, `/blog/feed/` needs one step, not two.
 */
const shortcuts = (
  redirections: readonly [from: string, to: string][],
  taken: KnownKeys,
): [from: string, to: string][] => {
  const folders = redirections
    .filter(([from, to]) => from.endsWith('/*') && to.endsWith('/*') && to.startsWith('/'))
    .map(([from, to]) => ({ from: from.slice(0, -1), to: decodeURI(to.slice(0, -1)) }));
  if (folders.length === 0) return [];
  const read = redirections.map(([from, to]) => {
    const old = decodeURI(from);
    return { from, to, old, lower: old.toLowerCase() };
  });
  return folders.flatMap((folder) => {
    const target = folder.to.toLowerCase();
    return read.flatMap(({ from, to, old, lower }): [string, string][] => {
      if (!lower.startsWith(target)) return [];
      if (from.startsWith(folder.from)) return [];
      const below = folder.from + old.slice(folder.to.length);
      return taken.has(addressKey(below)) ? [] : [[below, to]];
    });
  });
};

/**
 * A redirect written by hand may name an article's address under a former permalink: it gets the current address
 * instead.
 */
const withCurrentTargets = <Former extends Redirection>(
  former: readonly Former[],
  places: readonly Redirection[],
): Former[] => {
  const moved = new Map(places.map(({ from, to }) => [addressKey(from), to]));
  return former.map((one) => {
    const [path, rest] = split(one.to);
    const to = path.startsWith('/') ? moved.get(addressKey(path)) : undefined;
    return to === undefined ? one : { ...one, to: to + rest };
  });
};

/**
 * Decides who owns each address and where old ones redirect in the edition of a moment. A redirect to something held
 * back is held back as well.
 */
export const settleAddresses = (
  copy: Copy,
  addresses: Addresses,
  publication: Publication | undefined,
  setting: AddressSetting,
): { redirects: Redirects; served: Served; mistakes: Mistake[] } => {
  const { moment } = setting;
  const materialOf = (of: Copy) => ({ copy: of, addresses, publication, moment });
  const whole = ownPlaces(materialOf(copy));
  const claimed = claimAddresses(copy, addresses, whole, setting);
  const { places, mistakes } = claimed;
  // The text edition moves along with the paper.
  const twins = places.map(({ from, to }) => ({
    from: addresses.text(from),
    to: addresses.text(to),
  }));
  const former = withCurrentTargets(claimed.former, [...places, ...twins]);
  const articles = copy.articles.filter(({ data }) => isShown(data, setting));
  const shown = { ...copy, articles };
  const files = setting.files.map(({ path }) => addresses.file(encodeURI(path)));
  const printed = (of: Copy, places: OwnPlaces): Map<string, string> =>
    byKey([...printedAddresses(materialOf(of), places), ...files]);
  const isAllShown = articles.length === copy.articles.length;
  const now = printed(shown, isAllShown ? whole : ownPlaces(materialOf(shown)));
  const pages = isAllShown ? now : printed(copy, whole);

  const wordPress = publication?.hosting.wordPress;
  const sources = byKey([...former, ...places, ...twins].map(({ from }) => from));
  const taken: KnownKeys = { has: (key) => pages.has(key) || sources.has(key) };
  const readyMade: Redirection[] = [];
  for (const [from, to] of wordPress ? wordPressAddresses(shown, addresses, wordPress) : []) {
    const key = addressKey(from);
    // Redirects written by hand and addresses of the paper take precedence.
    if (taken.has(key)) continue;
    sources.set(key, from);
    readyMade.push({ from, to });
  }

  // The order matters: a host with a limit takes the first ones.
  const redirections = [...former, ...places, ...readyMade, ...twins].flatMap(
    ({ from, to }): [from: string, to: string][] => {
      if (!to.startsWith('/') || to.endsWith('/*')) return [[from, to]];
      const [path, rest] = split(to);
      const there = now.get(addressKey(path));
      return there === undefined ? [] : [[from, there + rest]];
    },
  );
  return {
    redirects: sortRedirects([...redirections, ...shortcuts(redirections, taken)]),
    served: { now, ever: pages },
    mistakes: [
      ...mistakes,
      ...redirectMistakes(former, [...readyMade, ...places, ...twins], {
        base: addresses.base,
        pages,
      }),
    ],
  };
};
