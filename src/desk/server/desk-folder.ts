import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { liesIn } from '../../copy/inside.ts';

/** The folder that a desk writes in. */
export interface DeskFolder {
  /** The paper's folder and its content folder, real absolute paths. */
  paperDir: string;
  contentDir: string;
  /** The content folder from the paper's, with a slash at its end: `content/`. */
  content: string;
}

/**
 * The folder of a paper, as a desk sees it.
 * @returns a sentence if its content folder is elsewhere, so that paths in it could not be told from others
 */
export const deskFolderOf = (paper: {
  paperDir: string;
  contentDir: string;
}): DeskFolder | string => {
  const [paperDir, contentDir] = [realpathSync(paper.paperDir), realpathSync(paper.contentDir)];
  if (contentDir === paperDir || !liesIn(contentDir, paperDir)) {
    return `The content folder ${contentDir} is not inside the paper’s folder ${paperDir}. Start the desk with PAPER_DIR=… for the folder that holds both.`;
  }
  return {
    paperDir,
    contentDir,
    content: `${relative(paperDir, contentDir).split(sep).join('/')}/`,
  };
};
