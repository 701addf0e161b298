import type { Mistake } from '../copy/mistakes.ts';
import { UnreadableError } from '../copy/mistakes.ts';
import { collectionOf } from '../copy/collection-of.ts';
import type { Collection } from '../copy/collections.ts';
import { emptyCopy } from '../copy/empty-copy.ts';
import type { Copy } from '../copy/read.ts';
import { type Entry, readEntryText } from '../copy/read-entry.ts';
import { redirectsIn } from '../copy/redirects-file.ts';
import { shownPath } from '../copy/shown-path.ts';
import { soundText } from '../copy/sound-text.ts';
import { strayIn } from '../copy/strays.ts';
import { seriesIn } from '../copy/series-file.ts';
import { topicsIn } from '../copy/topics-file.ts';
import { openFrom } from '../edition/public.ts';
import { checkCopy, type Findings } from './check-copy.ts';
import { outside } from './outside.ts';
import { createPictureJudge, type SeenPicture } from './picture-mistakes.ts';
import { type PaperToCheck, type PreparedCheck, prepareCheck } from './prepare-check.ts';
import type { PictureFault } from '../darkroom/find-picture.ts';

/** A text file of the paper, saved or not. */
export interface TextFile {
  /** Its absolute path. */
  file: string;
  text: string;
}

/** Finds and examines a picture, as the darkroom does. */
export type SeePicture = (src: string, from: string) => Promise<SeenPicture | PictureFault>;

/** A paper whose texts are checked one at a time. What holds for all of them is found out once. */
export interface CheckedPaper {
  paper: PaperToCheck;
  /** The folder that mistakes name files from, and the content folder, both absolute. */
  paperDir: string;
  contentDir: string;
  /** When its stories open, in milliseconds since 1970; drafts never do. */
  openings: readonly number[];
  /** What was prepared last, and for what. */
  prepared: Map<'saved' | 'changed', { key: string; check: PreparedCheck }>;
}

/** Begins to check the texts of a paper one at a time. */
export const openCheckedPaper = (
  paper: PaperToCheck,
  folders: Pick<CheckedPaper, 'paperDir' | 'contentDir'>,
): CheckedPaper => ({
  paper,
  ...folders,
  openings: paper.copy.articles.filter(({ data }) => !data.draft).map(({ data }) => openFrom(data)),
  prepared: new Map(),
});

/** The same paper at another moment. */
export const atMoment = (checked: CheckedPaper, moment: Date): CheckedPaper => ({
  ...checked,
  paper: { ...checked.paper, moment },
});

/** The same list with an entry in place of that of the same file, or at its place in the order of files. */
const withEntry = <E extends Entry<unknown>>(entries: readonly E[], entry: E): E[] => {
  const others = entries.filter(({ file }) => file !== entry.file);
  const place = others.findIndex(({ file }) => file > entry.file);
  return others.toSpliced(place === -1 ? others.length : place, 0, entry);
};

const kept = (
  { prepared }: CheckedPaper,
  slot: 'saved' | 'changed',
  key: string,
  prepare: () => PreparedCheck,
): PreparedCheck => {
  const known = prepared.get(slot);
  if (known?.key === key) return known.check;
  const check = prepare();
  prepared.set(slot, { key, check });
  return check;
};

/** Changes when a story that was held back is published: lists and addresses follow. */
const editionOf = ({ openings, paper: { moment } }: CheckedPaper): string =>
  String(openings.filter((opening) => opening <= moment.getTime()).length);

/** The check of a paper as it is stored. */
export const preparedAsSaved = (paper: CheckedPaper): PreparedCheck => ({
  ...kept(paper, 'saved', editionOf(paper), () => prepareCheck(paper.paper)),
  moment: paper.paper.moment,
});

/** The check of a paper in which one entry is as the editor has it now. */
export const preparedWith = (
  paper: CheckedPaper,
  collection: Collection,
  entry: Entry<object>,
  faults: readonly Mistake[],
): PreparedCheck => {
  const { copy, known } = paper.paper;
  const isFaulty = (file: string): boolean => copy.mistakes.some((one) => one.file === file);
  const before = (copy[collection] as Entry<object>[]).find(({ file }) => file === entry.file);
  const now = outside(entry, faults.length > 0);
  if (outside(before, isFaulty(entry.shown)) === now) return preparedAsSaved(paper);
  const others = copy.mistakes.filter(({ file }) => file !== entry.shown);
  const changed: Copy = {
    ...copy,
    [collection]: withEntry(copy[collection] as Entry<object>[], entry),
    mistakes: [...others, ...faults],
  };
  const ids =
    collection === 'front' ? {} : { [collection]: known[collection].union(new Set([entry.id])) };
  return kept(paper, 'changed', `${editionOf(paper)}\n${entry.file}\n${now}`, () =>
    prepareCheck({ ...paper.paper, copy: changed, known: { ...known, ...ids } }),
  );
};

const checkEntry = async (
  collection: Collection,
  { file, text }: TextFile,
  paper: CheckedPaper,
  see: SeePicture,
): Promise<Findings> => {
  const { entry, mistakes } = readEntryText(collection, file, paper.paperDir, text);
  if (!entry) return { mistakes, warnings: [] };
  const prepared = preparedWith(paper, collection, entry, mistakes);
  const { redirects } = prepared.copy;
  const part: Copy = { ...emptyCopy(), redirects, [collection]: [entry] };
  const { own, neighbours } = prepared;
  const asNow = <E extends { file: string }>(one: E | undefined): E | undefined =>
    one?.file === file ? (entry as unknown as E) : one;
  const pictures = createPictureJudge(prepared.ownersOf, see, prepared.moment);
  const found = await checkCopy(
    part,
    {
      ...prepared,
      own: { ...own, entryAt: (path) => asNow(own.entryAt(path)) },
      neighbours: { ...neighbours, entryIn: (path) => asNow(neighbours.entryIn(path)) },
    },
    pictures,
  );
  const isOwn = (mistake: Mistake): boolean => mistake.file === entry.shown;
  return {
    mistakes: [...mistakes, ...found.mistakes.filter(isOwn)],
    warnings: [...found.warnings, ...pictures.warnings].filter(isOwn),
  };
};

const checkRedirects = (shown: string, text: string, paper: CheckedPaper): Mistake[] => {
  const { redirects, mistakes } = redirectsIn(shown, text);
  const copy = { ...paper.paper.copy, redirects };
  const { between } = kept(paper, 'changed', `${editionOf(paper)}\n${text}`, () =>
    prepareCheck({ ...paper.paper, copy }),
  );
  return [...mistakes, ...between.addresses.filter(({ file }) => file === shown)];
};

/**
 * Finds everything that is wrong with one text in its place in a paper, in the words of the check of the whole paper:
 * mistakes that other files make in return are theirs. Nothing is read from a disk, and nothing is kept of the text.
 *
 * What the check of the whole paper alone knows: files that cannot be opened, are no UTF-8 or are links; folders in place
 * of files; the publication file, the theme and the limits of hosts.
 * @param see finds and examines the pictures that the text shows
 */
export const checkText = async (
  { file, text: written }: TextFile,
  paper: CheckedPaper,
  see: SeePicture,
): Promise<Findings> => {
  const shown = shownPath(file, paper.paperDir);
  const below = shownPath(file, paper.contentDir);
  try {
    const text = soundText(shown, written);
    if (below === 'topics.yaml') return { mistakes: topicsIn(shown, text).mistakes, warnings: [] };
    if (below === 'series.yaml') return { mistakes: seriesIn(shown, text).mistakes, warnings: [] };
    if (below === 'redirects.yaml')
      return { mistakes: checkRedirects(shown, text, paper), warnings: [] };
    const collection = collectionOf(below, '');
    if (collection) return await checkEntry(collection, { file, text }, paper, see);
    const stray = strayIn(below);
    return { mistakes: stray ? [{ file: shown, ...stray }] : [], warnings: [] };
  } catch (error) {
    if (error instanceof UnreadableError) return { mistakes: [error.mistake], warnings: [] };
    throw error;
  }
};
