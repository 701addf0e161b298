import type { CollectionEntry } from 'astro:content';
import { isWriting, likeness, moment, series, topics, withDrafts } from 'virtual:edition';
import {
  base,
  consentScript,
  featurePlace,
  hasVectorIcon,
  origin,
  publication,
  replyScript,
} from 'virtual:publication';
import { createAddresses } from '../addresses.ts';
import { almanacFor } from '../language/almanac.ts';
import { calendarFor } from '../language/dates.ts';
import { directionOf } from '../language/names.ts';
import { wordsFor } from '../language/words.ts';
import type { ShownImage } from '../copy/data-pictures.ts';
import type { Article } from '../edition/article.ts';
import { lastUpdate } from '../edition/entry-moments.ts';
export type { Section } from '../edition/edition.ts';
import { type Catalogue, createCatalogue } from '../edition/catalogue.ts';
import { createEdition } from '../edition/edition.ts';
import { findablePages } from '../lists/findable.ts';
import { withoutFeeds } from '../lists/list-feeds.ts';
import { copyOf } from './copy.ts';
import { type List, listsOf } from '../lists/registry.ts';
import { textPagesOf } from '../lists/text-pages.ts';
import { renderBodies } from './written.ts';

/**
 * An article with everything that its page shows: lead image, source, notes on changes, and the entry that renders its body.
 */
export type Story = CollectionEntry<'articles'>['data'] &
  Article & {
    entry: CollectionEntry<'articles'>;
    leadImage?: Pick<ShownImage, 'label'> | undefined;
  };

const entries = copyOf('articles');
await renderBodies(...entries.filter(({ data }) => data.state));
/** Read when something asks for it. One for all: a getter in each would take more memory than all else in a story. */
const body: PropertyDescriptor & ThisType<Omit<Story, 'body'>> = {
  enumerable: true,
  get() {
    return this.entry.body ?? '';
  },
};
const stories = entries.map((entry) => {
  const story: Omit<Story, 'body'> = {
    ...entry.data,
    // A live story is updated by its entries.
    ...(entry.data.state && {
      updated: lastUpdate(entry.data, entry.rendered?.html ?? '', new Date(moment)),
    }),
    id: entry.id,
    entry,
  };
  return Object.defineProperty(story, 'body', body) as Story;
});

const material = {
  articles: stories,
  sections: copyOf('sections').map(({ id, data }) => ({ ...data, id })),
  authors: copyOf('authors').map(({ id, data }) => ({ ...data, id })),
  pages: copyOf('pages').map((entry) => ({ ...entry.data, id: entry.id, entry })),
  topics,
  series,
  moment: new Date(moment),
  withDrafts,
  language: publication.language,
  likeness,
};

/** The edition that is being built, made once per build: the only way from pages to content. */
export const edition = createEdition(material);

/** The editor's layout of the front page, if there is one. */
export const frontLayout = copyOf('front')[0]?.data;
/** The topics of the day, as far as they have stories. */
export const nowTopics = [
  ...new Set((frontLayout?.nowTopics ?? []).flatMap((name) => edition.topics.named(name) ?? [])),
].map(({ slug, title }) => ({ slug, title }));
const announced = frontLayout?.breaking;
/** The breaking news at the edition's moment, if any. */
export const breakingNews =
  announced && moment < Date.parse(announced.until) ? announced : undefined;

let laidOut: ReturnType<typeof edition.front> | undefined;
/** The front page as it is laid out: of an archive that takes a while, which the page of a story should not wait for. */
export const laidOutFront = () =>
  (laidOut ??= edition.front(frontLayout, publication.lists.mustRead));

export { consentScript, featurePlace, hasVectorIcon, publication, replyScript, withDrafts };
/** A closed edition: nobody may find it, follow it or keep it. */
export const isClosed = withDrafts && !isWriting;
export const addresses = createAddresses(origin, base, publication.permalink, publication);
export const words = wordsFor(publication.language);
export const almanac = almanacFor(publication.language);
export const calendar = calendarFor(publication.language, publication.timeZone);
export const direction = directionOf(publication.language);

/** Every list of the paper. */
export type StoryList = List<Story>;
const listed = (catalogue: Catalogue<Story>): StoryList[] =>
  listsOf<Story>({ catalogue, addresses, words, almanac, paper: publication });
export const lists: readonly StoryList[] = listed(edition).map((list) =>
  isClosed ? withoutFeeds(list) : list,
);

const keyOf = ({ kind, id }: StoryList): string => `${kind} ${id}`;
const { articles, withdrawn } = edition;
const followed =
  withdrawn.length === 0
    ? undefined
    : new Map(
        listed(
          createCatalogue({
            ...material,
            articles: [...articles, ...withdrawn],
            keepsWithdrawn: true,
          }),
        ).map((list) => [keyOf(list), list.stories]),
      );
/** The stories of a list for those who follow it: feed readers keep a withdrawn one until its item says that it is. */
export const followedIn = (list: StoryList): readonly Story[] =>
  followed?.get(keyOf(list)) ?? list.stories;

/** The list of a kind that has only one. */
export const onlyList = (kind: string): StoryList => {
  const list = lists.find((candidate) => candidate.kind === kind);
  if (!list) throw new Error(`The paper has no list of kind “${kind}”.`);
  return list;
};

/** Finds the text page for an address of the paper; an address without one is returned unchanged. */
export const textPageOf = textPagesOf(edition, addresses);

let findablePagesOfAll: ReturnType<typeof findablePages<Story>> | undefined;
/** The pages that search engines may show, by sitemap. */
export const findable = () =>
  (findablePagesOfAll ??= findablePages({
    ...{ edition, lists, front: laidOutFront(), addresses },
    credits: publication.credits,
  }));

let findablePaths: ReadonlySet<string> | undefined;
/** Whether search engines may show the page at a path. */
export const isFindable = (path: string | undefined): boolean => {
  if (isClosed || path === undefined) return false;
  // None finds a page of a development server, and to look all pages up takes long.
  if (isWriting) return true;
  findablePaths ??= new Set([...findable().values()].flat().map((page) => page.path));
  return findablePaths.has(path);
};
