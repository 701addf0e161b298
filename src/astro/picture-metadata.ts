import type { ImageMetadata } from 'astro';

/**
 * A copy of a picture's metadata. If code reads the original, Astro assumes that a page shows it and publishes the
 * original file too. Reading its private `clone` does not count.
 */
export const readUncounted = (image: ImageMetadata): ImageMetadata =>
  (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;

/** Tells Astro that a page shows an original itself, as code that imports one does. */
const count = (stand: string): void => {
  const { astroAsset } = globalThis as { astroAsset?: { referencedImages?: Set<string> } };
  astroAsset?.referencedImages?.add(stand);
};

/** A picture that no file of code imports: importing those of a whole archive takes long. */
interface Unimported extends Pick<ImageMetadata, 'src' | 'width' | 'height'> {
  drawing: boolean;
  /** The absolute path of its stand-in. */
  stand: string;
  /** Is called when Astro is about to print it, or a page to show the stand-in itself. */
  place?: () => void;
}

/** The metadata of a picture, as if a file of code had imported its stand-in. */
export const pictureOf = ({
  src,
  width,
  height,
  drawing,
  stand,
  place,
}: Unimported): ImageMetadata => {
  const facts: ImageMetadata = { src, width, height, format: drawing ? 'png' : 'jpg' };
  return Object.defineProperties(
    { ...facts },
    {
      src: {
        enumerable: true,
        get: () => {
          place?.();
          count(stand);
          return src;
        },
      },
      clone: { get: () => ({ ...facts }) },
      fsPath: {
        get: () => {
          place?.();
          return stand;
        },
      },
    },
  );
};

/** The address that Astro's development server serves a file at that it was asked for as a picture. */
export const servedPicture = (
  file: string,
  { width, height, drawing }: Pick<Unimported, 'width' | 'height' | 'drawing'>,
): string => {
  const path = file.replaceAll('\\', '/');
  const query = `origWidth=${String(width)}&origHeight=${String(height)}&origFormat=${drawing ? 'png' : 'jpg'}`;
  return `/@fs${path.startsWith('/') ? '' : '/'}${path}?${query}`;
};
