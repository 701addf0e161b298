import { record } from 'virtual:edition';
import { changeNotesOf } from '../edition/change-notes.ts';
import { recordWords } from '../language/record.ts';
import { compare } from '../record/compare.ts';
import { type Fold, fold } from '../record/fold.ts';
import { readVersions } from '../record/kept-versions.ts';
import { notesOfVersions } from '../record/notes-of-versions.ts';
import type { Row } from '../record/compare.ts';
import type { Block } from '../record/body-blocks.ts';
import { createTokenizer } from '../record/word-tokens.ts';
import { addresses, calendar, edition, publication, type Story, words } from './edition.ts';

/** The words about versions, in the paper's language. */
export const wordsOfRecord = recordWords[words.language];

const pluralOf = new Intl.PluralRules(publication.language);
const tokenize = createTokenizer(publication.language);

/** A number of things in words. */
export const counted = (
  say: (count: string, form: Intl.LDMLPluralRule) => string,
  count: number,
): string => say(calendar.number(count), pluralOf.select(count));

/** What is recorded of a story that changed; undefined if none of its words did, as far as is known. */
export const recordOf = ({ id }: Pick<Story, 'id'>): (typeof record)[string] | undefined =>
  record[id];

/** The stories that changed. */
export const changedStories = edition.articles.filter((story) => recordOf(story) !== undefined);

/** What a story's page says of its changes: "Changed 3 times since publication", and where they are shown. */
export const changesLine = (story: Story): { text: string; path: string } | undefined => {
  const found = recordOf(story);
  return (
    found && {
      text: counted(wordsOfRecord.changed, found.versions.length - 1),
      path: addresses.changes(story),
    }
  );
};

/** A version of a story, for its page of changes. */
export interface ShownVersion {
  number: number;
  at: Date;
  /** Where its words are, unless readers have them on the story's own page. */
  path: string | undefined;
  notes: ReturnType<typeof changeNotesOf>;
  /** What was changed from the version before; the first has none. */
  rows: (Row | Fold)[] | undefined;
}

/** All pages of a story's versions are made one after the other: reading its file for each would take ever longer. */
let lastRead: { file: string; versions: Block[][] } | undefined;
const wordsOf = (file: string): Block[][] => {
  if (lastRead?.file !== file) lastRead = { file, versions: readVersions(file) };
  return lastRead.versions;
};

/** The crosshead of a live entry with its time, so that a corrected one is seen. */
const withTime = (block: Block): Block =>
  block.moment === undefined
    ? block
    : { ...block, text: `${calendar.minute(new Date(block.moment))} · ${block.text}` };

/** The versions of a story that changed, the newest first. */
export const versionsOf = (story: Story): ShownVersion[] => {
  const found = recordOf(story);
  if (!found) return [];
  const all = wordsOf(found.file).map((blocks) => blocks.map(withTime));
  const notes = notesOfVersions(changeNotesOf(story), found.versions);
  return found.versions
    .map(({ at }, n): ShownVersion => {
      const [before, now] = [all[n - 1], all[n]];
      return {
        number: n + 1,
        at: new Date(at),
        path: n === all.length - 1 ? undefined : addresses.version(story, n + 1),
        notes: notes[n] ?? [],
        rows: before && now && fold(compare(before, now, tokenize), tokenize),
      };
    })
    .reverse();
};

/** An earlier version of a story, whole. */
export interface EarlierVersion {
  number: number;
  from: Date;
  until: Date;
  blocks: Block[];
}

/** An earlier version, by its number. */
export const earlierVersion = (story: Story, number: number): EarlierVersion => {
  const found = recordOf(story);
  const [version, next] = [found?.versions[number - 1], found?.versions[number]];
  const blocks = found && wordsOf(found.file)[number - 1];
  if (!version || !next || !blocks) throw new Error(`${story.id} has no version ${number}.`);
  return { number, from: new Date(version.at), until: new Date(next.at), blocks };
};
