import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../desk.ts';
import type { OpenedFile } from '../opened-file.ts';
import { folderOf } from '../paper-files.ts';

/** The path of a picture as its file names it. */
const named = (name: string): string => `./${name}`;

/** Addresses in this page of the pictures that a file names, stored or not, by their paths in the file: `./lead.jpg`. */
export const usePictureUrls = (desk: Desk, file: OpenedFile) => {
  const read = useSignal<Readonly<Record<string, string>>>({});
  const asked = useRef(new Set<string>());
  useSignalEffect(() => {
    const text = file.text.value;
    for (const path of desk.files.picturesBeside(file.path)) {
      const name = path.slice(folderOf(path).length);
      const stored = desk.files.all.value.get(path);
      if (!stored || asked.current.has(name) || !text.includes(name)) continue;
      asked.current.add(name);
      desk.forge.readBytes(stored.forgeFile).then(
        (bytes) => {
          read.value = { ...read.peek(), [named(name)]: URL.createObjectURL(bytes) };
        },
        () => asked.current.delete(name),
      );
    }
  });
  useEffect(
    () => () => {
      for (const url of Object.values(read.peek())) URL.revokeObjectURL(url);
    },
    [],
  );
  return (): Record<string, string> => ({
    ...read.value,
    ...Object.fromEntries(file.newPictures.value.map(({ name, url }) => [named(name), url])),
  });
};
