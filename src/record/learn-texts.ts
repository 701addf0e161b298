import { join } from 'node:path';
import { openFrom } from '../edition/public.ts';
import type { Block } from './body-blocks.ts';
import { type History, readTexts } from './histories.ts';
import type { TextFacts } from './kept-record.ts';
import type { RecordSource } from './source.ts';
import { takenBackIn } from './record-folder.ts';
import { type KnownState, publicVersions, type Version, withoutVersions } from './versions.ts';
import { readWords } from './words.ts';

/** What is known of texts, by what finds them again. */
export type KnownTexts = Record<string, TextFacts>;

/**
 * Finds out when each text could be read, and a digest of its words; those that were known are not read again.
 * @param words gets the words of those that are read
 */
export const learnTexts = (
  histories: readonly History[],
  source: RecordSource,
  known: KnownTexts,
  words = new Map<string, Block[]>(),
): KnownTexts => {
  const refs = new Set(histories.flatMap(({ texts }) => texts.flatMap(({ ref }) => ref ?? [])));
  const texts: KnownTexts = {};
  const unread: string[] = [];
  for (const ref of refs) {
    const facts = known[ref];
    if (facts === undefined) unread.push(ref);
    else texts[ref] = facts;
  }
  readTexts(unread, source, (ref, text) => {
    const found = readWords(text);
    if (found) words.set(ref, found.blocks);
    if (!found) texts[ref] = null;
    else {
      const { open, close, published, key } = found;
      texts[ref] = { open, close, published, key };
    }
  });
  return texts;
};

/** A time of publication that is corrected moves less than this. Morning and evening briefings are further apart. */
const otherStory = 6 * 3_600_000;

/**
 * The public versions of a story, the oldest first. A file that is used again for another story, as those of briefings are,
 * has another time of publication: what it said before is no version of the new story.
 * @param recordDir the folder of the record, in which editors may have taken versions back, wherever they are read from
 */
export const versionsOf = (
  { story, texts }: History,
  known: KnownTexts,
  moment: Date,
  recordDir: string,
): Version<string>[] => {
  const states = texts.flatMap(({ at, ref }): KnownState<string>[] => {
    if (ref === null) return [{ at, ref: '', open: undefined, key: '' }];
    const facts = known[ref];
    // A text that no edition could be built from changed nothing for readers.
    if (!facts) return [];
    const { open, close, published, key } = facts;
    const isOther = Math.abs(published - Date.parse(story.data.published)) > otherStory;
    return [{ at, ref, key, open: isOther ? undefined : open, close }];
  });
  const versions = publicVersions(states, openFrom(story.data), moment.getTime());
  if (versions.length < 2) return versions;
  return withoutVersions(versions, takenBackIn(join(recordDir, story.id)));
};
