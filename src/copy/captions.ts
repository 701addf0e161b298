import { createHash } from 'node:crypto';
import { join, parse } from 'node:path';
import { UnreadableError } from './mistakes.ts';
import { playerOf } from './recordings.ts';
import { storyFilesDir, storyFilesName } from './story-files.ts';
import { readTextFile } from './text-file.ts';
import { walk } from './walk.ts';
import type { Captions } from './transcript.ts';
import { type Cue, readCaptions } from './webvtt.ts';
import { percentDecoded } from '../percent-decoded.ts';

/** A file of captions, among the files that stories link to. */
export interface CaptionFile {
  /** Its path from their folder, in NFC. */
  path: string;
  /** Its absolute path. */
  file: string;
  language: string;
  /** The recordings that it belongs to, likewise; none if no recording has its name. */
  recordings: { path: string; file: string }[];
}

/** The captions of a paper's recordings, as they are on the disk. */
export interface CaptionShelf {
  /** The captions of the recording at an address as copy writes it: a path on this site, or another site's address. */
  of: (address: string) => readonly Captions[];
  /** Changes when the captions of any recording that a text may name do. */
  keyFor: (text: string) => string;
}

/** What a file's name says apart from its last ending: `opening.fr` of `opening.fr.vtt`. */
const stem = (path: string): string => path.replace(/\.[^./]*$/, '');

/** The language in a file's name: `fr` of `opening.fr`. Undefined if it is no language that is known. */
const languageIn = (path: string): string | undefined => {
  const suffix = /\.([a-z]{2,3}(?:-[a-z\d]+)*)$/i.exec(path)?.[1];
  if (suffix === undefined) return undefined;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(suffix);
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return names.of(tag) === undefined ? undefined : tag;
  } catch {
    return undefined;
  }
};

/**
 * Finds the captions beside recordings: `opening.vtt` and `opening.fr.vtt` belong to `opening.mp4`.
 * @param contentDir absolute path of the content folder
 * @param language the paper's, in which captions are that name none
 */
export const captionFiles = (contentDir: string, language: string): CaptionFile[] => {
  const folder = storyFilesDir(contentDir);
  const files = walk(folder, { within: [parse(folder).root], hidden: true })
    .files.filter(({ fault }) => fault === undefined)
    .map(({ path }) => ({ path: path.normalize('NFC'), file: join(folder, path) }));
  const recordings = Map.groupBy(
    files.filter(({ path }) => /\.(?:mp3|m4a|ogg|wav|mp4|webm)$/i.test(path)),
    ({ path }) => stem(path),
  );
  return files
    .filter(({ path }) => /\.vtt$/i.test(path))
    .map(({ path, file }) => {
      const name = stem(path);
      const own = recordings.get(name);
      if (own) return { path, file, language, recordings: own };
      const named = languageIn(name);
      const others = named === undefined ? undefined : recordings.get(stem(name));
      return { path, file, language: named ?? language, recordings: others ?? [] };
    });
};

const toRecording = new RegExp(`/${storyFilesName}/`, 'i');

/** Whether a text may have a recording of the paper's own in it. */
export const mayShowRecording = (text: string): boolean => toRecording.test(text);

const cuesIn = (file: string): readonly Cue[] => {
  try {
    return readCaptions(readTextFile(file, file)).cues;
  } catch (error) {
    // The check has said so.
    if (error instanceof UnreadableError) return [];
    throw error;
  }
};

/** Reads the captions of a paper's recordings. */
export const openCaptions = (contentDir: string, language: string): CaptionShelf => {
  const shelf = new Map<string, Captions[]>();
  for (const { path, file, language: own, recordings } of captionFiles(contentDir, language)) {
    if (recordings.length === 0) continue;
    const src = `/${storyFilesName}/${path.split('/').map(encodeURIComponent).join('/')}`;
    const captions = { src, language: own, cues: cuesIn(file) };
    for (const recording of recordings) {
      const address = `/${storyFilesName}/${recording.path}`;
      const others = shelf.get(address) ?? [];
      // Two tracks in one language would be one too many (HTML); the check has said so.
      if (others.some((each) => each.language === own)) continue;
      shelf.set(address, [...others, captions]);
    }
  }
  const ofPaper = (tag: string): boolean => tag === language;
  for (const all of shelf.values()) {
    all.sort((a, b) => Number(ofPaper(b.language)) - Number(ofPaper(a.language)));
  }
  const key =
    shelf.size === 0
      ? ''
      : createHash('sha256')
          .update(JSON.stringify([...shelf]))
          .digest('hex');
  return {
    of: (address) => {
      if (playerOf(address) === undefined || !address.startsWith('/')) return [];
      const path = percentDecoded(address.replace(/[?#].*$/, '')).normalize('NFC');
      return shelf.get(path) ?? [];
    },
    keyFor: (text) => (mayShowRecording(text) ? key : ''),
  };
};
