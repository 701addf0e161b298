import type { Addresses } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { isPublic } from '../edition/public.ts';
import { addressKey, type Redirects, sortRedirects } from '../hosts/redirect.ts';
import { wordPressAddresses } from '../hosts/wordpress.ts';
import type { Publication } from '../schemas/publication.ts';
import { claimAddresses } from './address-mistakes.ts';
import { printedAddresses } from '../lists/own-addresses.ts';
import { publicFiles } from './public-files.ts';
import { type Led, redirectMistakes } from './redirect-mistakes.ts';
import type { Switches } from '../config/switches.ts';

const byKey = (addresses: readonly string[]): Map<string, string> =>
  new Map(addresses.map((address) => [addressKey(address), address]));

/** A new address without its query or anchor, and these. */
const parted = (address: string): [path: string, rest: string] => {
  const path = address.replace(/[?#].*$/, '');
  return [path, address.slice(path.length)];
};

/**
 * Where the rest of a folder's addresses is led to a place that has old addresses too, these lead straight on from
 * the folder as well: with `/blog/*: /*` and `/feed/: /rss.xml`, `/blog/feed/` needs one step, not two.
 */
const straight = (
  led: readonly [from: string, to: string][],
  taken: ReadonlySet<string>,
): [from: string, to: string][] => {
  const folders = led
    .filter(([from, to]) => from.endsWith('/*') && to.endsWith('/*') && to.startsWith('/'))
    .map(([from, to]) => ({ from: from.slice(0, -1), to: decodeURI(to.slice(0, -1)) }));
  return folders.flatMap((folder) =>
    led.flatMap(([from, to]): [string, string][] => {
      const old = decodeURI(from);
      if (!old.toLowerCase().startsWith(folder.to.toLowerCase())) return [];
      if (from.startsWith(folder.from)) return [];
      const below = folder.from + old.slice(folder.to.length);
      return taken.has(addressKey(below)) ? [] : [[below, to]];
    }),
  );
};

/** What somebody wrote may lead to where an article was under a former permalink: it leads to where that is now. */
const straightOn = <Leading extends Led>(
  former: readonly Leading[],
  places: readonly Led[],
): Leading[] => {
  const moved = new Map(places.map(({ from, to }) => [addressKey(from), to]));
  return former.map((one) => {
    const [path, rest] = parted(one.to);
    const to = path.startsWith('/') ? moved.get(addressKey(path)) : undefined;
    return to === undefined ? one : { ...one, to: to + rest };
  });
};

/**
 * Settles who has which address and where old ones lead in the edition of a moment. What leads to something held back
 * is held back with it.
 */
export const settleAddresses = (
  copy: Copy,
  addresses: Addresses,
  publication: Publication | undefined,
  switches: Pick<Switches, 'moment' | 'publicDir' | 'publicationFile' | 'paperDir'>,
): { redirects: Redirects; mistakes: Mistake[] } => {
  const { moment, publicDir } = switches;
  const claimed = claimAddresses(copy, addresses, publication, switches);
  const { places, mistakes } = claimed;
  // The text edition moves with the paper.
  const twins = places.map(({ from, to }) => ({
    from: addresses.text(from),
    to: addresses.text(to),
  }));
  const former = straightOn(claimed.former, [...places, ...twins]);
  const articles = copy.articles.filter(({ data }) => isPublic(data, moment));
  const shown = { ...copy, articles };
  const files = publicFiles(publicDir).map((name) => addresses.file(encodeURI(name)));
  const printed = (of: Copy): Map<string, string> =>
    byKey([...printedAddresses({ copy: of, addresses, publication, moment }), ...files]);
  const now = printed(shown);
  const isAllShown = articles.length === copy.articles.length;
  const pages = new Set((isAllShown ? now : printed(copy)).keys());

  const wordPress = publication?.hosting.wordPress;
  const sources = [...former, ...places, ...twins];
  const taken = new Set([...pages, ...sources.map(({ from }) => addressKey(from))]);
  const readyMade: Led[] = [];
  for (const [from, to] of wordPress ? wordPressAddresses(shown, addresses, wordPress) : []) {
    const key = addressKey(from);
    // What somebody wrote, and what is in the paper, comes first.
    if (taken.has(key)) continue;
    taken.add(key);
    readyMade.push({ from, to });
  }

  // A host that has not room for all takes the first.
  const led = [...former, ...places, ...readyMade, ...twins].flatMap(
    ({ from, to }): [from: string, to: string][] => {
      if (!to.startsWith('/') || to.endsWith('/*')) return [[from, to]];
      const [path, rest] = parted(to);
      const there = now.get(addressKey(path));
      return there === undefined ? [] : [[from, there + rest]];
    },
  );
  return {
    redirects: sortRedirects([...led, ...straight(led, taken)]),
    mistakes: [
      ...mistakes,
      ...redirectMistakes(former, [...readyMade, ...places, ...twins], {
        base: addresses.base,
        pages,
      }),
    ],
  };
};
