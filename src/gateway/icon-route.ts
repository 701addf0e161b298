import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { contentDir } from 'virtual:publication';
import { publication } from './edition.ts';
import { icons } from '../metadata/icons.ts';

const logo = join(contentDir, publication.publisher.logo);

/** The endpoint that prints the icons of one format: the ending of their files, and its media type. */
export const iconRoute = (
  ending: string,
  type: string,
): { getStaticPaths: GetStaticPaths; GET: APIRoute } => ({
  getStaticPaths: () =>
    [...icons.keys()]
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ params: { icon: name.slice(0, -ending.length) } })),
  GET: async ({ params: { icon = '' } }) => {
    const picture = await icons.get(icon + ending)?.(logo);
    return new Response(picture && new Uint8Array(picture), { headers: { 'Content-Type': type } });
  },
});
