import { join } from 'node:path';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { percentDecoded } from '../../../percent-decoded.ts';
import type { Desk } from '../desk.ts';
import type { OpenedFile } from '../opened-file.ts';
import { folderOf } from '../paper-files.ts';

/** Addresses in this page of pictures, by their paths from the paper's folder. */
export type PictureUrls = Readonly<Record<string, string>>;

/** The address of a picture that a file names: `./lead.jpg`, `lead%20one.jpg`, `../other/lead.jpg`. */
export const pictureUrl = (urls: PictureUrls, file: string, src: string): string | undefined =>
  urls[join(folderOf(file), percentDecoded(src))] ?? urls[join(folderOf(file), src)];

/** Pictures beside a file that its text may name, by their names, and those elsewhere, by their paths (`../logo.png`). */
const namedIn = (desk: Desk, file: string, text: string): string[] => {
  const beside = desk.files.picturesBeside(file).filter((path) => {
    const name = path.slice(folderOf(path).length);
    return [name, encodeURI(name), encodeURIComponent(name)].some((one) => text.includes(one));
  });
  const elsewhere = text.match(/\.\.\/[^\s"'()<>]+/g) ?? [];
  return [...beside, ...elsewhere.map((src) => join(folderOf(file), percentDecoded(src)))];
};

/** The pictures that a file may name, stored or not yet. */
export const usePictureUrls = (desk: Desk, file: OpenedFile): (() => PictureUrls) => {
  const read = useSignal<PictureUrls>({});
  const asked = useRef(new Set<string>());
  useSignalEffect(() => {
    const text = file.text.value;
    for (const path of namedIn(desk, file.path, text)) {
      const stored = desk.files.all.value.get(path);
      const asking = `${path} ${stored?.version ?? ''}`;
      if (!stored || stored.text !== undefined || asked.current.has(asking)) continue;
      asked.current.add(asking);
      desk.forge.readBytes(stored.forgeFile).then(
        (bytes) => {
          read.value = { ...read.peek(), [path]: URL.createObjectURL(bytes) };
        },
        () => asked.current.delete(asking),
      );
    }
  });
  useEffect(
    () => () => {
      for (const url of Object.values(read.peek())) URL.revokeObjectURL(url);
    },
    [],
  );
  return () => ({
    ...read.value,
    ...Object.fromEntries(
      file.newPictures.value.map(({ name, url }) => [folderOf(file.path) + name, url]),
    ),
  });
};
