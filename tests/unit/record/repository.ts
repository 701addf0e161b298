import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { asItStands } from '../../../src/edition/withdrawn.ts';
import { readCopy } from '../../../src/copy/read.ts';
import { readRecord, type PaperRecord } from '../../../src/record/read-record.ts';
import { readVersions } from '../../../src/record/kept-versions.ts';
import type { RecordFrom } from '../../../src/schemas/record.ts';

/** The fields of a story of the tests, with what it does not say left out. */
export interface Told {
  headline?: string;
  standfirst?: string;
  published?: string;
  more?: string;
  body?: string;
}

/** The text of a story's file. */
export const told = ({
  headline = 'Council approves budget',
  standfirst = 'The vote was close.',
  published = '2025-03-01T08:00:00Z',
  more = '',
  body = 'The council approved the budget on Monday.',
}: Told = {}): string =>
  `---\nheadline: "${headline}"\nstandfirst: "${standfirst}"\nsection: city\nauthors: [ann]\n` +
  `published: "${published}"\n${more}---\n\n${body}\n`;

/** A paper in a git repository of its own. */
export interface Repository {
  folder: string;
  git: (...args: string[]) => string;
  write: (file: string, text: string) => void;
  move: (from: string, to: string) => void;
  remove: (file: string) => void;
  /** Commits everything at a moment. */
  commit: (at: string) => void;
  read: (options?: ReadOptions) => PaperRecord;
  /** The versions of a story, as moments and as the words that they had. */
  versions: (id: string, options?: ReadOptions) => [at: string, words: string][];
}

interface ReadOptions {
  from?: RecordFrom;
  moment?: string;
  folder?: string;
}

/** Makes an empty paper, which goes when the test has ended. */
export const repository = (): Repository => {
  const folder = mkdtempSync(join(tmpdir(), 'record-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const env = (at = '2025-01-01T00:00:00Z') => ({
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...{ GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    ...{ GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'ann@paper.example' },
    ...{ GIT_COMMITTER_NAME: 'Ann', GIT_COMMITTER_EMAIL: 'ann@paper.example' },
  });
  const run = (args: string[], at?: string): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env: env(at) });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}`);
    return stdout.toString();
  };
  const place = (file: string): string => join(folder, 'content', file);
  run(['init', '-q', '-b', 'main']);
  const read = ({
    from = 'git',
    moment = '2025-04-01T00:00:00Z',
    folder: paper = folder,
  }: ReadOptions = {}): PaperRecord => {
    const contentDir = join(paper, 'content');
    return readRecord({
      from,
      contentDir,
      recordDir: join(paper, 'record'),
      keptDir: join(paper, '.cache', 'record'),
      articles: readCopy(contentDir, paper).articles.map((story) =>
        asItStands(story, new Date(moment)),
      ),
      moment: new Date(moment),
      language: 'en',
    });
  };
  return {
    folder,
    git: (...args) => run(args),
    write: (file, text) => {
      mkdirSync(dirname(place(file)), { recursive: true });
      writeFileSync(place(file), text);
    },
    move: (from, to) => {
      mkdirSync(dirname(place(to)), { recursive: true });
      renameSync(place(from), place(to));
    },
    remove: (file) => {
      rmSync(place(file));
    },
    commit: (at) => {
      writeFileSync(join(folder, '.gitignore'), '.cache\n');
      run(['add', '-A'], at);
      run(['commit', '-q', '--allow-empty', '-m', 'Edit'], at);
    },
    read,
    versions: (id, options) => {
      const story = read(options).changed.get(id);
      if (!story) return [];
      const words = readVersions(story.file);
      return story.versions.map(({ at }, n) => [
        new Date(at).toISOString().slice(0, 16),
        (words[n] ?? []).map(({ text }) => text).join(' | '),
      ]);
    },
  };
};

/** The text of a file of a paper. */
export const textOf = (folder: string, file: string): string =>
  readFileSync(join(folder, file), 'utf8');
