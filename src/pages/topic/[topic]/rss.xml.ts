import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { writeListFeed } from '../../../components/list/feed.ts';
import { addresses, edition, words } from '../../../edition/load.ts';

export const getStaticPaths = () =>
  edition.topics.all.map((topic) => ({ params: { topic: topic.slug }, props: { topic } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: {
    topic: { slug, title, text, articles },
  },
}) => writeListFeed(title, text ?? words.storiesOn(title), addresses.topic(slug), articles);
