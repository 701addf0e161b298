import type { CollectionEntry } from 'astro:content';
import { addEntryPicture } from '../astro/entry-pictures.ts';
import { pictureOf } from '../astro/picture-metadata.ts';
import { withBody } from '../astro/rendered.ts';
import type { WrittenEntry } from '../copy/written.ts';

/*
 * Nothing here depends on what has been written, so this module outlives each save, and an entry is made once for each
 * version of its text.
 */

/** What Astro takes for the file of every entry: see the loader. */
const filePath = 'copy';

type Rendered = CollectionEntry<'articles'>['rendered'];

const made = new WeakMap<WrittenEntry, object>();
const bodies = new WeakMap<object, () => Promise<void>>();

const makeEntry = (written: WrittenEntry): object => {
  const { collection, id, digest, data, markdown } = written;
  const pictures = new Map(
    written.pictures.map(({ path, stand, width, height, drawing }) => [
      path,
      pictureOf(stand, { width, height, format: drawing ? 'png' : 'jpg' }),
    ]),
  );
  const shown = Object.entries(data).map(([name, value]) => {
    const picture = pictures.get((value as { src?: string } | undefined)?.src ?? '');
    return [name, picture ? { ...(value as object), src: picture } : value] as const;
  });
  const entry = { collection, id, digest, filePath, data: Object.fromEntries(shown) };
  if (markdown === undefined) return entry;
  let rendered: Rendered | undefined;
  const whole = Object.defineProperty({ ...entry, body: markdown }, 'rendered', {
    get: () => {
      if (!rendered)
        throw new Error(`The body of ${collection}/${id} is shown before it is rendered.`);
      return rendered;
    },
  });
  bodies.set(whole, async () => {
    for (const [path, picture] of pictures) addEntryPicture(path, filePath, picture);
    rendered ??= withBody<{ rendered?: Rendered }>({}, await written.body()).rendered;
  });
  return whole;
};

/** An entry as Astro would have made it of a saved file. Its body is not rendered yet: see {@link renderBodies}. */
export const entryOf = (written: WrittenEntry): object => {
  const entry = made.get(written) ?? makeEntry(written);
  made.set(written, entry);
  return entry;
};

/**
 * Has bodies rendered before a page shows them: while somebody writes, those of the whole archive are not. In a build,
 * all have been.
 */
export const renderBodies = async (...entries: readonly object[]): Promise<void> => {
  for (const entry of entries) await bodies.get(entry)?.();
};
