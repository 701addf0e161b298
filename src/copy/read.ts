import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { slug } from 'github-slugger';
import { z } from 'zod';
import { articleSchema, type ArticleCopy } from '../schemas/article.ts';
import { authorSchema, type AuthorCopy } from '../schemas/author.ts';
import { type FrontLayout, frontSchema } from '../schemas/front.ts';
import { pageSchema, type PageCopy } from '../schemas/page.ts';
import { sectionSchema, type SectionCopy } from '../schemas/section.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { readManuscript, UnreadableError } from './frontmatter.ts';
import { type Mistake, mistakesOf } from './mistakes.ts';
import { readRedirects, type RedirectsFile, redirectsFile } from './redirects-file.ts';
import { restOf } from './rest.ts';
import { readTopics, topicsFile } from './topics-file.ts';

const picturePath = z.string().trim().min(1);

/** The collections: where their files are, and the schema that each must match. */
export const collections = {
  articles: { pattern: 'articles/**/*.md', schema: articleSchema(picturePath) },
  sections: { pattern: 'sections/*.yaml', schema: sectionSchema },
  authors: { pattern: 'authors/*.yaml', schema: authorSchema(picturePath) },
  pages: { pattern: 'pages/*.md', schema: pageSchema },
  front: { pattern: 'front.yaml', schema: frontSchema },
} as const;
export type Collection = keyof typeof collections;

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

/** Paths as mistakes and messages show them: from the paper's folder, with forward slashes. */
export const shownPath = (file: string, paperDir: string): string =>
  relative(paperDir, file).replaceAll('\\', '/');

/**
 * The id of an entry: the name of its file as a slug, or of its folder if the file is `index.md`.
 * Letters of every script stay (Unicode NFC), spaces become hyphens, and punctuation is dropped.
 */
export const idOf = (file: string): string => {
  const name = basename(file, extname(file));
  return slug((name === 'index' ? basename(dirname(file)) : name).normalize('NFC'));
};

/** The files of a collection, as absolute paths in a stable order. */
export const filesOf = (contentDir: string, collection: Collection): string[] =>
  globSync(collections[collection].pattern, { cwd: contentDir })
    .filter((file) => !file.split(/[\\/]/).some((part) => part.startsWith('.')))
    .sort()
    .map((file) => join(contentDir, file));

const strays = (contentDir: string, paperDir: string): Mistake[] =>
  globSync(
    ['{topics,redirects}.{yml,json}', 'sections/*', 'authors/*', 'pages/*', 'articles/**/*.*'],
    {
      cwd: contentDir,
    },
  )
    .filter((file) => !basename(file).startsWith('.'))
    .filter((file) => !/^(?:sections|authors)[\\/].*\.yaml$|^pages[\\/].*\.md$/.test(file))
    .filter((file) => !/^articles[\\/].*\.md$/.test(file))
    .filter((file) => !/^(?:authors|articles)[\\/].*\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(file))
    .sort()
    .map((file) => ({
      file: shownPath(join(contentDir, file), paperDir),
      found: `a file that ends in "${extname(file)}"`,
      expected: /^(?:sections|authors|topics|redirects)/.test(file)
        ? 'a file that ends in .yaml'
        : 'a file that ends in .md',
      fix: 'Rename it, or move it out of this folder, where it would be silently ignored.',
    }));

/** The result of reading a file: the entry, if anything in it is usable, and its mistakes. */
export interface Reading<Data> {
  entry: Entry<Data> | undefined;
  mistakes: Mistake[];
}

/**
 * One file, read and checked by itself.
 * @param paperDir the folder that mistakes name it from
 */
export const readEntry = <C extends Collection>(
  collection: C,
  file: string,
  paperDir: string,
): Reading<z.output<(typeof collections)[C]['schema']>> => {
  type Data = z.output<(typeof collections)[C]['schema']>;
  const shown = shownPath(file, paperDir);
  const { schema } = collections[collection];
  try {
    const { fields, body } = readManuscript(shown, readFileSync(file, 'utf8'));
    const id = idOf(file);
    if (id === '') {
      const name = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file);
      const mistake = {
        file: shown,
        found: `the name "${name}", which gives an empty address`,
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

/**
 * Reads a whole content folder. Everything that cannot be read is reported in `mistakes`.
 * @param paperDir the folder that mistakes name files from
 */
export const readCopy = (contentDir: string, paperDir: string): Copy => {
  const mistakes: Mistake[] = strays(contentDir, paperDir);
  const all = <C extends Collection>(collection: C) =>
    filesOf(contentDir, collection).flatMap((file) => {
      const { entry, mistakes: found } = readEntry(collection, file, paperDir);
      mistakes.push(...found);
      return entry ? [entry] : [];
    });
  const sections = all('sections');
  const authors = all('authors');
  const pages = all('pages');
  const articles = all('articles');
  const front = all('front');
  const described = topicsFile(contentDir);
  const { topics, mistakes: topicMistakes } = readTopics(described, shownPath(described, paperDir));
  mistakes.push(...topicMistakes);
  const moved = redirectsFile(contentDir);
  const { redirects, mistakes: redirectMistakes } = readRedirects(
    moved,
    shownPath(moved, paperDir),
  );
  mistakes.push(...redirectMistakes);
  return { sections, authors, pages, articles, front, topics, redirects, mistakes };
};
