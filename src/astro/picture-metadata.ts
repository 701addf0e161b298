import type { ImageMetadata } from 'astro';

/**
 * A copy of a picture's metadata. If code reads the original, Astro assumes that a page shows it and publishes the
 * original file too. Reading its private `clone` does not count.
 */
export const readUncounted = (image: ImageMetadata): ImageMetadata =>
  (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;

/**
 * The metadata of a picture that a development server shows, as if a file of code had imported it: importing those of a
 * whole archive takes long.
 * @param file its absolute path
 */
export const pictureOf = (
  file: string,
  { width, height, format }: Pick<ImageMetadata, 'width' | 'height' | 'format'>,
): ImageMetadata => {
  const path = file.replaceAll('\\', '/');
  const query = `origWidth=${String(width)}&origHeight=${String(height)}&origFormat=${format}`;
  const picture = {
    src: `/@fs${path.startsWith('/') ? '' : '/'}${path}?${query}`,
    width,
    height,
    format,
  };
  return Object.defineProperty(picture, 'fsPath', { value: path });
};
