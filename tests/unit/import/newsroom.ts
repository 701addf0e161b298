import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { createHash } from 'node:crypto';
import { checkPaper, type Checked } from '../../../src/check/check-paper.ts';
import { readSwitches } from '../../../src/config/switches.ts';
import type { Thread } from '../../../src/import/comments/threads.ts';
import type { Report } from '../../../src/import/writer/report.ts';
import { emptyContent, newsroom, runImport } from '../../fixtures/moving-in/write.ts';
import { editionMoment } from '../../papers.ts';

interface ExpectedPicture {
  source: string;
  alt: string;
  captionHas?: string;
  minWidth?: number;
  lead?: boolean;
  orReported?: boolean;
}

/** What is right for an entry that is published. */
export interface ExpectedEntry {
  id: number;
  result: string;
  why?: string;
  wpSlug?: string;
  published?: string;
  headline?: string | null;
  headlineStartsWith?: string;
  standfirst?: string | null;
  standfirstStartsWith?: string;
  section?: string;
  topics?: string[];
  topicsMay?: string[];
  topicCount?: number;
  authors?: string[];
  updated?: (string | null)[];
  kind?: string[];
  kindBest?: string;
  comments?: boolean[];
  guid?: string;
  source?: { name?: string; url?: string } | null;
  sourceMay?: { name?: string; url?: string };
  formerUrls?: string[];
  addressEndsWith?: string;
  pictures?: ExpectedPicture[];
  picturesReported?: string[];
  pictureCountMax?: number;
  words?: number;
  structure?: Record<string, number>;
  embeds?: string[];
  embedsAsCards?: number;
  links?: string[];
  files?: string[];
  internalLinks?: Record<string, string>;
  mustContain?: string[];
  mustNotContain?: string[];
  code?: string[];
  controlCharacters?: number;
  commentTree?: { approved: number; roots: number; depth: number };
  /** Of a page. */
  title?: string;
  description?: string;
}

type Tree = [id: number, answers: Tree][];

export interface Expected {
  counts: { articles: number; pages: number; heldBack: number; sectionsAtLeast: number };
  zone: string;
  posts: ExpectedEntry[];
  pages: ExpectedEntry[];
  sections: { title: string; parent?: string; notId?: string }[];
  formerSectionUrls: Record<string, string>;
  comments: {
    approved: number;
    pingbacks: number;
    tree: Record<string, Tree>;
    mustNotContain: string[];
  };
  mustNotContainAnywhere: string[];
}

export const expected = JSON.parse(readFileSync(newsroom.expected, 'utf8')) as Expected;

const isPublished = ({ result }: ExpectedEntry): boolean => result === 'published';
export const posts = expected.posts.filter(isPublished);
export const pages = expected.pages.filter(isPublished);
export const heldBack = [...expected.posts, ...expected.pages].filter((one) => !isPublished(one));

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder, which is gone after the tests. */
export const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'moving-in-'));
  folders.push(folder);
  return folder;
};

/** A folder of its own for an import, with an empty content folder in it. */
export const newContent = async (): Promise<string> => {
  const content = path.join(newFolder(), 'content');
  await emptyContent(content);
  return content;
};

/** The command as the fixture's publisher gives it. */
export const usual = [newsroom.export, '--uploads', newsroom.uploads];

export const importNewsroom = (content: string, more: readonly string[] = []) =>
  runImport(content, [...usual, ...more]);

/** Every file below a folder, with the digest of its content and the moment of its last change. */
export const stateOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = path.join(entry.parentPath, entry.name);
        const digest = createHash('sha256').update(readFileSync(file)).digest('hex');
        return [
          path.relative(folder, file).replaceAll('\\', '/'),
          `${digest} ${String(statSync(file).mtimeMs)}`,
        ];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The same without moments, to compare two folders. */
export const bytesOf = (folder: string): Map<string, string> =>
  new Map([...stateOf(folder)].map(([file, state]) => [file, state.replace(/ .*/, '')]));

export const textIn = (content: string, file: string): string =>
  readFileSync(path.join(content, file), 'utf8');

export const reportIn = (content: string): Report =>
  JSON.parse(textIn(content, 'import/report.json')) as Report;

export const threadsIn = (content: string): Thread[] =>
  (JSON.parse(textIn(content, 'import/comments.json')) as { threads: Thread[] }).threads;

/** The paper in a content folder, as the check reads it. */
export const checked = (content: string): Promise<Checked> =>
  checkPaper(
    readSwitches({
      CONTENT_DIR: content,
      PUBLICATION: newsroom.publication,
      CACHE_DIR: path.join(path.dirname(content), 'cache'),
      SOURCE_DATE_EPOCH: String(editionMoment.getTime() / 1000),
    }),
  );
