import type { Addresses } from '../../addresses.ts';
import { topicSlug } from '../../edition/topic-slug.ts';
import { rss } from '../../feeds/rss.ts';
import { addressKey } from '../../hosts/redirect.ts';
import { oldAddress } from '../../schemas/redirects.ts';
import { topicKey } from '../../schemas/topic.ts';
import { fillPermalink, pathKey, pathOnSite } from './addresses.ts';
import { idFrom } from './names.ts';
import type { Plan, PlannedEntry } from './plan.ts';
import { pathOfSection } from './sections.ts';
import type { Survey } from './survey.ts';

/** Where everything was, and where it is now. */
export interface FormerAddresses {
  /** Old paths of each story, by its id in the source: `formerUrls`. */
  ofEntry: Map<string, string[]>;
  /** Old paths of everything else, with the new ones: `redirects.yaml`. */
  redirects: Map<string, string>;
  /** Where an address of the old site leads now: false if nowhere, undefined if it is on another site. */
  find: (url: string) => string | false | undefined;
  /** Forgets an entry that is not brought after all. */
  withdraw: (entry: string) => void;
  /** Forgets the old addresses of topics that no story has after all. */
  keepTopics: (topics: ReadonlySet<string>) => void;
  /** Old addresses that two entries claim: the later one went without. */
  disputed: { path: string; entry: string }[];
}

/** What hosts' rules cannot contain is left out, and what the paper itself needs. */
const usable = (path: string): boolean => oldAddress.safeParse(path).success;

const withSlash = (path: string): string =>
  path.includes('?') || /(?:\/|\.\w{2,4})$/.test(path) ? path : `${path}/`;

/** The addresses that an entry had, the surest first. */
const addressesOf = (
  { summary, published, fate }: PlannedEntry,
  survey: Survey,
  permalink: string | undefined,
  section: string,
): string[] => {
  const isWordPress = survey.name.startsWith('WordPress');
  const link = summary.link === undefined ? undefined : pathOnSite(summary.link, survey.addresses);
  const filled = (slug: string): string[] => {
    if (fate === 'page') return link === undefined ? [] : [link.replace(/[^/]+\/?$/, `${slug}/`)];
    return permalink === undefined
      ? []
      : [fillPermalink(permalink, published.slice(0, 10), slug, section)];
  };
  const main = [
    ...(link === undefined || link === '/' || link.includes('?') ? [] : [withSlash(link)]),
    ...(isWordPress ? [fate === 'page' ? `/?page_id=${summary.id}` : `/?p=${summary.id}`] : []),
    ...(summary.slug === '' ? [] : filled(summary.slug)),
    ...summary.oldSlugs.flatMap(filled),
  ];
  const moved = (summary.oldDays ?? []).flatMap((day) =>
    permalink === undefined || fate === 'page'
      ? []
      : [fillPermalink(permalink, day, summary.slug, section)],
  );
  const kept = (summary.oldAddresses ?? []).flatMap(
    (address) => pathOnSite(address, survey.addresses) ?? [],
  );
  const guid = summary.guid === undefined ? undefined : pathOnSite(summary.guid, survey.addresses);
  return [
    ...main,
    ...moved,
    ...kept,
    ...(guid === undefined || guid === '/' ? [] : [guid]),
    ...main
      .filter((path) => isWordPress && path.endsWith('/') && fate === 'article')
      .map((path) => `${path}amp/`),
  ];
};

/**
 * Works out every old address of a site, who owns it, and what redirects to what.
 * @param taken addresses that the paper uses for itself, whatever is in it
 */
export const formerAddresses = (
  survey: Survey,
  plan: Plan,
  addresses: Addresses,
  publication: { formerPermalinks?: readonly string[] | undefined } = {},
  taken: readonly string[] = [],
): FormerAddresses => {
  const places = new Map<string, string>();
  const ofEntry = new Map<string, string[]>();
  const redirects = new Map<string, string>();
  const disputed: FormerAddresses['disputed'] = [];
  const pathOfTopic = (topic: string): string => addresses.topic(topicSlug(topicKey(topic)));
  const own = new Set(
    [
      ...taken,
      ...[...plan.entries.values()].map(({ path }) => path),
      ...plan.sections.sections.map(({ id }) => addresses.section(id)),
      ...plan.authors.authors.map(({ id }) => addresses.author(id)),
      ...[...plan.topics.values()].map(pathOfTopic),
    ].map(addressKey),
  );
  /** The folders around them, and themselves. */
  const ownFolders = new Set(
    [...own].flatMap((key) => [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1))),
  );
  /** Only addresses that the paper does not use itself can redirect. */
  const redirect = (from: string, to: string): void => {
    if (!usable(from)) return;
    const key = addressKey(from.replace(/\*$/, ''));
    const isOwn = from.endsWith('/*') ? ownFolders.has(key) : own.has(key);
    if (!isOwn) redirects.set(from, to);
  };
  const claimed = new Map<string, string>();

  const slugOfSection = ({ summary }: PlannedEntry): string => {
    const term = survey.sections.get(summary.primarySection ?? summary.sections[0] ?? '');
    return term?.slug ?? '';
  };
  const claim = (path: string, entry: PlannedEntry): boolean => {
    const key = pathKey(path);
    const owner = claimed.get(key);
    if (owner !== undefined && owner !== entry.summary.id) {
      disputed.push({ path, entry: entry.summary.id });
      return false;
    }
    claimed.set(key, entry.summary.id);
    places.set(key, entry.path);
    return owner === undefined;
  };
  const publicEntries = [...plan.entries.values()].filter(({ draft }) => !draft);
  const all = publicEntries.map((entry): [PlannedEntry, string[]] => [
    entry,
    addressesOf(entry, survey, plan.permalink, slugOfSection(entry)),
  ]);
  // The addresses in use come before those that entries had once.
  for (const turn of ['now', 'once'] as const) {
    for (const [entry, paths] of all) {
      for (const path of turn === 'now' ? paths.slice(0, 2) : paths.slice(2)) {
        if (!claim(path, entry)) continue;
        const covered =
          (publication.formerPermalinks ?? []).length > 0
            ? addresses
                .formerly({ id: entry.id, section: entry.section, published: entry.published })
                .map(addressKey)
            : [];
        const key = addressKey(path);
        if (own.has(key) || covered.includes(key) || !usable(path)) continue;
        if (entry.fate === 'page') redirect(path, entry.path);
        else ofEntry.set(entry.summary.id, [...(ofEntry.get(entry.summary.id) ?? []), path]);
      }
    }
  }
  const files = [...survey.files.values()];
  for (const { id, entry, page } of files) {
    const planned = entry === undefined ? undefined : plan.entries.get(entry);
    if (!planned || planned.draft || planned.fate === 'page') continue;
    const path = page === undefined ? undefined : pathOnSite(page, survey.addresses);
    for (const each of [path, `/?attachment_id=${id}`]) {
      if (each === undefined || each === '/' || !usable(each) || own.has(addressKey(each)))
        continue;
      if (!claim(each, planned)) continue;
      ofEntry.set(planned.summary.id, [...(ofEntry.get(planned.summary.id) ?? []), each]);
    }
  }

  /** A list of the old site: its page, further pages and feed lead to the new list. */
  const list = (from: string, to: string): void => {
    const key = pathKey(from);
    if (places.has(key)) return;
    places.set(key, to);
    redirect(from, to);
    redirect(`${from}*`, to);
  };
  for (const term of survey.sections.values()) {
    const id = plan.sections.ofTerm.get(term.id);
    const topic = plan.topics.get(term.id);
    const to =
      id !== undefined
        ? addresses.section(id)
        : topic === undefined
          ? undefined
          : pathOfTopic(topic);
    if (to === undefined) continue;
    const path = pathOfSection(term, survey.sections);
    list(`/category/${path.join('/')}/`, to);
    list(`/category/${path.at(-1) ?? ''}/`, to);
    places.set(pathKey(`/?cat=${term.id}`), to);
  }
  for (const term of survey.topics.values()) {
    const topic = plan.topics.get(term.id);
    if (topic === undefined) continue;
    list(`/tag/${term.slug || idFrom(term.name)}/`, pathOfTopic(topic));
  }
  for (const { id, name } of plan.authors.authors) {
    list(`/author/${idFrom(name)}/`, addresses.author(id));
  }
  if (survey.name.startsWith('WordPress')) {
    redirect('/feed/', addresses.feedOf(addresses.front, rss.file));
    redirect('/comments/feed/', addresses.feedOf(addresses.front, rss.file));
    redirect('/page/*', addresses.archive);
  }

  return {
    ofEntry,
    redirects,
    disputed,
    withdraw: (id) => {
      ofEntry.delete(id);
      const path = plan.entries.get(id)?.path;
      for (const [from, to] of redirects) if (to === path) redirects.delete(from);
    },
    keepTopics: (topics) => {
      const kept = new Set([...topics].map(pathOfTopic));
      const gone = new Set(
        [...plan.topics.values()].map(pathOfTopic).filter((to) => !kept.has(to)),
      );
      for (const [from, to] of redirects) if (gone.has(to)) redirects.delete(from);
    },
    find: (url) => {
      const path = pathOnSite(url, survey.addresses);
      if (path === undefined) return undefined;
      const key = pathKey(path);
      // Feeds, AMP pages, further pages and attachments of what has moved.
      const above = key.replace(/\/(?:amp|feed(?:\/\w+)?|page\/\d+|comment-page-\d+|\d+)$/, '');
      const known =
        places.get(key) ?? places.get(above) ?? (key === '/' ? addresses.front : undefined);
      if (known !== undefined) return known;
      // Attachment pages that are not in the export lie below their story.
      const parent = key.replace(/\/[^/]+$/, '');
      return (parent !== '' ? places.get(parent) : undefined) ?? false;
    },
  };
};
