import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CheckMemory } from '../../src/check/check-memory.ts';
import { type Checked, checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';

/** A small, right paper on disk, for a test to spoil. */
export interface OddPaper {
  /** The absolute path of something in its content folder. */
  at: (name: string) => string;
  write: (name: string, text: string | Uint8Array) => Promise<void>;
  /** Checks the paper as the build does, with further switches. */
  check: (more?: Record<string, string>, memory?: CheckMemory) => Promise<Checked>;
  /** Checks it, and lists where and what is wrong. */
  mistakes: () => Promise<string[]>;
}

/** A story with these further fields. */
export const storyWith = (fields = '', body = 'Words.'): string =>
  `---\nheadline: A\nstandfirst: B.\nsection: world\nauthors: [reporter]\n` +
  `published: 2025-02-13T20:15:00+02:00\n${fields}\n---\n\n${body}\n`;

/** Writes the paper into a new folder, which the end of the test removes: one story, one of everything that it needs. */
export async function oddPaper(): Promise<OddPaper> {
  const folder = await mkdtemp(path.join(tmpdir(), 'odd-paper-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const at = (name: string): string => path.join(folder, 'content', name);
  const write = async (name: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(path.dirname(at(name)), { recursive: true });
    await writeFile(at(name), text);
  };
  await write('sections/world.yaml', 'title: World\ndescription: All of it.\norder: 1\n');
  await write('authors/reporter.yaml', 'name: A. Reporter\ntype: person\n');
  await write('pages/about.md', '---\ntitle: About\ndescription: About us.\n---\n\nWe print.\n');
  await write('articles/2025/first/index.md', storyWith());
  const env = {
    PAPER_DIR: folder,
    PUBLICATION: path.resolve('tests/fixtures/awkward/publication.ts'),
    SOURCE_DATE_EPOCH: '1740816000',
  };
  await mkdir(at('../public'));
  const logo = path.resolve('tests/fixtures/mistakes/content/logo.png');
  await cp(logo, at('logo.png'));
  const check: OddPaper['check'] = (more = {}, memory) =>
    checkPaper(readSwitches({ ...env, ...more }), memory);
  return {
    at,
    write,
    check,
    mistakes: async () =>
      (await check()).mistakes.map(
        ({ file, field, found }) =>
          `${file.replace('content/', '')}${field ? ` ${field}` : ''}: ${found}`,
      ),
  };
}
