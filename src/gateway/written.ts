import { addEntryPicture } from '../astro/entry-pictures.ts';
import { pictureOf } from '../astro/picture-metadata.ts';
import { renderedAs } from '../astro/rendered.ts';
import type { WrittenBody, WrittenEntry } from '../copy/written.ts';

/*
 * Nothing here depends on what has been written, so this module outlives each save, and an entry is made once for each
 * version of its text.
 */

/** What Astro takes for the file of every entry: pictures are named from its folder, Astro's root. */
const filePath = 'copy';

const made = new WeakMap<WrittenEntry, object>();
const bodies = new WeakMap<object, WrittenBody & { addPictures: () => void }>();

const makeEntry = (written: WrittenEntry): object => {
  const { collection, id, digest, data, body } = written;
  const pictures = new Map(written.pictures.map((each) => [each.path, pictureOf(each)]));
  const shown = Object.entries(data).map(([name, value]) => {
    const picture = pictures.get((value as { src?: string } | undefined)?.src ?? '');
    return [name, picture ? { ...(value as object), src: picture } : value] as const;
  });
  const entry = { collection, id, digest, filePath, data: Object.fromEntries(shown) };
  if (!body) return entry;
  // Read when something asks for them: most pages show nothing of most bodies.
  const whole = Object.defineProperties(entry, {
    body: { get: body.markdown },
    rendered: { get: () => renderedAs(body.rendered()) },
  });
  bodies.set(whole, {
    ...body,
    addPictures: () => {
      for (const [path, picture] of pictures) addEntryPicture(path, filePath, picture);
    },
  });
  return whole;
};

/** An entry as Astro would have made it of a file. Its body may not be rendered yet: see {@link renderBodies}. */
export const entryOf = (written: WrittenEntry): object => {
  const entry = made.get(written) ?? makeEntry(written);
  made.set(written, entry);
  return entry;
};

/** Has bodies rendered before a page shows them: while somebody writes, those of the whole archive are not. */
export const renderBodies = async (...entries: readonly object[]): Promise<void> => {
  for (const entry of entries) {
    const body = bodies.get(entry);
    body?.addPictures();
    await body?.render();
  }
};

/** The addresses on this site that the body of an entry links to. */
export const linksOf = (entry: object): readonly string[] => bodies.get(entry)?.links ?? [];
