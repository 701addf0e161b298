import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FoundPictures } from '../copy/loader.ts';
import { type NamedPicture, namedPictures } from '../copy/named-pictures.ts';
import type { EntryPictures, PrintablePicture } from '../copy/printable-picture.ts';
import { type Collection, readEntry } from '../copy/read.ts';
import { darkroomCode } from './code.ts';
import { createInspector, type Developed } from './darkroom.ts';
import { openMemory } from './memory.ts';
import { shelve } from './shelf.ts';

/** The pictures of the whole copy, by the absolute paths of the files that name them. */
export type CopyPictures = Readonly<Record<string, EntryPictures>>;

/** Finds the pictures of a file: see `LoaderSetting`. */
type FindPictures = (collection: Collection, file: string, text: string) => Promise<FoundPictures>;

/**
 * Finds what a build has put on the shelf after its check.
 * @param list absolute path of the list of the copy's pictures
 */
export const shelvedPictures =
  (list: string): (() => FindPictures) =>
  () => {
    const all = JSON.parse(readFileSync(list, 'utf8')) as CopyPictures;
    return (_, file) => Promise.resolve({ pictures: all[file] ?? {}, mistakes: [] });
  };

/**
 * Finds pictures while somebody writes: each reading of the copy looks at the disk again, but decodes only what is new.
 * @param setting the folders of the paper, Astro's root, and the folder that is kept between builds
 */
export const picturesWhileWriting = ({
  contentDir,
  paperDir,
  astroRoot,
  cacheDir,
}: Record<'contentDir' | 'paperDir' | 'astroRoot' | 'cacheDir', string>): (() => FindPictures) => {
  const code = darkroomCode();
  const memory = openMemory(cacheDir, code);
  const developed: Developed = new Map();
  const namedIn = new Map<string, NamedPicture[]>();
  const named = (collection: Collection, file: string, text: string): NamedPicture[] => {
    const key = `${collection}\n${file}\n${createHash('sha256').update(text).digest('hex')}`;
    const known = namedIn.get(key);
    if (known) return known;
    const { entry } = readEntry(collection, file, paperDir);
    const found = entry ? namedPictures(entry) : [];
    namedIn.set(key, found);
    return found;
  };
  return () => {
    const inspect = createInspector([contentDir, paperDir], memory, developed);
    return async (collection, file, text) => {
      // Without a prototype: a picture may have any name, `__proto__` too.
      const pictures = Object.create(null) as Record<string, PrintablePicture>;
      const mistakes: FoundPictures['mistakes'] = [];
      for (const { src, ...said } of named(collection, file, text)) {
        const picture = await inspect(src, file);
        if ('found' in picture) mistakes.push(picture);
        else pictures[src] = shelve(astroRoot, { ...picture, copy: said }, code);
      }
      return { pictures, mistakes };
    };
  };
};
