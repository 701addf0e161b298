import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { withKey } from '../astro/static-paths.ts';
import { feedFormats } from '../feeds/formats.ts';
import { addresses, lists } from '../gateway/edition.ts';
import { answerFeed, feedKey } from '../gateway/feeds.ts';
import { listsWithFeed } from '../lists/list-feeds.ts';

/**
 * Every feed of the paper. The integration in `press/` adds one route for each format, such as `/[...list]/rss.xml`.
 */
export const getStaticPaths = (({ routePattern }) => {
  const format = feedFormats.find(({ file }) => routePattern.endsWith(`/${file}`));
  if (!format) throw new Error(`No feed format is named for the route ${routePattern}.`);
  return listsWithFeed(lists, format).map((list) =>
    withKey(
      {
        params: { list: addresses.parameter(list.path) || undefined },
        props: { list, format },
      },
      feedKey(list),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { list, format },
}) => answerFeed(list, format);
