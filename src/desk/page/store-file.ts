import type { Review } from '../forge/forge.ts';
import { commitMessage } from './commit-message.ts';
import type { Desk } from './desk.ts';
import type { NewPicture } from './open-file.ts';
import { folderOf, type StoredFile } from './paper-files.ts';

/** What a text replaces: nothing, for a new file. */
export interface Stored {
  text: string;
  version?: string;
}

/** A file to store, with new pictures beside it. */
interface FileToStore {
  path: string;
  text: string;
  base: Stored;
  pictures: readonly NewPicture[];
}

/** Notes that a save is part of a request for review. */
export const noteReview = (
  { reviews }: Pick<Desk, 'reviews'>,
  review: Review | undefined,
): void => {
  if (review) reviews.value = [...reviews.value.filter(({ url }) => url !== review.url), review];
};

/**
 * Stores a text and its new pictures, in one save.
 * @returns the new version of the text, and all files as the paper has them now
 * @throws {ForgeError} and then nothing is stored
 */
export const storeFile = async (
  desk: Pick<Desk, 'files' | 'forge' | 'reviews'>,
  { path, text, base, pictures }: FileToStore,
): Promise<{ version: string; files: Pick<StoredFile, 'path' | 'version' | 'text'>[] }> => {
  const { all, forgePath } = desk.files;
  const placeOf = ({ name }: NewPicture): string => folderOf(path) + name;
  const pictureChanges = await Promise.all(
    pictures.map(async (picture) => {
      const replaced = all.value.get(placeOf(picture))?.version;
      return {
        path: forgePath(placeOf(picture)),
        content: new Uint8Array(await picture.bytes.arrayBuffer()),
        ...(replaced !== undefined && { was: replaced }),
      };
    }),
  );
  const textChange = {
    path: forgePath(path),
    content: text,
    ...(base.version !== undefined && { was: base.version }),
  };
  const { versions, review } = await desk.forge.save(
    [...pictureChanges, textChange],
    commitMessage(path, base.version === undefined ? undefined : base.text, text),
  );
  noteReview(desk, review);
  const versionAt = (at: string): string => versions.get(forgePath(at)) ?? '';
  const version = versionAt(path);
  const shown = pictures.map(placeOf).map((at) => ({ path: at, version: versionAt(at) }));
  return { version, files: [...shown, { path, version, text }] };
};
