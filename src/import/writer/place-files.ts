import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { idFrom } from '../decisions/names.ts';
import type { BodyFile, SourceFile } from '../model.ts';
import type { FindUpload } from './find-upload.ts';
import type { Writer } from './memory.ts';
import { withoutPicture } from './missing-pictures.ts';
import { type Picture, readPicture } from './read-picture.ts';
import type { Note } from './report.ts';

/** Where a picture or file of a story is, relative to the story, or on the site. */
export interface Placed {
  path: string;
  /** The file in the uploads that it was made from. */
  from: string;
}

/** Fetches a file that is not among the uploads; undefined if it cannot be had. */
export type Fetch = (urls: readonly string[]) => Promise<string | undefined>;

/** Puts pictures and files of one story where the paper looks for them. */
export interface FilePlacer {
  picture: (wanted: Wanted) => Promise<Placed | undefined>;
  download: (wanted: Wanted) => Promise<Placed | undefined>;
  notes: Note[];
}

interface Wanted {
  file?: SourceFile | undefined;
  urls: readonly string[];
}

const shownName = ({ file, urls }: Wanted): string => file?.path ?? urls[0] ?? '';

/** Files that a paper offers as they are; everything else, such as a program, is not brought. */
const offered =
  /\.(?:pdf|mp3|m4a|ogg|oga|wav|flac|mp4|m4v|webm|mov|zip|csv|txt|docx?|xlsx?|pptx?|odt|ods|epub)$/i;

/** What servers answer instead of a file that they do not have, and what must not be served under another name. */
const webPage = /^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html|head|body|script|svg|\?php)\b/i;

/**
 * @param folder the story's folder below the content folder
 * @param find looks into the uploads
 * @param fetch downloads, if the command allows that
 * @param writer writes into the content folder
 */
export const placerFor = (
  folder: string,
  { find, fetch, writer }: { find: FindUpload; fetch: Fetch; writer: Writer },
): FilePlacer => {
  const notes: Note[] = [];
  /** A story may show a missing picture several times. */
  const say = (note: Note): void => {
    if (!notes.some(({ what, found }) => what === note.what && found === note.found))
      notes.push(note);
  };
  const names = new Map<string, string>();
  const done = new Map<string, Placed | undefined>();
  /** Where a file is, and what it was called on the old site. */
  const located = async (wanted: Wanted): Promise<{ from: string; called: string } | undefined> => {
    const found = find(wanted);
    if (found !== undefined) return { from: found, called: basename(found) };
    const from = await fetch([...wanted.urls, ...(wanted.file?.urls ?? [])]);
    if (from === undefined) return undefined;
    return { from, called: basename(shownName(wanted).replace(/[?#].*$/, '')) };
  };

  const freeName = (from: string, called: string, ending: string): string => {
    const stem = idFrom(basename(called, extname(called))) || 'picture';
    for (let number = 1; ; number += 1) {
      const name = `${stem}${number === 1 ? '' : `-${String(number)}`}.${ending}`;
      const owner = names.get(name);
      if (owner === undefined || owner === from) {
        names.set(name, from);
        return name;
      }
    }
  };
  const picture: FilePlacer['picture'] = async (wanted) => {
    const place = await located(wanted);
    if (!place) {
      say({ weight: 'lost', what: 'A picture is missing', found: shownName(wanted) });
      return undefined;
    }
    const { from, called } = place;
    if (done.has(from)) return done.get(from);
    const read: Picture | string = await readPicture(from);
    if (typeof read === 'string') {
      say({
        weight: 'lost',
        what: 'A picture cannot be used',
        found: `${shownName(wanted)}: ${read}`,
      });
      done.set(from, undefined);
      return undefined;
    }
    if (read.changed !== undefined) {
      say({
        weight: 'know',
        what: 'A picture was converted',
        found: `${shownName(wanted)}: ${read.changed}`,
      });
    }
    const name = freeName(from, called, read.ending);
    writer.write(`${folder}/${name}`, read.bytes);
    const placed = { path: `./${name}`, from };
    done.set(from, placed);
    return placed;
  };
  return {
    notes,
    picture,
    download: async (wanted) => {
      const place = await located(wanted);
      if (!place || !offered.test(place.from)) {
        const what = place ? 'A file of this kind is not brought' : 'A file is missing';
        say({ weight: 'lost', what, found: shownName(wanted) });
        return undefined;
      }
      const { from, called } = place;
      const bytes = await readFile(from);
      if (webPage.test(bytes.toString('latin1', 0, 200))) {
        say({
          weight: 'lost',
          what: 'A file cannot be used',
          found: `${shownName(wanted)}: a web page`,
        });
        return undefined;
      }
      const name = freeName(from, called, extname(from).slice(1).toLowerCase());
      const path = `files/${folder.replace(/^articles\//, '').replace(/^pages$/, 'pages')}/${name}`;
      writer.write(path, bytes);
      return { path: `/${path.split('/').map(encodeURIComponent).join('/')}`, from };
    },
  };
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * A body with its pictures and files in place. A picture that is missing goes, its caption stays as words; of a link to a
 * missing file the words stay.
 * @param placed by mark
 */
export const withPlacedFiles = (
  markdown: string,
  files: readonly BodyFile[],
  placed: ReadonlyMap<string, Placed | undefined>,
): string => {
  let text = markdown;
  for (const { mark, kind, caption, credit } of files) {
    const place = placed.get(mark);
    if (place) {
      text = text.replaceAll(mark, () => place.path);
      continue;
    }
    const title = String.raw`(?:\s+"(?:[^"\\]|\\.)*")?`;
    const words = String.raw`\[((?:[^\[\]\\]|\\.)*)\]`;
    if (kind === 'picture') {
      const left = [caption, credit].filter((part) => part !== '').join(' ');
      const pattern = new RegExp(String.raw`!${words}\(<?${escaped(mark)}>?${title}\)`);
      const kept = left === '' ? '' : `*${left.replaceAll(/[\\*_[\]<>`]/g, String.raw`\$&`)}*`;
      text = withoutPicture(text, pattern, kept);
      continue;
    }
    const pattern = new RegExp(String.raw`${words}\(<?${escaped(mark)}>?${title}\)`, 'g');
    text = text.replaceAll(pattern, (_, kept: string) => kept).replaceAll(mark, '');
  }
  return `${text.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`;
};
