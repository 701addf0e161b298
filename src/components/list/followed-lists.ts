import { addresses, edition, publication, words } from '../../gateway/edition.ts';

/** A list of the paper that has feeds. */
export interface Followed {
  title: string;
  /** With the base path. */
  path: string;
}

const byStories = (a: { count: number }, b: { count: number }): number => b.count - a.count;

/** Every list that has feeds in every format: the paper itself, sections, then authors and topics, most stories first. */
export const followedLists: Record<'paper' | 'sections' | 'authors' | 'topics', Followed[]> = {
  paper: [{ title: publication.name, path: addresses.front }],
  sections: edition.sections.map(({ id, title }) => ({ title, path: addresses.section(id) })),
  authors: edition.authors
    .map(({ id, name }) => ({
      title: name,
      path: addresses.author(id),
      count: edition.byAuthor(id).length,
    }))
    .sort(byStories),
  topics: edition.topics.all
    .map(({ slug, title, articles }) => ({
      title,
      path: addresses.topic(slug),
      count: articles.length,
    }))
    .sort(byStories),
};

/** The corrections, which have one feed, in RSS. */
export const correctionsFeed = {
  title: words.correctionsFeed,
  path: addresses.feedOf(addresses.corrections),
  page: addresses.corrections,
};
