import type { LeadImageCopy } from '../schemas/article.ts';
import { aiOfSourceType } from '../schemas/source-type.ts';
import type { EntryPictures, PictureLabel, PrintablePicture } from './printable-picture.ts';

/** A lead image as it is shown. */
export interface ShownImage extends LeadImageCopy {
  /** Whose it is, as copy and file say together. */
  label?: PictureLabel | undefined;
}

/** What the copy does not say of a lead image, its file says. */
const filled = (image: LeadImageCopy, { alt, label }: PrintablePicture): ShownImage => {
  const credit = image.credit ?? label?.credit;
  const ai = image.ai ?? aiOfSourceType(label?.source);
  return {
    ...image,
    ...(image.alt === '' && !image.decorative && alt !== undefined && { alt }),
    ...(credit !== undefined && { credit }),
    ...(ai && { ai }),
    ...(label && { label }),
  };
};

/**
 * Data of an entry with its pictures as they are shown: what the copy does not say, their files do.
 * @returns with the paths of what stands for its pictures
 */
export const shownPictures = (data: object, pictures: EntryPictures): Record<string, unknown> => {
  const shown: Record<string, unknown> = { ...data };
  for (const name of ['leadImage', 'picture']) {
    const value = shown[name];
    if (typeof value !== 'object') continue;
    const { src } = value as { src: string };
    const known = pictures[src];
    const image = known && name === 'leadImage' ? filled(value as LeadImageCopy, known) : value;
    shown[name] = { ...image, src: known?.path ?? src };
  }
  return shown;
};
