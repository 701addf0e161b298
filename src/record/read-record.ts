import { openFrom } from '../edition/public.ts';
import type { RecordFrom } from '../schemas/record.ts';
import { recordCode } from './code.ts';
import { GitError } from './git.ts';
import { historiesOf, isOnDisk, readTexts, type StoryInCopy } from './histories.ts';
import { type KeptRecord, keepRecord, readKeptRecord } from './kept-record.ts';
import { dropVersions, keepVersions, keptVersions, versionsFile } from './kept-versions.ts';
import { gitFault } from './git-fault.ts';
import { openSource, type RecordPlaces } from './open-source.ts';
import { digestIn, type NoRecord, type RecordSource } from './source.ts';
import { type Substance, substanceOf } from './substance.ts';
import type { Version } from './versions.ts';
import { learnTexts, versionsOf } from './learn-texts.ts';
import { createTokenizer, type Tokenize } from './word-tokens.ts';
import { readWords } from './words.ts';
import type { Block } from './body-blocks.ts';

/** A story that changed after readers first had it. */
export interface ChangedStory {
  /**
   * Its versions, the oldest first: since when readers had each (milliseconds since 1970), and digests of its words and of
   * its text to the letter.
   */
  versions: { at: number; key: string; text: string }[];
  /** What is different in each version but the first. */
  substances: Substance[];
  /** Where the words of its versions are kept. */
  file: string;
  /** Whether its record begins long after it was published. */
  beginsLate: boolean;
}

/** What is known of the earlier versions of a paper's stories. */
export interface PaperRecord {
  /** By their ids, those that changed. */
  changed: ReadonlyMap<string, ChangedStory>;
  /** Why there is no record, or what it lacks. */
  faults: NoRecord[];
}

/** What a record is read for. */
export interface RecordSetting extends RecordPlaces {
  from: RecordFrom;
  articles: readonly StoryInCopy[];
  moment: Date;
  language: string;
  /** Absolute path of the folder that is kept for it between checks. */
  keptDir: string;
}

/** A record that begins later than this after publication is said to. */
const late = 24 * 3_600_000;
/** The stories whose words are in memory at once. */
const atOnce = 500;

/** Names of what is between each version and the next. */
const stepsOf = (versions: readonly { key: string }[]): string[] =>
  versions.slice(1).map(({ key }, n) => `${versions[n]?.key ?? ''} ${key}`);

/** Keeps the words of stories whose versions are not kept yet, and finds what is different in each. */
const keepUnknown = (
  unknown: readonly { file: string; versions: Version<string>[] }[],
  words: Map<string, Block[]>,
  source: RecordSource,
  steps: KeptRecord['steps'],
  tokenize: Tokenize,
): void => {
  const refs = new Set(unknown.flatMap(({ versions }) => versions.map(({ ref }) => ref)));
  const unread = [...refs].filter((ref) => !words.has(ref));
  readTexts(unread, source, (ref, text) => words.set(ref, readWords(text)?.blocks ?? []));
  for (const { file, versions } of unknown) {
    const blocks = versions.map(({ ref }) => words.get(ref) ?? []);
    keepVersions(file, blocks);
    for (const [n, step] of stepsOf(versions).entries()) {
      steps[step] ??= substanceOf(blocks[n] ?? [], blocks[n + 1] ?? [], tokenize);
    }
  }
};

const readFrom = (
  source: RecordSource,
  kept: KeptRecord,
  now: KeptRecord,
  { articles, moment, language, keptDir, recordDir }: RecordSetting,
  code: string,
): PaperRecord => {
  const all = historiesOf(articles, source, moment);
  const histories = all.filter(({ texts }) => texts.length > 1);
  const tokenize = createTokenizer(language);
  const unused = keptVersions(keptDir);
  const changed = new Map<string, ChangedStory>();
  let unrecorded = all.length - histories.length;
  for (let from = 0; from < histories.length; from += atOnce) {
    const part = histories.slice(from, from + atOnce);
    const words = new Map<string, Block[]>();
    const texts = learnTexts(part, source, kept.texts, words);
    Object.assign(now.texts, texts);
    const unknown = part.flatMap((history) => {
      const versions = versionsOf(history, texts, moment, recordDir);
      const [first] = versions;
      if (isOnDisk(versions.at(-1)?.ref ?? '')) unrecorded += 1;
      if (!first || versions.length < 2) return [];
      const { id, data } = history.story;
      const digests = versions.flatMap(({ key, ref }) => [key, digestIn(ref)]);
      const file = versionsFile(keptDir, [code, id, ...digests]);
      changed.set(id, {
        versions: versions.map(({ at, key, ref }) => ({ at, key, text: digestIn(ref) })),
        substances: [],
        file,
        beginsLate: first.at - openFrom(data) > late,
      });
      const isKept = unused.delete(file) && stepsOf(versions).every((step) => kept.steps[step]);
      return isKept ? [] : [{ file, versions }];
    });
    keepUnknown(unknown, words, source, kept.steps, tokenize);
  }
  for (const story of changed.values()) {
    for (const step of stepsOf(story.versions)) {
      const found = kept.steps[step];
      if (!found) continue;
      now.steps[step] = found;
      story.substances.push(found);
    }
  }
  dropVersions(unused);
  const fault = unrecorded > 0 ? source.unrecorded?.(unrecorded) : undefined;
  return { changed, faults: fault ? [fault] : [] };
};

/** Reads the public versions of a paper's stories. Only texts that were not read before are read. */
export const readRecord = (setting: RecordSetting): PaperRecord => {
  const { from, language, keptDir } = setting;
  const nothing = new Map<string, ChangedStory>();
  if (from === 'none') return { changed: nothing, faults: [] };
  const code = recordCode(language);
  const kept = readKeptRecord(keptDir, code);
  try {
    const { source, log, faults } = openSource(from, setting, kept.log);
    if (!source) return { changed: nothing, faults };
    const now: KeptRecord = { log, texts: {}, steps: {} };
    const record = readFrom(source, kept, now, setting, code);
    keepRecord(keptDir, code, now);
    return record;
  } catch (error) {
    if (error instanceof GitError) return { changed: nothing, faults: [gitFault(error)] };
    throw error;
  }
};
