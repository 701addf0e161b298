import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Mistake, shown } from '../copy/mistakes.ts';

/** Where the parts of a paper are, as absolute paths. */
export interface PaperFolder {
  /** The paper's own folder. Messages name files from here. Without PAPER_DIR, the folder in which the command runs. */
  paperDir: string;
  contentDir: string;
  publicationFile: string;
  /** The folder that is served as it is, which need not exist. */
  publicDir: string;
  /** The folder with the paper's own style and components, which need not exist. */
  themeDir: string;
  /** The folder with the earlier versions of its stories, which need not exist. */
  recordDir: string;
}

/** The switches that name a paper or a part of one. */
export interface PaperSwitches {
  paper: string | undefined;
  content: string | undefined;
  publication: string | undefined;
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const whatIsWrongWith = (paper: string, parts: PaperSwitches): string | undefined => {
  if (!isFolder(paper)) return isFile(paper) ? 'a file' : 'not there';
  const missing = [
    ...(parts.publication !== undefined || isFile(join(paper, 'publication.ts'))
      ? []
      : ['publication.ts']),
    ...(parts.content !== undefined || isFolder(join(paper, 'content')) ? [] : ['content/']),
  ];
  return missing.length === 0 ? undefined : `a folder without ${missing.join(' and ')}`;
};

const mistakesIn = (switches: PaperSwitches, { contentDir, publicationFile }: PaperFolder) => {
  const mistakes: Mistake[] = [];
  const { paper, content, publication } = switches;
  const wrong = paper === undefined ? undefined : whatIsWrongWith(resolve(paper), switches);
  if (paper !== undefined && wrong !== undefined) {
    mistakes.push({
      file: 'environment',
      field: 'PAPER_DIR',
      found: `${shown(paper)}, ${wrong}`,
      expected: 'the folder of a paper, with publication.ts and content/',
      fix: `Correct the path, or start a paper in a new folder: npm run new-paper -- ../my-paper`,
    });
  }
  const fix = 'Correct the path.';
  if (content !== undefined && !isFolder(contentDir)) {
    const expected = 'a folder that exists';
    mistakes.push({
      file: 'environment',
      field: 'CONTENT_DIR',
      found: shown(content),
      expected,
      fix,
    });
  }
  if (publication !== undefined && !isFile(publicationFile)) {
    const expected = 'a file that exists';
    mistakes.push({
      file: 'environment',
      field: 'PUBLICATION',
      found: shown(publication),
      expected,
      fix,
    });
  }
  return mistakes;
};

/**
 * Finds the parts of a paper: those in the folder that PAPER_DIR names, or those of the paper that comes with the
 * engine. Switches for a single part take precedence. Without PAPER_DIR, `public/`, `theme/` and `record/`
 * belong to the publication file: if PUBLICATION names another one, they are beside it.
 */
export const findPaper = (switches: PaperSwitches): PaperFolder & { mistakes: Mistake[] } => {
  const { paper, content, publication } = switches;
  const paperDir = resolve(paper ?? '.');
  const source = paper === undefined ? join(paperDir, 'src') : paperDir;
  const publicationFile = resolve(publication ?? join(source, 'publication.ts'));
  const own =
    paper === undefined && publication !== undefined ? dirname(publicationFile) : paperDir;
  const folder = {
    paperDir,
    contentDir: resolve(content ?? join(source, 'content')),
    publicationFile,
    publicDir: join(own, 'public'),
    themeDir: join(own, 'theme'),
    recordDir: join(own, 'record'),
  };
  return { ...folder, mistakes: mistakesIn(switches, folder) };
};
