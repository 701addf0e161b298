import type { ArticleCopy } from '../schemas/article.ts';
import type { AuthorCopy } from '../schemas/author.ts';
import type { FrontLayout } from '../schemas/front.ts';
import type { PageCopy } from '../schemas/page.ts';
import type { SectionCopy } from '../schemas/section.ts';
import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { type Collection } from './collections.ts';
import { type CopyFile, type CopyFiles, linksMayLeadTo, listCopy } from './copy-files.ts';
import { type Mistake, UnreadableError } from './mistakes.ts';
import {
  type DataOf,
  type Entry,
  type FiledEntry,
  type FiledReading,
  readEntryText,
} from './read-entry.ts';
import { readRedirects, readSeries, readTopics } from './read-single-files.ts';
import { type RedirectsFile, redirectsFile } from './redirects-file.ts';
import { shownPath } from './shown-path.ts';
import { readTextFile } from './text-file.ts';
import { seriesFile } from './series-file.ts';
import { topicsFile } from './topics-file.ts';
import { digestOfText } from './unread-body.ts';
import type { Readings } from './readings.ts';

export { type Collection, collections, idOf } from './collections.ts';
export { filesOf } from './copy-files.ts';
export { type Entry, type FiledEntry, type Reading } from './read-entry.ts';
export { shownPath } from './shown-path.ts';

/** Everything that could be read in a content folder, and every mistake in it. */
export interface Copy {
  articles: Entry<ArticleCopy>[];
  sections: Entry<SectionCopy>[];
  authors: Entry<AuthorCopy>[];
  pages: Entry<PageCopy>[];
  /** The layout of the front page: one, or none. */
  front: Entry<FrontLayout>[];
  /** What `topics.yaml` says. */
  topics: DescribedTopics;
  /** What `series.yaml` says. */
  series: DescribedSeries;
  /** What `redirects.yaml` says. */
  redirects: RedirectsFile;
  mistakes: Mistake[];
}

/** The same, read from a disk. */
export interface FiledCopy extends Copy {
  articles: FiledEntry<ArticleCopy>[];
  sections: FiledEntry<SectionCopy>[];
  authors: FiledEntry<AuthorCopy>[];
  pages: FiledEntry<PageCopy>[];
  front: FiledEntry<FrontLayout>[];
}

/**
 * One file, read and checked by itself.
 * @param paperDir the folder that mistakes name it from
 */
export const readEntry = <C extends Collection>(
  collection: C,
  file: string,
  paperDir: string,
): FiledReading<DataOf<C>> => {
  try {
    const text = readTextFile(file, shownPath(file, paperDir));
    const { entry, mistakes } = readEntryText(collection, file, paperDir, text);
    return { entry: entry && { ...entry, digest: digestOfText(text) }, mistakes };
  } catch (error) {
    if (error instanceof UnreadableError) return { entry: undefined, mistakes: [error.mistake] };
    throw error;
  }
};

const unread = ({ file, fault }: CopyFile, paperDir: string): Mistake[] =>
  fault === undefined
    ? []
    : [
        {
          file: shownPath(file, paperDir),
          found: fault.found,
          expected: 'a text file',
          fix: fault.fix,
        },
      ];

/**
 * Reads a whole content folder. Everything that cannot be read is reported in `mistakes`.
 * @param paperDir the folder that mistakes name files from
 * @param listed the files of the folder
 * @param read reads one of them
 */
export const readCopy = (
  contentDir: string,
  paperDir: string,
  listed: CopyFiles = listCopy(contentDir, paperDir),
  read: Readings['read'] = (collection, file) => readEntry(collection, file, paperDir),
): FiledCopy => {
  const mistakes: Mistake[] = [...listed.mistakes];
  const all = <C extends Collection>(collection: C) =>
    listed.files[collection].flatMap((each) => {
      mistakes.push(...unread(each, paperDir));
      if (each.fault) return [];
      const { entry, mistakes: found } = read(collection, each.file);
      mistakes.push(...found);
      return entry ? [entry] : [];
    });
  const sections = all('sections');
  const authors = all('authors');
  const pages = all('pages');
  const articles = all('articles');
  const front = all('front');
  const within = linksMayLeadTo(contentDir, paperDir);
  const described = topicsFile(contentDir);
  const ofTopics = readTopics(described, shownPath(described, paperDir), within);
  const named = seriesFile(contentDir);
  const ofSeries = readSeries(named, shownPath(named, paperDir), within);
  const moved = redirectsFile(contentDir);
  const ofRedirects = readRedirects(moved, shownPath(moved, paperDir), within);
  mistakes.push(...ofTopics.mistakes, ...ofSeries.mistakes, ...ofRedirects.mistakes);
  const { topics } = ofTopics;
  const { series } = ofSeries;
  const { redirects } = ofRedirects;
  return { sections, authors, pages, articles, front, topics, series, redirects, mistakes };
};
