import type { WrittenPicture } from '../copy/written.ts';
import type { Picture } from '../darkroom/darkroom.ts';
import { shelfMark } from '../darkroom/shelf.ts';

/** Makes what pages get of a picture once, however many stories show it. */
export const oncePerPicture = (
  make: (picture: Picture) => WrittenPicture,
): ((picture: Picture) => WrittenPicture) => {
  const made = new Map<string, WrittenPicture>();
  return (picture) => {
    const key = `${picture.file} ${shelfMark(picture)} ${JSON.stringify(picture.copy)}`;
    const known = made.get(key) ?? make(picture);
    made.set(key, known);
    return known;
  };
};
