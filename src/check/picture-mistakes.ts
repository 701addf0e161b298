import type { Mistake } from '../copy/mistakes.ts';
import type { inspectPicture } from '../copy/pictures.ts';
import type { Copy } from '../copy/read.ts';

/**
 * Finds lead images and authors' pictures that are missing or broken.
 * @param inspect inspects a picture, only once however often it is shown
 */
export const pictureMistakes = async (
  { articles, authors }: Copy,
  inspect: typeof inspectPicture,
): Promise<Mistake[]> => {
  const named = [
    ...articles.map((entry) => ({ ...entry, field: 'leadImage', image: entry.data.leadImage })),
    ...authors.map((entry) => ({ ...entry, field: 'picture', image: entry.data.picture })),
  ];
  const found = await Promise.all(
    named.map(async ({ shown: file, file: from, field, image }) => {
      if (!image) return [];
      const picture = await inspect(image.src, from);
      return 'found' in picture ? [{ file, field: `${field}.src`, ...picture }] : [];
    }),
  );
  return found.flat();
};
