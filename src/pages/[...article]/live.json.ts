import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { withKey } from '../../astro/static-paths.ts';
import { addresses, edition } from '../../gateway/edition.ts';
import { liveAnswerOf } from '../../layouts/live-answer.ts';
import { pageKeys } from '../../gateway/page-keys.ts';

/** What open pages of a live story ask for. */
export const getStaticPaths = () =>
  edition.articles
    .filter(({ state }) => state !== undefined)
    .map((story) =>
      withKey(
        { params: { article: addresses.parameter(addresses.article(story)) }, props: { story } },
        pageKeys.live(story),
      ),
    );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { story },
}) =>
  new Response(JSON.stringify(await liveAnswerOf(story)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
