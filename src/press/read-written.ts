import { join } from 'node:path';
import { servedPicture } from '../astro/picture-metadata.ts';
import type { KeptEntry } from '../check/kept-entries.ts';
import type { RenderedBody } from '../copy/bodies.ts';
import type { PictureInBody } from '../copy/body.ts';
import { type Collection, collections } from '../copy/collections.ts';
import { shownPictures } from '../copy/data-pictures.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { namedPictures } from '../copy/named-pictures.ts';
import { type Entry, shownPath } from '../copy/read.ts';
import { type Reading, readEntryText } from '../copy/read-entry.ts';
import { type RenderMarkdown, renderedBodyOf } from '../copy/rendered-entry.ts';
import { standing } from '../copy/standing.ts';
import { digestOfText } from '../copy/unread-body.ts';
import type { BodySetting } from '../copy/typeset.ts';
import type { WrittenBody, WrittenEntry, WrittenPicture } from '../copy/written.ts';
import type { Inspect } from '../darkroom/darkroom.ts';
import { createFileFinder, filesBeside, type FoundFile } from '../darkroom/files-beside.ts';
import { shelve } from '../darkroom/shelf.ts';
import { oncePerPicture } from './once-per-picture.ts';

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
  const shelveOnce = oncePerPicture((picture) => {
    const printable = shelve(astroRoot, picture, code);
    const stand = join(astroRoot, printable.path);
    return { ...printable, stand, src: servedPicture(stand, printable) };
  });

  const bodyOf = async (
    entry: Entry<object>,
    pictures: Readonly<Record<string, WrittenPicture>>,
  ): Promise<RenderedBody> => {
    const find = createFileFinder([contentDir, paperDir]);
    const files = filesBeside(entry.body, entry.file, find);
    setting.found(Object.values(files));
    return renderedBodyOf(entry, { pictures, files }, setting, setting.render);
  };

  const writtenBody = (
    entry: Entry<object>,
    pictures: Readonly<Record<string, WrittenPicture>>,
  ): WrittenBody => {
    let rendering: Promise<void> | undefined;
    let rendered: RenderedBody | undefined;
    return {
      markdown: () => entry.body,
      links: [],
      render: () =>
        (rendering ??= bodyOf(entry, pictures).then((body) => {
          rendered = body;
        })),
      rendered: () => {
        if (rendered) return rendered;
        throw new Error(`The body of ${entry.shown} is shown before it is rendered.`);
      },
    };
  };

  /**
   * Reads on, from what a file says.
   * @param digest of its text
   * @param inspect finds and examines the pictures that it names
   * @param inBody the pictures in its body, if they are known
   */
  const readOn = async (
    collection: Collection,
    file: string,
    { entry: read, mistakes: found }: Reading<object>,
    digest: string,
    inspect: Inspect,
    inBody?: readonly PictureInBody[],
  ): Promise<ReadText> => {
    const mistakes = [...found];
    const entry = read && standing(collection, read, setting.moment);
    // Without a prototype: a picture may have any name, `__proto__` too.
    const pictures = Object.create(null) as Record<string, WrittenPicture>;
    const pictureFiles: string[] = [];
    for (const { src, ...said } of entry ? namedPictures(entry, inBody) : []) {
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
        const hasBody = collections[collection].ending === '.md';
        return {
          collection,
          id: entry.id,
          data: shownPictures(entry.data, pictures),
          digest,
          pictures: Object.values(pictures),
          body: hasBody ? writtenBody(entry, pictures) : undefined,
        };
      },
    };
  };

  return {
    /** A text, which may be that of a file. */
    text: (
      collection: Collection,
      file: string,
      text: string,
      inspect: Inspect,
    ): Promise<ReadText> =>
      readOn(
        collection,
        file,
        readEntryText(collection, file, paperDir, text),
        digestOfText(text),
        inspect,
      ),
    /** A file as the last check has kept it. */
    kept: (
      collection: Collection,
      file: string,
      { entry, mistakes, pictures }: KeptEntry,
      inspect: Inspect,
    ): Promise<ReadText> =>
      readOn(collection, file, { entry, mistakes }, entry?.digest ?? '', inspect, pictures),
  };
};

/** Reads texts: see {@link createTextReader}. */
export type TextReader = ReturnType<typeof createTextReader>;
