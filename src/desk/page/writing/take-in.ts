import type { Desk } from '../desk.ts';
import type { NewPicture, OpenFile } from '../open-file.ts';
import {
  PictureError,
  type PictureFault,
  type PreparedPicture,
  preparePicture,
} from '../../pictures/prepare-picture.ts';

/** Pictures that are ready, and files that cannot be taken in. */
export interface TakenIn {
  pictures: readonly PreparedPicture[];
  refused: readonly { name: string; fault: PictureFault }[];
}

/** The names of all pictures beside a file, stored or not. */
export const namesBeside = (
  { files }: Pick<Desk, 'files'>,
  file: Pick<OpenFile, 'path' | 'newPictures'>,
): string[] => [
  ...files.picturesBeside(file.path).map((path) => path.slice(path.lastIndexOf('/') + 1)),
  ...file.newPictures.value.map(({ name }) => name),
];

/** Prepares pictures one after the other, so that a phone's memory holds them. */
export const takeIn = async (
  files: readonly File[],
  taken: readonly string[],
  progress: (done: number) => void,
): Promise<TakenIn> => {
  const pictures: PreparedPicture[] = [];
  const refused: { name: string; fault: PictureFault }[] = [];
  for (const [number, one] of files.entries()) {
    try {
      const names = [...taken, ...pictures.map(({ name }) => name)];
      pictures.push(await preparePicture(one, names));
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      refused.push({ name: one.name, fault: error.fault });
    }
    progress(number + 1);
  }
  return { pictures, refused };
};

/** Puts prepared pictures beside a file, until it is saved. */
export const putBeside = (
  file: Pick<OpenFile, 'newPictures'>,
  pictures: readonly (Omit<NewPicture, 'url'> & { url?: string })[],
): void => {
  file.newPictures.value = [
    ...file.newPictures.value,
    ...pictures.map(({ name, bytes }) => ({ name, bytes, url: URL.createObjectURL(bytes) })),
  ];
};
