import type { ProfilePage } from 'schema-dts';
import { profileData } from '../metadata/structured-data/author.ts';
import { cropSize } from '../darkroom/crop-size.ts';
import { addresses, edition } from './edition.ts';
import { sizeOf } from './picture-size.ts';
import { printPicture } from './print-picture.ts';

/** An author's structured data, with a square crop of their picture. */
export const profileOf = async (id: string): Promise<ProfilePage> => {
  const author = edition.author(id);
  const portrait =
    author.picture &&
    (await printPicture(author.picture.src, {
      ...cropSize(sizeOf(author.picture.src), { width: 640, height: 640 }),
      fit: 'cover',
      format: 'webp',
    }));
  return profileData(
    author,
    addresses.absolute(addresses.author(id)),
    portrait && addresses.absolute(portrait.src),
  );
};
