import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { mistakeAsText } from '../copy/mistakes.ts';
import { isInside } from '../config/folders.ts';
import { readSwitches } from '../config/switches.ts';
import { engineFolder } from '../engine-folder.ts';
import { engineRepository, type EngineVersion, engineVersion } from './engine-version.ts';

const template = join(engineFolder, 'templates/paper');

/** A paper cannot be created in this folder. */
class UnfitFolderError extends Error {
  constructor(folder: string, found: string, expected: string, fix: string) {
    super(mistakeAsText({ file: folder, found, expected, fix }));
  }
}

/** A path as a POSIX shell takes it. */
const quoted = (path: string): string =>
  /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

const withSlashes = (path: string): string => path.replaceAll('\\', '/');

const checkFolder = (folder: string): void => {
  const name = withSlashes(relative('.', folder)) || '.';
  if (isInside(folder, engineFolder)) {
    throw new UnfitFolderError(
      name,
      'a folder of the engine',
      'a folder outside it, so that updating the engine leaves the paper alone',
      'Name one beside it: npm run new-paper -- ../my-paper',
    );
  }
  const there = statSync(folder, { throwIfNoEntry: false });
  if (!there) return;
  const held = there.isDirectory() ? readdirSync(folder).filter((each) => each !== '.git') : [];
  if (there.isDirectory() && held.length === 0) return;
  const shown = held.length > 3 ? [...held.slice(0, 3), '…'] : held;
  throw new UnfitFolderError(
    name,
    there.isDirectory() ? `a folder that holds ${shown.join(', ')}` : 'a file',
    'a folder that is empty or does not exist yet',
    'Choose another name, or empty the folder first.',
  );
};

/** `kyiv-courier` → Kyiv Courier. */
const titleOf = (folder: string): string => {
  const words = basename(folder).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return title.slice(0, 60).trim() || 'My Paper';
};

/** The line of the workflow that names the engine's version, quoted: a hash may look like a number. */
const refLine = ({ ref, isThere }: EngineVersion): string =>
  isThere
    ? `ENGINE_REF: '${ref}'`
    : `# Set this to a tag or commit that the engine's repository has: none was found here.\n  ENGINE_REF: '${ref}'`;

/** The placeholders in the template, and what replaces them in a paper in this folder. */
const fillings = (folder: string, moment: Date): Record<string, string> => {
  // Yesterday, so that no story is held back.
  const day = new Date(moment.getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return {
    'My Paper': titleOf(folder),
    '2025-02-27': day,
    'articles/2025/': `articles/${day.slice(0, 4)}/`,
    '../..': withSlashes(relative(folder, engineFolder)),
    'PAPER_DIR=templates/paper': `PAPER_DIR=${quoted(withSlashes(relative(engineFolder, folder)))}`,
    'templates/paper': withSlashes(relative(engineFolder, folder)),
    'your-account/bevolve-news': engineRepository(engineFolder) ?? 'your-account/bevolve-news',
    "ENGINE_REF: 'v0.0.0'": refLine(engineVersion(engineFolder)),
  };
};

const isText = (name: string): boolean => !/\.(?:png|jpe?g|webp|avif)$/i.test(name);

/** The files of the template, as paths from its folder, without what a build left there. */
const templateFiles = (): string[] =>
  readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => withSlashes(relative(template, join(entry.parentPath, entry.name))))
    .filter((path) => !/^(?:dist|dist-hosting|\.cache)\//.test(path));

/**
 * Creates a small paper that checks and builds: three stories, two sections, one author, two pages, a logo, a theme.
 * @param folder absolute path of its folder, which must be empty or not exist yet; it may be a Git repository
 * @param moment when the paper is created: its stories are dated the day before
 * @throws UnfitFolderError if a paper cannot be created there, with a message for the terminal; nothing is written then
 */
const makePaper = (folder: string, moment: Date): void => {
  checkFolder(folder);
  const filled = fillings(folder, moment);
  const marks = Object.keys(filled).map((mark) => mark.replaceAll('.', '\\.'));
  // In one pass, so that a replacement is never taken for a placeholder.
  const pattern = new RegExp(marks.join('|'), 'g');
  const fill = (text: string): string => text.replaceAll(pattern, (mark) => filled[mark] ?? mark);
  for (const path of templateFiles()) {
    const from = join(template, path);
    const to = join(folder, fill(path));
    mkdirSync(dirname(to), { recursive: true });
    if (isText(path)) writeFileSync(to, fill(readFileSync(from, 'utf8')));
    else cpSync(from, to);
  }
};

/** What to do next with a new paper in a folder of this name. */
const nextSteps = (name: string): string => {
  const shown = withSlashes(name).replace(/\/+$/, '');
  const run = (script: string): string => `PAPER_DIR=${quoted(shown)} npm run ${script}`;
  return [
    `A new paper is in ${shown}: three stories, two sections, one author.`,
    '',
    `  ${run('desk')}     opens the desk, to write in the browser`,
    `  ${run('dev')}      shows it while you write`,
    `  ${run('check')}    reports every mistake`,
    `  ${run('build')}    builds it into ${shown}/dist`,
    '',
    `${shown}/README.md says what to change first, and how to publish it.`,
  ].join('\n');
};

const unwritable = (name: string, found: string): string =>
  mistakeAsText({
    file: name,
    found,
    expected: 'a place where files can be written',
    fix: 'Choose another folder, or free up space and allow writing there. Then delete what was created.',
  });

// npm run new-paper -- ../my-paper
const [name, ...others] = process.argv.slice(2);
try {
  if (name === undefined || others.length > 0) {
    throw new UnfitFolderError(
      'new-paper',
      name === undefined ? 'no folder' : `${others.length + 1} folders`,
      'one folder, which is created for the paper',
      'npm run new-paper -- ../my-paper',
    );
  }
  makePaper(resolve(name), readSwitches(process.env).moment);
  console.log(nextSteps(name));
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UnfitFolderError ? text : unwritable(name ?? '', text));
  process.exitCode = 1;
}
