import type { Copy, Entry } from '../copy/read.ts';
import { openFrom } from '../edition/public.ts';
import { rootFileWriters } from '../feeds/root-files.ts';
import { outside } from './outside.ts';
import { settleAddresses } from './settle-addresses.ts';

type Settled = ReturnType<typeof settleAddresses>;
type Arguments = Parameters<typeof settleAddresses>;

/** Every entry that has an address, or decides another. */
const entriesIn = ({ articles, sections, authors, pages }: Copy): Entry<object>[] => [
  ...articles,
  ...sections,
  ...authors,
  ...pages,
];

/** Everything besides the entries that decides who owns which address. */
const settingOf = ([copy, addresses, publication, setting]: Arguments): string => {
  const { moment, withDrafts, files, publicationFile } = setting;
  const { topics, series, redirects } = copy;
  // Stories open one after the other: so many are open at one moment only as long as they are the same.
  const open = copy.articles.filter(
    ({ data }) => !data.draft && openFrom(data) <= moment.getTime(),
  ).length;
  const rootFiles = publication ? [...rootFileWriters(publication, addresses, moment).keys()] : [];
  return JSON.stringify([
    ...[addresses.absolute(addresses.front), addresses.base, publication, publicationFile],
    ...[topics, series, redirects, files, withDrafts, open, rootFiles],
  ]);
};

const isAlike = (before: Entry<object> | undefined, now: Entry<object> | undefined): boolean =>
  before === now || (before?.file === now?.file && outside(before, false) === outside(now, false));

/**
 * Makes a function that settles the addresses of a paper as `settleAddresses` does, and again only if something has changed
 * on which they depend: in a large paper it takes as long as all other checks together, and hardly any save changes them.
 */
export const createSettler = (): typeof settleAddresses => {
  let last: { setting: string; entries: Entry<object>[]; settled: Settled } | undefined;
  return (...all) => {
    const setting = settingOf(all);
    const entries = entriesIn(all[0]);
    const isSame =
      last?.setting === setting &&
      last.entries.length === entries.length &&
      entries.every((entry, n) => isAlike(last?.entries[n], entry));
    const settled = isSame && last ? last.settled : settleAddresses(...all);
    last = { setting, entries, settled };
    return settled;
  };
};
