import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { writeListFeed } from '../../components/list/feed.ts';
import { addresses, edition } from '../../edition/load.ts';

export const getStaticPaths = () =>
  edition.sections.map((section) => ({
    params: { section: addresses.parameter(addresses.section(section.id)) },
    props: { section },
  }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: {
    section: { id, title, description },
  },
}) => writeListFeed(title, description, addresses.section(id), edition.inSection(id));
