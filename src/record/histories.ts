import { readFileSync } from 'node:fs';
import type { FiledEntry } from '../copy/read-entry.ts';
import { isPublic } from '../edition/public.ts';
import type { ArticleCopy } from '../schemas/article.ts';
import { type PastText, pathIn, type RecordSource } from './source.ts';

/** A story of the copy. */
export type StoryInCopy = FiledEntry<ArticleCopy>;

/** A story with its texts, the oldest first; the last is the one on the disk. */
export interface History {
  story: StoryInCopy;
  texts: PastText[];
}

/** Stands for the text that is on the disk. */
const refOnDisk = ({ file, digest }: StoryInCopy): string => `disk ${digest}\n${file}`;

/** Whether what is meant is a text on the disk that is not recorded. */
export const isOnDisk = (ref: string): boolean => ref.startsWith('disk ');

/**
 * When readers first had the words on the disk: as far as the story says so, else with this edition. Those of a story
 * without a record are as old as it says that it is.
 */
const presentAt = ({ data }: StoryInCopy, last: number | undefined, moment: number): number => {
  const said = data.updated ?? (last === undefined ? data.published : undefined);
  const at = said === undefined ? NaN : Date.parse(said);
  return at > (last ?? -Infinity) && at <= moment ? at : moment;
};

/** Whether readers have a story's words. One that was withdrawn keeps its earlier words to itself as well. */
const isReadable = ({ data }: StoryInCopy, moment: Date): boolean =>
  isPublic(data, moment) && data.withdrawn === undefined;

/** The texts of all stories that readers have. What is on the disk and not recorded counts as the latest. */
export const historiesOf = (
  articles: readonly StoryInCopy[],
  source: RecordSource,
  moment: Date,
): History[] =>
  articles
    .filter((story) => isReadable(story, moment))
    .map((story) => {
      const texts = source.texts(story.id);
      if (texts.length === 0 || source.isAsRecorded(story.id, story.file) !== true) {
        const at = presentAt(story, texts.at(-1)?.at, moment.getTime());
        texts.push({ at, ref: refOnDisk(story) });
      }
      return { story, texts };
    });

/** Reads texts of histories, from the disk or from where they are recorded. */
export const readTexts = (
  refs: Iterable<string>,
  source: RecordSource,
  see: (ref: string, text: string) => void,
): void => {
  const { disk = [], record = [] } = Object.groupBy(refs, (ref) =>
    isOnDisk(ref) ? 'disk' : 'record',
  );
  for (const ref of disk) see(ref, readFileSync(pathIn(ref), 'utf8'));
  source.read(record, see);
};
