import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RenderedBody } from '../copy/bodies.ts';
import { type Collection, collections } from '../copy/collections.ts';
import { shownPictures } from '../copy/data-pictures.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { namedPictures } from '../copy/named-pictures.ts';
import type { PrintablePicture } from '../copy/printable-picture.ts';
import { type Entry, shownPath } from '../copy/read.ts';
import { readEntryText } from '../copy/read-entry.ts';
import { type RenderMarkdown, renderedBodyOf } from '../copy/rendered-entry.ts';
import { standing } from '../copy/standing.ts';
import type { BodySetting } from '../copy/typeset.ts';
import type { WrittenEntry } from '../copy/written.ts';
import type { Inspect, Picture } from '../darkroom/darkroom.ts';
import { createFileFinder, filesBeside, type FoundFile } from '../darkroom/files-beside.ts';
import { shelfMark, shelve } from '../darkroom/shelf.ts';

/** What texts are read and shown with while somebody writes. */
export interface WritingSetting extends BodySetting {
  contentDir: string;
  paperDir: string;
  astroRoot: string;
  /** The edition's moment, at which stories may be withdrawn. */
  moment: Date;
  render: RenderMarkdown;
  /** Is told of each file that a body which is shown links to, so that it can be served. */
  found: (files: readonly FoundFile[]) => void;
  /** A digest of the code that prints pictures. */
  code: string;
}

/** What was read of a text. */
export interface ReadText {
  /** Undefined if nothing in it is usable. */
  entry: Entry<object> | undefined;
  mistakes: Mistake[];
  /** The absolute paths of the pictures that it names and that can be printed. */
  pictureFiles: string[];
  /** The entry as pages show it; for a text without mistakes. */
  written: () => WrittenEntry;
}

/** Makes a reader of texts, of files or not saved. */
export const createTextReader = (setting: WritingSetting) => {
  const { contentDir, paperDir, astroRoot, code } = setting;
  const shelved = new Map<string, PrintablePicture>();

  /** Each is put on the shelf once, however many stories show it. */
  const shelveOnce = (picture: Picture): PrintablePicture => {
    const key = `${picture.file} ${shelfMark(picture)} ${JSON.stringify(picture.copy)}`;
    const known = shelved.get(key) ?? shelve(astroRoot, picture, code);
    shelved.set(key, known);
    return known;
  };

  const bodyOf = async (
    entry: Entry<object>,
    pictures: Readonly<Record<string, PrintablePicture>>,
  ): Promise<RenderedBody> => {
    const find = createFileFinder([contentDir, paperDir]);
    const files = filesBeside(entry.body, entry.file, find);
    setting.found(Object.values(files));
    return renderedBodyOf(entry, { pictures, files }, setting, setting.render);
  };

  /**
   * Reads a text.
   * @param inspect finds and examines the pictures that it names
   */
  return async (
    collection: Collection,
    file: string,
    text: string,
    inspect: Inspect,
  ): Promise<ReadText> => {
    const { entry: read, mistakes } = readEntryText(collection, file, paperDir, text);
    const entry = read && standing(collection, read, setting.moment);
    // Without a prototype: a picture may have any name, `__proto__` too.
    const pictures = Object.create(null) as Record<string, PrintablePicture>;
    const pictureFiles: string[] = [];
    for (const { src, ...said } of entry ? namedPictures(entry) : []) {
      const picture = await inspect(src, file);
      if ('found' in picture) {
        mistakes.push({ file: shownPath(file, paperDir), ...picture });
        continue;
      }
      pictureFiles.push(picture.file);
      pictures[src] = shelveOnce({ ...picture, copy: said });
    }
    return {
      entry,
      mistakes,
      pictureFiles,
      written: () => {
        if (!entry) throw new Error(`${file} cannot be shown.`);
        let body: Promise<RenderedBody> | undefined;
        return {
          collection,
          id: entry.id,
          data: shownPictures(entry.data, pictures, (path) => path),
          digest: createHash('sha256').update(text).digest('hex'),
          markdown: collections[collection].ending === '.md' ? entry.body : undefined,
          pictures: Object.values(pictures).map((picture) => ({
            ...picture,
            stand: join(astroRoot, picture.path),
          })),
          body: () => (body ??= bodyOf(entry, pictures)),
        };
      },
    };
  };
};

/** Reads a text: see {@link createTextReader}. */
export type TextReader = ReturnType<typeof createTextReader>;
