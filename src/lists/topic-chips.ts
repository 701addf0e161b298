import type { Article } from '../edition/article.ts';
import type { Edition } from '../edition/edition.ts';
import { frequentTopics } from '../edition/frequent-topics.ts';
import type { Leaf } from '../edition/leaves.ts';
import type { List } from './registry.ts';

/** How many fit into two lines on most screens. */
const most = 8;

/** A topic by which readers go on from a list. */
export interface TopicChip {
  slug: string;
  title: string;
}

/** The topics below the heading of a list’s page: those that a section has most stories on, on its first page. */
export const topicChips = <A extends Article>(
  { kind, stories }: Pick<List<A>, 'kind' | 'stories'>,
  { number }: Pick<Leaf<A>, 'number'>,
  { topics }: Pick<Edition<A>, 'topics'>,
): TopicChip[] =>
  kind === 'section' && number === 1
    ? frequentTopics(stories, topics, most).map(({ slug, title }) => ({ slug, title }))
    : [];
