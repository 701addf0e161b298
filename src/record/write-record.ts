import { mkdirSync, readdirSync, readFileSync, renameSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../write-whole.ts';
import { historiesOf, readTexts, type StoryInCopy } from './histories.ts';
import { learnTexts, versionsOf } from './learn-texts.ts';
import { openSource } from './open-source.ts';
import { isTakenBack, nameOfVersion, versionsIn } from './record-folder.ts';
import type { NoRecord, RecordSource } from './source.ts';
import type { Version } from './versions.ts';
import { readWords } from './words.ts';

/** What was written. */
export interface WrittenRecord {
  /** How many versions were added, of how many stories. */
  versions: number;
  stories: number;
  /** Folders that now have the name that their story got. */
  renamed: [before: string, now: string][];
  /** Files with other words than the history has for their moment, and folders of no story: they are left as they are. */
  left: { file: string; why: string }[];
  /** Why the history could not be read: then only the present words were recorded. */
  faults: NoRecord[];
}

/** Nothing is recorded yet. */
const empty: RecordSource = {
  texts: () => [],
  isAsRecorded: () => undefined,
  read: () => undefined,
};

/** Folders of the record, by name. */
const foldersIn = (recordDir: string): string[] => {
  try {
    return readdirSync(recordDir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
};

/** Gives folders the names that their stories got, where one story alone has the same time of publication. */
const followNames = (recordDir: string, articles: readonly StoryInCopy[]) => {
  const folders = foldersIn(recordDir);
  const ids = new Set(articles.map(({ id }) => id));
  const renamed: WrittenRecord['renamed'] = [];
  const left: WrittenRecord['left'] = [];
  for (const folder of folders.filter((name) => !ids.has(name))) {
    const last = versionsIn(join(recordDir, folder)).findLast((one) => !isTakenBack(one));
    const published = last && readWords(readFileSync(last.file, 'utf8'))?.published;
    const heirs = articles.filter(
      ({ id, data }) => !folders.includes(id) && Date.parse(data.published) === published,
    );
    const [heir] = heirs;
    if (heir && heirs.length === 1) {
      renameSync(join(recordDir, folder), join(recordDir, heir.id));
      renamed.push([folder, heir.id]);
    } else if (last) left.push({ file: `record/${folder}`, why: 'no story has this name' });
  }
  return { renamed, left };
};

/** The versions that a story's folder does not have: those that are between the words that it has, or after them. */
const missingIn = (folder: string, versions: readonly Version<string>[]): Version<string>[] => {
  const keys = versionsIn(folder).map(({ file }) => readWords(readFileSync(file, 'utf8'))?.key);
  let from = 0;
  return versions.filter(({ key }) => {
    const found = keys.indexOf(key, from);
    if (found >= 0) from = found + 1;
    return found < 0;
  });
};

/**
 * Writes the public versions of all stories into a folder, as far as they are not in it: from git where the whole history is
 * at hand, else those that are on the disk now. No file that is there is changed.
 */
export const writeRecord = (paper: {
  contentDir: string;
  recordDir: string;
  articles: readonly StoryInCopy[];
  moment: Date;
}): WrittenRecord => {
  const { recordDir, articles, moment } = paper;
  const { renamed, left } = followNames(recordDir, articles);
  const git = openSource('git', { ...paper, recordDir: '' }, undefined);
  const source = git.source ?? openSource('folder', paper, undefined).source ?? empty;
  const histories = historiesOf(articles, source, moment);
  const known = learnTexts(histories, source, {});
  const missing = histories.flatMap((history) => {
    const { id } = history.story;
    const found = missingIn(join(recordDir, id), versionsOf(history, known, moment, recordDir));
    return found.map(({ at, ref }) => ({ id, name: nameOfVersion(at), ref }));
  });
  const wanted = Map.groupBy(missing, ({ ref }) => ref);
  const added: string[] = [];
  readTexts(wanted.keys(), source, (ref, text) => {
    for (const { id, name } of wanted.get(ref) ?? []) {
      const file = join(recordDir, id, name);
      if (existsSync(file)) {
        left.push({
          file: `record/${id}/${name}`,
          why: 'the story had other words at that moment',
        });
        continue;
      }
      mkdirSync(join(recordDir, id), { recursive: true });
      writeWhole(file, Buffer.from(text));
      added.push(id);
    }
  });
  return {
    versions: added.length,
    stories: new Set(added).size,
    renamed,
    left,
    faults: git.faults,
  };
};
