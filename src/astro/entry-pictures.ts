import pictures from 'astro:asset-imports';
import type { ImageMetadata } from 'astro';

/**
 * Lets Astro find a picture of an entry that it has not loaded itself, when it renders the entry's body.
 * @param src the picture's path, as the body names it
 * @param filePath the entry's file, as Astro names it
 */
export const addEntryPicture = (src: string, filePath: string, picture: ImageMetadata): void => {
  pictures.set(`${src}?astroContentImageFlag=&importer=${encodeURIComponent(filePath)}`, picture);
};
