import type { BodySetting, SourceFile } from '../model.ts';
import { uploadPath } from './find-upload.ts';

/** What all addresses of one file have in common: its path below the uploads, on whichever host; else the whole address. */
const keyOf = (url: string): string => (uploadPath(url) ?? url).normalize('NFC').toLowerCase();

/** The names that smaller copies of a file have, without their endings. */
const withoutSize = (key: string): string =>
  key.replace(/(?:-\d{2,5}x\d{2,5}|-scaled|-e\d{10,13}(?:-\d{2,5}x\d{2,5})?)(?=\.\w+$)/, '');

/** Finds files of the library by id, or by any address: of any host, size or edited copy. */
export const filesByAddress = (files: Iterable<SourceFile>): BodySetting['fileOf'] => {
  const byId = new Map<string, SourceFile>();
  const byKey = new Map<string, SourceFile>();
  const smaller = new Map<string, SourceFile>();
  for (const file of files) {
    byId.set(file.id, file);
    const keys = [
      ...(file.path === undefined ? [] : [file.path.normalize('NFC').toLowerCase()]),
      ...file.urls.map(keyOf),
    ];
    for (const key of keys) {
      if (!byKey.has(key)) byKey.set(key, file);
      const plain = withoutSize(key);
      if (!smaller.has(plain)) smaller.set(plain, file);
    }
  }
  return ({ id, url }) => {
    const named = id === undefined ? undefined : byId.get(id);
    const key = url === undefined ? undefined : keyOf(url);
    // The address says which file it is; an id in a class may have been copied from another site.
    const exact = key === undefined ? undefined : (byKey.get(key) ?? smaller.get(withoutSize(key)));
    return exact ?? named;
  };
};
