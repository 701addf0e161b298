import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { sitemapParts } from '../gateway/sitemap-parts.ts';

export const getStaticPaths = () =>
  sitemapParts.map(({ name, xml }) => ({ params: { part: name }, props: { xml } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { xml } }) =>
  new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
