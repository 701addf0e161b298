import { addEntryPicture } from '../astro/entry-pictures.ts';
import { pictureOf } from '../astro/picture-metadata.ts';
import { renderedAs } from '../astro/rendered.ts';
import type { WrittenEntry, WrittenPicture } from '../copy/written.ts';

/*
 * Nothing here depends on what has been written, so this module outlives each save, and an entry is made once for each
 * version of its text.
 */

/** What Astro takes for the file of every entry: pictures are named from its folder, Astro's root. */
const filePath = 'copy';

type Metadata = ReturnType<typeof pictureOf>;

const metadata = new WeakMap<WrittenPicture, Metadata>();

/** Made once for each picture, however many stories show it. */
const metadataOf = (picture: WrittenPicture): Metadata => {
  const known = metadata.get(picture) ?? pictureOf(picture);
  metadata.set(picture, known);
  return known;
};

const withPictures = ({ data, pictures }: WrittenEntry): WrittenEntry['data'] => {
  if (pictures.length === 0) return data;
  const byPath = new Map(pictures.map((picture) => [picture.path, picture]));
  const shown = { ...data };
  for (const [name, value] of Object.entries(shown)) {
    const picture = byPath.get((value as { src?: string } | undefined)?.src ?? '');
    if (picture) shown[name] = { ...(value as object), src: metadataOf(picture) };
  }
  return shown;
};

/** An entry as Astro would have made it of a file. Its text is read when something asks for it: most pages show nothing of most. */
class CopyEntry {
  readonly collection: string;
  readonly id: string;
  readonly digest: string;
  readonly filePath = filePath;
  readonly data: WrittenEntry['data'];
  readonly #written: WrittenEntry;

  constructor(written: WrittenEntry) {
    this.collection = written.collection;
    this.id = written.id;
    this.digest = written.digest;
    this.data = withPictures(written);
    this.#written = written;
  }

  get body(): string | undefined {
    return this.#written.body?.markdown();
  }

  get rendered(): ReturnType<typeof renderedAs> | undefined {
    const { body } = this.#written;
    return body && renderedAs(body.rendered());
  }

  get links(): readonly string[] {
    return this.#written.body?.links ?? [];
  }

  async renderBody(): Promise<void> {
    const { body, pictures } = this.#written;
    if (!body) return;
    for (const picture of pictures) addEntryPicture(picture.path, filePath, metadataOf(picture));
    await body.render();
  }
}

const made = new WeakMap<WrittenEntry, CopyEntry>();

/** An entry for pages. Its body may not be rendered yet: see {@link renderBodies}. */
export const entryOf = (written: WrittenEntry): object => {
  const entry = made.get(written) ?? new CopyEntry(written);
  made.set(written, entry);
  return entry;
};

/** Has bodies rendered before a page shows them: while somebody writes, those of the whole archive are not. */
export const renderBodies = async (...entries: readonly object[]): Promise<void> => {
  for (const entry of entries) if (entry instanceof CopyEntry) await entry.renderBody();
};

/** The addresses on this site that the body of an entry links to. */
export const linksOf = (entry: object): readonly string[] =>
  entry instanceof CopyEntry ? entry.links : [];
