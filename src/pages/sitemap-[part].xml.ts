import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { withKey } from '../astro/static-paths.ts';
import { sitemapParts } from '../gateway/sitemap-parts.ts';

export const getStaticPaths = () =>
  sitemapParts.map(({ name, key, xml }) =>
    withKey({ params: { part: name }, props: { xml } }, key),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { xml },
}) => new Response(await xml(), { headers: { 'Content-Type': 'application/xml' } });
