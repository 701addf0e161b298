import type { SeePicture } from '../../check/check-text.ts';
import { createFinder, type PaperFolder } from '../../darkroom/find-picture.ts';
import type { ContentFault } from '../../darkroom/kinds.ts';
import type { PictureTexts } from '../../darkroom/texts/picture-texts.ts';
import type { KnownPicture } from './paper-model.ts';
import { absolute, paperDir } from './place.ts';

/** Examines a picture's content: how many frames it has and what its file says of it, or what is wrong with it. */
export type ExaminePicture = (
  bytes: Blob,
) => Promise<{ frames: number; texts?: PictureTexts } | ContentFault>;

/**
 * Sees the pictures of a paper as the darkroom does. Those whose bytes are not at hand are taken for good.
 * @param around the stored files
 * @param given pictures that are not stored yet, or whose bytes are known
 * @param seen what was found out before
 */
export const seePictures = (
  around: PaperFolder,
  given: readonly KnownPicture[],
  examine: ExaminePicture,
  seen: WeakMap<Blob, ReturnType<ExaminePicture>>,
): SeePicture => {
  const byFile = new Map(given.map((picture) => [absolute(picture.path), picture]));
  const find = createFinder([paperDir], {
    namesIn: (folder) => [
      ...around.namesIn(folder),
      ...[...byFile.keys()].flatMap((file) =>
        file.startsWith(`${folder}/`) ? (file.slice(folder.length + 1).split('/')[0] ?? []) : [],
      ),
    ],
    faultOf: (file) => (byFile.has(file) ? undefined : around.faultOf(file)),
  });
  return async (src, from) => {
    const place = find(src, from);
    if ('found' in place) return place;
    const { file } = place;
    const bytes = byFile.get(file)?.bytes;
    if (!bytes) return { file, frames: 1 };
    const looking = seen.get(bytes) ?? examine(bytes);
    seen.set(bytes, looking);
    const facts = await looking;
    if (!('what' in facts)) return { file, ...facts };
    return { found: `${src}, ${facts.what}`, expected: facts.expected, fix: facts.fix };
  };
};
