import { dirname } from 'node:path';
import { isIndex } from '../copy/collections.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy, Entry } from '../copy/read.ts';
import type { Picture } from '../darkroom/darkroom.ts';
import type { PictureFault } from '../darkroom/find-picture.ts';
import { isPublic, openFrom } from '../edition/public.ts';
import type { ArticleCopy, LeadImageCopy } from '../schemas/article.ts';
import { type WordsOfPicture, wordFindings } from './picture-texts-findings.ts';

/** Where a picture is named. */
export interface Naming {
  /** The file, as mistakes name it, and its absolute path. */
  shown: string;
  file: string;
  field: string;
  /** The story's data, if a story names it: until it is published, its pictures are not. */
  story?: Pick<ArticleCopy, 'draft' | 'published'> | undefined;
  /** What it says of the picture, if it says anything. */
  words?: WordsOfPicture | undefined;
}

/** What judging needs to know of a picture. */
export type SeenPicture = Pick<Picture, 'file' | 'frames' | 'texts' | 'copy'>;

/** A picture that was judged, and what is wrong with it. */
export interface Judged<P extends SeenPicture = Picture> {
  picture: P | undefined;
  mistakes: Mistake[];
}

/** Judges the pictures that a paper names. */
export interface PictureJudge<P extends SeenPicture = Picture> {
  /** Judges one. `src` is its path as written. */
  judge: (src: string, naming: Naming) => Promise<Judged<P>>;
  /** All that can be printed, by the files that name them and their paths as written. */
  pictures: ReadonlyMap<string, ReadonlyMap<string, P>>;
  /** What an editor may not expect of those. */
  warnings: readonly Mistake[];
}

type Story = Entry<ArticleCopy>;

const ownerIn = (stories: ReadonlyMap<string, Story>, file: string): Story | undefined => {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const story = stories.get(folder);
    if (story) return story;
  }
  return undefined;
};

/** The stories in whose folders a file is, by its absolute path. */
export type OwnersOf = (file: string) => Story[];

/**
 * Finds the stories in whose folders a file is, as its path says and where links lead: only a story in an `index.md` has
 * a folder of its own.
 * @param realPath a path with every link on it followed
 */
export const createOwners = (
  articles: Copy['articles'],
  realPath: (path: string) => string,
): OwnersOf => {
  const withFolder = articles.filter(({ file }) => isIndex(file));
  const byFolder = new Map(withFolder.map((story) => [dirname(story.file), story]));
  let byRealFolder: ReadonlyMap<string, Story> | undefined;
  return (file) => {
    const real = realPath(file);
    if (real !== file) {
      byRealFolder ??= new Map(withFolder.map((story) => [realPath(dirname(story.file)), story]));
    }
    return [ownerIn(byFolder, file), byRealFolder && ownerIn(byRealFolder, real)].filter(
      (story) => story !== undefined,
    );
  };
};

/**
 * Makes a judge of pictures.
 * @param ownersOf from {@link createOwners}
 * @param inspect finds and examines a picture, only once however often it is shown
 * @param moment the edition's
 */
export const createPictureJudge = <P extends SeenPicture>(
  ownersOf: OwnersOf,
  inspect: (src: string, from: string) => Promise<P | PictureFault>,
  moment: Date,
): PictureJudge<P> => {
  const pictures = new Map<string, Map<string, P>>();
  const warnings = new Map<string, Mistake>();

  /** Where links lead is asked once for each picture, however many stories show it. */
  const owners = new Map<string, Story[]>();

  /** A story's pictures are not published before the story itself is. */
  const leaks = (picture: P, { file, story }: Naming): boolean => {
    if (story?.draft) return false;
    const all = owners.get(picture.file) ?? ownersOf(picture.file);
    owners.set(picture.file, all);
    const others = all.filter((owner) => owner.file !== file);
    if (others.length === 0) return false;
    const first = new Date(Math.max(moment.getTime(), story ? openFrom(story) : 0));
    return others.some((owner) => !isPublic(owner.data, first));
  };

  const judge = async (src: string, naming: Naming): Promise<Judged<P>> => {
    const { shown: file, field, words } = naming;
    const found = await inspect(src, naming.file);
    const texts = 'found' in found ? undefined : found.texts;
    const ofWords = words && wordFindings(file, words, texts);
    for (const warning of ofWords?.warnings ?? []) {
      warnings.set(`${file}\n${src}\n${warning.field ?? ''}\n${warning.found}`, warning);
    }
    const mistakes = ofWords?.mistakes ?? [];
    if ('found' in found) {
      return { picture: undefined, mistakes: [{ file, field, ...found }, ...mistakes] };
    }
    const ofFile = pictures.get(naming.file) ?? new Map<string, P>();
    const known = ofFile.get(src)?.copy;
    const copy = {
      credit: known?.credit ?? words?.credit,
      license: known?.license ?? words?.license,
      ai: known?.ai ?? words?.ai,
    };
    pictures.set(naming.file, ofFile.set(src, { ...found, copy }));
    if (found.frames > 1) {
      warnings.set(`${file}\n${src}`, {
        file,
        field,
        found: `${src}, an animation of ${String(found.frames)} frames`,
        expected: 'a still picture',
        fix: 'Nothing, if its first frame will do: only that is printed. Moving pictures can be a video.',
      });
    }
    if (!leaks(found, naming)) return { picture: found, mistakes };
    const mistake = {
      file,
      field,
      found: `${src}, which belongs to a story that is not published yet`,
      expected: 'a picture of this story, or of a published one',
      fix: 'Put a copy of it beside this text, or wait until that story is published.',
    };
    return { picture: found, mistakes: [mistake, ...mistakes] };
  };
  return {
    judge,
    pictures,
    get warnings() {
      return [...warnings.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    },
  };
};

const ofLead: Pick<WordsOfPicture, 'fields' | 'noAlt'> = {
  fields: { alt: 'leadImage.alt', credit: 'leadImage.credit', caption: 'leadImage.caption' },
  noAlt: {
    found: 'nothing',
    fix: 'Say in a sentence what the picture shows, or add `decorative: true` if it shows nothing of interest.',
  },
};

const wordsOfLead = (image: LeadImageCopy): WordsOfPicture => ({ ...image, ...ofLead });

const none: readonly Mistake[] = [];

/** Finds lead images and authors' pictures that are missing, broken or not to be published. */
export const pictureMistakes = async (
  { articles, authors }: Copy,
  judge: PictureJudge<SeenPicture>['judge'],
): Promise<Mistake[]> => {
  const found = await Promise.all([
    ...articles.map(async ({ shown, file, data: story }) => {
      const image = story.leadImage;
      if (!image) return none;
      const naming = { shown, file, field: 'leadImage.src', story, words: wordsOfLead(image) };
      return (await judge(image.src, naming)).mistakes;
    }),
    ...authors.map(async ({ shown, file, data: { picture } }) =>
      picture ? (await judge(picture.src, { shown, file, field: 'picture.src' })).mistakes : none,
    ),
  ]);
  return found.flat();
};
