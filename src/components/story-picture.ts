import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';

/** What browsers without AVIF and WebP, and machines, get of every picture; JPEG knows no transparency. */
export const fallback = { format: 'jpeg', background: '#ffffff' } as const;

/** The address, with the base path, of a story's picture as its page prints it: the `src`, at full size. */
export const storyPicture = async (src: ImageMetadata): Promise<string> =>
  (await getImage({ src, ...fallback })).src;
