import { type CollectionEntry, getCollection } from 'astro:content';

export type Post = CollectionEntry<'posts'>;

const newestFirst = (a: Post, b: Post): number => b.data.date.valueOf() - a.data.date.valueOf();

export const posts: Post[] = (await getCollection('posts')).sort(newestFirst);

export const pathOf = ({ id, data: { date } }: Post): string =>
  `/${date.getUTCFullYear()}/${String(date.getUTCMonth() + 1).padStart(2, '0')}/${id}/`;

const groupedBy = (field: 'sections' | 'topics'): Map<string, Post[]> => {
  const groups = new Map<string, Post[]>();
  for (const post of posts) {
    for (const name of post.data[field]) groups.set(name, [...(groups.get(name) ?? []), post]);
  }
  return groups;
};

export const bySection = groupedBy('sections');
export const byTopic = groupedBy('topics');

/** The posts that share most topics, newest first. */
export const relatedTo = (post: Post): Post[] => {
  const shared = new Map<Post, number>();
  for (const topic of post.data.topics) {
    for (const other of byTopic.get(topic) ?? []) {
      if (other !== post) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return [...shared]
    .sort(([a, m], [b, n]) => n - m || newestFirst(a, b))
    .slice(0, 4)
    .map(([other]) => other);
};
