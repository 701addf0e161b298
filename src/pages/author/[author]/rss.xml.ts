import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { writeListFeed } from '../../../components/list/feed.ts';
import { addresses, edition, words } from '../../../edition/load.ts';

export const getStaticPaths = () =>
  edition.authors.map((author) => ({ params: { author: author.id }, props: { author } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: {
    author: { id, name, bio },
  },
}) => writeListFeed(name, bio ?? words.storiesBy(name), addresses.author(id), edition.byAuthor(id));
