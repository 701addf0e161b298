import { ForgeError } from '../../forge/forge.ts';
import { liveWords } from '../../words/live.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenedFile } from '../opened-file.ts';
import { sentenceOf } from '../sentence-of.ts';
import { noteReview } from '../store-file.ts';
import { changeStored, type Put } from './change-stored.ts';

/** What became of an entry: stored, in a review, in the text alone, or not, and why. */
export type Stored =
  { name: 'published' | 'inReview' | 'inText' } | { name: 'refused'; sentence: string };

const refused = (sentence: string): Stored => ({ name: 'refused', sentence });

/** What the check finds in a text, in a sentence; undefined if nothing. */
const mistakeIn = async (desk: Desk, path: string, text: string): Promise<string | undefined> => {
  const pictures = desk.files.picturesBeside(path).map((one) => ({ path: one }));
  const { mistakes } = await desk.model.check({ path, text }, pictures, desk.clock());
  const [first] = mistakes;
  return first && fillIn(desk.words(liveWords).mistake, { ...first });
};

/** Lets the page know what is stored, and brings what was typed meanwhile over to it. */
const adopt = async (
  desk: Desk,
  file: OpenedFile,
  put: Put,
  change: (text: string) => string | undefined,
): Promise<void> => {
  const { path } = file;
  const wasOurs = file.base.value.text;
  const typed = file.text.value;
  const hasTyped = file.isChanged.value;
  await desk.files.stored([{ path, version: put.version, text: put.text }]);
  noteReview(desk, put.saved.review);
  if (!hasTyped) return;
  const mine = change(typed) ?? typed;
  // Only if nobody else wrote meanwhile: otherwise the page shows both versions, as for any file.
  if (change(wasOurs) === put.text) file.settle(mine);
  else file.setText(mine);
};

/**
 * Stores a change to the entries of a live story at once, whatever else others store meanwhile. What else was typed into
 * the story stays unsaved.
 * @param change makes the new text; undefined if it cannot be made of that text
 */
export const storeEntry = async (
  desk: Desk,
  file: OpenedFile,
  words: string,
  change: (text: string) => string | undefined,
): Promise<Stored> => {
  const say = desk.words(liveWords);
  const { path } = file;
  if (file.isNew.value) {
    const text = change(file.text.value);
    if (text === undefined) return refused(say.changedMeanwhile);
    file.setText(text);
    return { name: 'inText' };
  }
  const { text: known, version } = desk.files.all.value.get(path) ?? {};
  const stored =
    known !== undefined && version !== undefined ? { text: known, version } : undefined;
  try {
    const wanted = change(known ?? file.text.value);
    if (wanted === undefined) return refused(say.changedMeanwhile);
    const mistake =
      desk.settings.backend.name === 'local' ? undefined : await mistakeIn(desk, path, wanted);
    if (mistake !== undefined) return refused(mistake);
    const message = fillIn(say.message, { words });
    const put = await changeStored(desk.forge, desk.files.forgePath(path), message, change, stored);
    if (!put) return refused(say.changedMeanwhile);
    await adopt(desk, file, put, change);
    return { name: put.saved.review ? 'inReview' : 'published' };
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const { fault } = error;
    const [first] = fault.kind === 'mistakes' ? fault.mistakes : [];
    return refused(first ? fillIn(say.mistake, { ...first }) : sentenceOf(desk, fault));
  }
};
