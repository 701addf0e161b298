import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { logo } from 'virtual:publication';
import { withKey } from '../astro/static-paths.ts';
import { pixelsOf } from '../darkroom/draw-svg.ts';
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
  getStaticPaths: async () => {
    // All else that decides an icon counts as code.
    const key = hash('sha256', await readFile(logo));
    return [...icons.keys()]
      .filter((name) => name.endsWith(extension))
      .map((name) => withKey({ params: { icon: name.slice(0, -extension.length) } }, key));
  },
  GET: async ({ params: { icon = '' } }) => {
    const pixels = await pixelsOf(await readFile(logo));
    if (!Buffer.isBuffer(pixels)) throw new Error(`${logo}, ${pixels.what}. ${pixels.fix}`);
    const picture = await icons.get(icon + extension)?.(pixels);
    return new Response(picture && new Uint8Array(picture), { headers: { 'Content-Type': type } });
  },
});
