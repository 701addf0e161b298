import { openFrom } from '../edition/public.ts';
import type { RecordFrom } from '../schemas/record.ts';
import { recordCode } from './code.ts';
import { GitError } from './git.ts';
import { historiesOf, readTexts, type StoryInCopy } from './histories.ts';
import { type KeptRecord, keepRecord, readKeptRecord } from './kept-record.ts';
import { dropVersions, keepVersions, keptVersions, versionsFile } from './kept-versions.ts';
import { gitFault } from './git-fault.ts';
import { openSource, type RecordPlaces } from './open-source.ts';
import type { NoRecord, RecordSource } from './source.ts';
import { type Substance, substanceOf } from './substance.ts';
import type { Version } from './versions.ts';
import { learnTexts, versionsOf } from './learn-texts.ts';
import { createTokenizer } from './word-tokens.ts';
import { readWords } from './words.ts';
import type { Block } from './body-blocks.ts';

/** A story that changed after readers first had it. */
export interface ChangedStory {
  /** Its versions, the oldest first: since when readers had each (milliseconds since 1970), and a digest of its words. */
  versions: { at: number; key: string }[];
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

const readFrom = (
  source: RecordSource,
  kept: KeptRecord,
  now: KeptRecord,
  { articles, moment, language, keptDir }: RecordSetting,
  code: string,
): Map<string, ChangedStory> => {
  const histories = historiesOf(articles, source, moment).filter(({ texts }) => texts.length > 1);
  now.texts = learnTexts(histories, source, kept.texts);
  const unused = keptVersions(keptDir);
  const changed = new Map<string, ChangedStory>();
  const unknown: { file: string; versions: Version<string>[] }[] = [];
  for (const history of histories) {
    const versions = versionsOf(history, now.texts, moment);
    const [first] = versions;
    if (!first || versions.length < 2) continue;
    const { id, data } = history.story;
    const texts = versions.flatMap(({ key, ref }) => [key, ref]);
    const file = versionsFile(keptDir, [code, id, ...texts]);
    const isKnown = unused.delete(file) && stepsOf(versions).every((step) => kept.steps[step]);
    if (!isKnown) unknown.push({ file, versions });
    changed.set(id, {
      versions: versions.map(({ at, key }) => ({ at, key })),
      substances: [],
      file,
      beginsLate: first.at - openFrom(data) > late,
    });
  }

  const tokenize = createTokenizer(language);
  for (let from = 0; from < unknown.length; from += atOnce) {
    const part = unknown.slice(from, from + atOnce);
    const words = new Map<string, Block[]>();
    const refs = new Set(part.flatMap(({ versions }) => versions.map(({ ref }) => ref)));
    readTexts(refs, source, (ref, text) => words.set(ref, readWords(text)?.blocks ?? []));
    for (const { file, versions } of part) {
      const blocks = versions.map(({ ref }) => words.get(ref) ?? []);
      keepVersions(file, blocks);
      for (const [n, step] of stepsOf(versions).entries()) {
        kept.steps[step] ??= substanceOf(blocks[n] ?? [], blocks[n + 1] ?? [], tokenize);
      }
    }
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
  return changed;
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
    const changed = readFrom(source, kept, now, setting, code);
    keepRecord(keptDir, code, now);
    return { changed, faults };
  } catch (error) {
    if (error instanceof GitError) return { changed: nothing, faults: [gitFault(error)] };
    throw error;
  }
};
