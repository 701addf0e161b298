import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetsFolder } from '../astro/printed-files.ts';
import type { Checked } from '../check/check-paper.ts';
import { type Bodies, type KnownBody, openBodies, type RenderedBody } from '../copy/bodies.ts';
import { openCaptions } from '../copy/captions.ts';
import { type Collection, collections } from '../copy/collections.ts';
import { shownPictures } from '../copy/data-pictures.ts';
import type { FiledEntry } from '../copy/read.ts';
import { type RenderMarkdown, renderedBodyOf } from '../copy/rendered-entry.ts';
import type { EntryFiles, FileToTake } from '../copy/take-along.ts';
import type { BodySetting } from '../copy/typeset.ts';
import type { WrittenBody, WrittenEntry, WrittenPicture } from '../copy/written.ts';
import { darkroomCode } from '../darkroom/code.ts';
import { createFileFinder, filesBeside } from '../darkroom/files-beside.ts';
import { shelvable } from '../darkroom/shelf.ts';
import { isShown, type Publishable, type Scope } from '../edition/public.ts';
import { codeDigest } from './digests.ts';
import { oncePerPicture } from './once-per-picture.ts';

/** How the copy of an edition is made ready for its pages. */
export interface PrintSetting extends Scope {
  contentDir: string;
  paperDir: string;
  /** The paper's language, a BCP 47 tag, and its time zone. */
  language: string;
  timeZone: string;
  /** The base path, with slashes around it. */
  base: string;
  body: BodySetting;
  /** The folder that keeps rendered bodies between builds. */
  bodiesDir: string;
  /** Astro's root, and the folder of new files. */
  root: string;
  next: string;
  render: RenderMarkdown;
}

/**
 * Makes what stands for pictures in a build. The file that stands for one is written when Astro asks for it: an edit prints
 * few pages, and few pictures.
 */
const createShelf = ({ root, next, base }: Pick<PrintSetting, 'root' | 'next' | 'base'>) => {
  const code = darkroomCode();
  return oncePerPicture((picture) => {
    const { printable, standIn, note } = shelvable(picture, code);
    // As Vite names the files that code imports: by their names and digests of their content.
    const digest = hash('sha256', standIn, 'base64url').slice(0, 6);
    const name = `${assetsFolder}/${picture.name}.${digest}.${printable.drawing ? 'png' : 'jpg'}`;
    const stand = join(next, name);
    let isPlaced = false;
    const place = (): void => {
      if (isPlaced) return;
      isPlaced = true;
      note(root);
      mkdirSync(dirname(stand), { recursive: true });
      writeFileSync(stand, standIn);
    };
    return { ...printable, src: `${base}${name}`, stand, place };
  });
};

/** What is shown of a picture: its address changes with its content. Where its stand-in is makes no difference. */
const pictureShown = ([src, shown]: [string, WrittenPicture]): unknown => [
  src,
  { ...shown, stand: undefined },
];

/** What a body shows of files, likewise. */
const fileShown = ([key, { path, name }]: [string, FileToTake]): unknown => [key, path, name];

/** A body, and the digest of all that decides how it looks. */
interface FoundBody {
  digest: string;
  body: WrittenBody | undefined;
}

/** What a body is found by, where, and the pictures that it may show. */
interface ToFind {
  digest: string;
  named: Readonly<Record<string, WrittenPicture>>;
  bodies: Bodies;
}

/** A body that is on the disk. */
class KeptBody implements WrittenBody {
  readonly links: readonly string[];
  readonly #bodies: Bodies;
  readonly #digest: string;
  readonly #again: () => Promise<unknown>;

  /** @param again renders it and writes it again, if it is not there as it was written */
  constructor(
    bodies: Bodies,
    digest: string,
    links: readonly string[],
    again: () => Promise<unknown>,
  ) {
    this.links = links;
    this.#bodies = bodies;
    this.#digest = digest;
    this.#again = again;
  }

  async render(): Promise<void> {
    if (!this.#bodies.read(this.#digest)) await this.#again();
  }

  rendered(): RenderedBody {
    const body = this.#bodies.read(this.#digest);
    if (body) return body;
    throw new Error('The cache was changed while the paper was being built. Build again.');
  }

  markdown(): string {
    return this.rendered().markdown;
  }
}

/**
 * Makes the copy that an edition shows ready for its pages, and renders the bodies that are not kept from the last one. No
 * other copy gets to pages, so that nothing of it can leak.
 */
export const copyToPrint = async (
  { copy, pictures }: Pick<Checked, 'copy' | 'pictures'>,
  setting: PrintSetting,
): Promise<WrittenEntry[]> => {
  const { contentDir, paperDir, bodiesDir } = setting;
  const code = codeDigest('copy', [setting.base, setting.language, setting.timeZone]);
  const digestOf = (
    { digest, data }: FiledEntry<object>,
    named: Readonly<Record<string, WrittenPicture>>,
    beside: unknown = [],
  ): string => {
    // A story that is withdrawn at a later moment has the same text before.
    const { withdrawn } = data as { withdrawn?: unknown };
    const shown = Object.entries(named).map(pictureShown);
    return hash('sha256', JSON.stringify([code, digest, withdrawn, shown, beside]));
  };
  const shelf = createShelf(setting);
  const captions = openCaptions(contentDir, setting.language);
  const ofBody: BodySetting = { ...setting.body, captions: captions.of };
  const find = createFileFinder([contentDir, paperDir]);

  const render = (
    entry: FiledEntry<object>,
    pictures: ToFind['named'],
    files: EntryFiles,
  ): Promise<RenderedBody> => renderedBodyOf(entry, { pictures, files }, ofBody, setting.render);

  /** A body that is kept. */
  const found = (
    entry: FiledEntry<object>,
    { digest, named, bodies }: ToFind,
    { links }: KnownBody,
  ): FoundBody => ({
    digest,
    body: new KeptBody(bodies, digest, links, async () => {
      bodies.write(digest, await render(entry, named, filesBeside(entry.body, entry.file, find)));
    }),
  });

  /**
   * Finds the body of an entry that was not found by its own text, or renders it. Only if files beside it decide how it looks is
   * its text needed for that.
   */
  const bodyOf = async (entry: FiledEntry<object>, alone: ToFind): Promise<FoundBody> => {
    const { named, bodies } = alone;
    const files = filesBeside(entry.body, entry.file, find);
    const beside = [Object.entries(files).map(fileShown), captions.keyFor(entry.body)];
    const digest = digestOf(entry, named, beside);
    const kept = bodies.known(digest);
    if (kept) return found(entry, { digest, named, bodies }, kept);
    const rendered = await render(entry, named, files);
    const place = rendered.alone ? alone.digest : digest;
    bodies.write(place, rendered);
    return found(entry, { digest: place, named, bodies }, rendered);
  };

  /** An entry with its body; it is waited for only if it is not kept, because an archive has many that are. */
  const entryOf = (
    collection: Collection,
    entry: FiledEntry<object>,
    bodies: Bodies | undefined,
  ): WrittenEntry | Promise<WrittenEntry> => {
    const { id, file, data } = entry;
    // Without a prototype: a picture may have any name, `__proto__` too.
    const named = Object.create(null) as Record<string, WrittenPicture>;
    for (const [src, picture] of pictures.get(file) ?? []) named[src] = shelf(picture);
    const written = ({ digest, body }: FoundBody): WrittenEntry => ({
      ...{ collection, id, digest, body },
      data: shownPictures(data, named),
      pictures: Object.values(named),
    });
    const digest = digestOf(entry, named);
    if (!bodies) return written({ digest, body: undefined });
    const known = bodies.known(digest);
    const alone = { digest, named, bodies };
    return known?.alone ? written(found(entry, alone, known)) : bodyOf(entry, alone).then(written);
  };

  const entries: WrittenEntry[] = [];
  for (const [name, { ending }] of Object.entries(collections)) {
    const collection = name as Collection;
    const bodies = ending === '.md' ? openBodies(join(bodiesDir, collection)) : undefined;
    const digests = new Set<string>();
    for (const entry of copy[collection]) {
      if (collection === 'articles' && !isShown(entry.data as Publishable, setting)) continue;
      const made = entryOf(collection, entry, bodies);
      const written = made instanceof Promise ? await made : made;
      digests.add(written.digest);
      entries.push(written);
    }
    bodies?.keepOnly(digests);
  }
  return entries;
};
