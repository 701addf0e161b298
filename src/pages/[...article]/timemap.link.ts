import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { withKey } from '../../astro/static-paths.ts';
import { addresses } from '../../gateway/edition.ts';
import { pageKeys } from '../../gateway/page-keys.ts';
import { changedStories, recordOf } from '../../gateway/record.ts';
import { timemapOf, timemapType } from '../../record/timemap.ts';

export const getStaticPaths = () =>
  changedStories.map((story) =>
    withKey(
      { params: { article: addresses.parameter(addresses.article(story)) }, props: { story } },
      pageKeys.timemap(story),
    ),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { story },
}) => {
  const versions = recordOf(story)?.versions.slice(0, -1) ?? [];
  const text = timemapOf({
    story: addresses.absolute(addresses.article(story)),
    timemap: addresses.absolute(addresses.timemap(story)),
    versions: versions.map(({ at }, n) => ({
      url: addresses.absolute(addresses.version(story, n + 1)),
      at: new Date(at),
    })),
  });
  return new Response(text, { headers: { 'Content-Type': timemapType } });
};
