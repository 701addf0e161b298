import type { ImageMetadata } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { unsaved } from 'virtual:unsaved';
import { addEntryPicture } from '../astro/entry-pictures.ts';
import { withBody } from '../astro/rendered.ts';
import type { UnsavedEntry } from '../copy/unsaved.ts';
import { saved } from './saved.ts';

type Collection = keyof typeof saved;

/** What Astro takes for the file of every entry: see the loader. */
const filePath = 'copy';

/** An entry as Astro would have made it of a saved file. */
const entryOf = async ({ data, body, stands, ...rest }: UnsavedEntry): Promise<object> => {
  const pictures = new Map<string, ImageMetadata>();
  for (const [src, file] of Object.entries(stands)) {
    const { default: picture } = (await import(/* @vite-ignore */ file)) as {
      default: ImageMetadata;
    };
    pictures.set(src, picture);
    addEntryPicture(src, filePath, picture);
  }
  const shown = Object.entries(data).map(([name, value]) => {
    const picture = pictures.get((value as { src?: string } | undefined)?.src ?? '');
    return [name, picture ? { ...(value as object), src: picture } : value] as const;
  });
  const entry = { ...rest, filePath, data: Object.fromEntries(shown) };
  return body ? withBody(entry, body) : entry;
};

/** The entries of a collection: what is saved and, while somebody writes, the texts that are not. */
export const copyOf = async <C extends Collection>(
  collection: C,
): Promise<CollectionEntry<C>[]> => {
  const over = unsaved.entries.filter((entry) => entry.collection === collection);
  const ids = new Set(over.map(({ id }) => id));
  return [
    ...saved[collection].filter(({ id }) => !ids.has(id)),
    ...((await Promise.all(over.map(entryOf))) as unknown as CollectionEntry<C>[]),
  ] as CollectionEntry<C>[];
};
