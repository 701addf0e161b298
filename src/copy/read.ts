import type { z } from 'zod';
import type { ArticleCopy } from '../schemas/article.ts';
import type { AuthorCopy } from '../schemas/author.ts';
import { withoutEmpty } from '../schemas/empty.ts';
import type { FrontLayout } from '../schemas/front.ts';
import type { PageCopy } from '../schemas/page.ts';
import type { SectionCopy } from '../schemas/section.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { type Collection, collections, idOf, nameOf } from './collections.ts';
import { type CopyFile, type CopyFiles, linksMayLeadTo, listCopy } from './copy-files.ts';
import { readManuscript } from './frontmatter.ts';
import { type Mistake, mistakesOf, UnreadableError } from './mistakes.ts';
import { readRedirects, type RedirectsFile, redirectsFile } from './redirects-file.ts';
import { restOf } from './rest.ts';
import { shownPath } from './shown-path.ts';
import { readTextFile } from './text-file.ts';
import { readTopics, topicsFile } from './topics-file.ts';

export { type Collection, collections, idOf } from './collections.ts';
export { filesOf } from './copy-files.ts';
export { shownPath } from './shown-path.ts';

/** A file of the content folder, read and validated. Faulty fields are dropped or replaced: see `restOf`. */
export interface Entry<Data> {
  id: string;
  /** Its absolute path. */
  file: string;
  /** Its path from the paper's folder, as mistakes name it. */
  shown: string;
  data: Data;
  body: string;
}

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
  /** What `redirects.yaml` says. */
  redirects: RedirectsFile;
  mistakes: Mistake[];
}

/** The result of reading a file: the entry, if anything in it is usable, and its mistakes. */
export interface Reading<Data> {
  entry: Entry<Data> | undefined;
  mistakes: Mistake[];
}

/**
 * One file, read and checked by itself.
 * @param paperDir the folder that mistakes name it from
 * @param text what is in it, if that has been read already
 */
export const readEntry = <C extends Collection>(
  collection: C,
  file: string,
  paperDir: string,
  text?: string,
): Reading<z.output<(typeof collections)[C]['schema']>> => {
  type Data = z.output<(typeof collections)[C]['schema']>;
  const shown = shownPath(file, paperDir);
  const { schema } = collections[collection];
  try {
    const { fields: written, body } = readManuscript(shown, text ?? readTextFile(file, shown));
    const fields = withoutEmpty(schema, written);
    const id = idOf(file);
    if (id === '') {
      const mistake = {
        file: shown,
        found: `the name "${nameOf(file)}", which gives an empty address`,
        expected: 'a name with letters or digits, in any script',
        fix: 'Rename the file or its folder.',
      };
      return { entry: undefined, mistakes: [mistake] };
    }
    const result = schema.safeParse(fields);
    const whole = { id, file, shown, body };
    if (result.success) return { entry: { ...whole, data: result.data as Data }, mistakes: [] };
    const { issues } = result.error;
    const rest = restOf(schema, fields, issues) as Data | undefined;
    return {
      entry: rest === undefined ? undefined : { ...whole, data: rest },
      mistakes: mistakesOf(shown, issues, fields, Object.keys(schema.shape)),
    };
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
 */
export const readCopy = (
  contentDir: string,
  paperDir: string,
  listed: CopyFiles = listCopy(contentDir, paperDir),
): Copy => {
  const mistakes: Mistake[] = [...listed.mistakes];
  const all = <C extends Collection>(collection: C) =>
    listed.files[collection].flatMap((each) => {
      mistakes.push(...unread(each, paperDir));
      if (each.fault) return [];
      const { entry, mistakes: found } = readEntry(collection, each.file, paperDir);
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
  const moved = redirectsFile(contentDir);
  const ofRedirects = readRedirects(moved, shownPath(moved, paperDir), within);
  mistakes.push(...ofTopics.mistakes, ...ofRedirects.mistakes);
  const { topics } = ofTopics;
  const { redirects } = ofRedirects;
  return { sections, authors, pages, articles, front, topics, redirects, mistakes };
};
