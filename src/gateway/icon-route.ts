import type { APIRoute, GetStaticPaths } from 'astro';
import { logo } from 'virtual:publication';
import { icons } from '../metadata/icons.ts';

/**
 * The endpoint for all icons of one format.
 * @param extension of their files, with the dot
 * @param type the media type
 */
export const iconRoute = (
  extension: string,
  type: string,
): { getStaticPaths: GetStaticPaths; GET: APIRoute } => ({
  getStaticPaths: () =>
    [...icons.keys()]
      .filter((name) => name.endsWith(extension))
      .map((name) => ({ params: { icon: name.slice(0, -extension.length) } })),
  GET: async ({ params: { icon = '' } }) => {
    const picture = await icons.get(icon + extension)?.(logo);
    return new Response(picture && new Uint8Array(picture), { headers: { 'Content-Type': type } });
  },
});
