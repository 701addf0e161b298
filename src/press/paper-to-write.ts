import { existsSync } from 'node:fs';
import { publicationMistakes } from '../check/publication-mistakes.ts';
import { createPictureJudge } from '../check/picture-mistakes.ts';
import { loadPublication } from '../config/load-publication.ts';
import type { Switches } from '../config/switches.ts';
import { isOfPath } from '../config/unusable-paths.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { createInspector } from '../darkroom/darkroom.ts';
import type { Memory } from '../darkroom/memory.ts';
import type { Publication } from '../schemas/publication.ts';
import { readTheme, type Theme } from '../theme/read-theme.ts';
import type { ReadPaper } from './checked-paper.ts';

/** What is read of a paper before anybody can write it: all but its copy. */
export type PaperToWrite = {
  publication: Publication;
  theme: Theme;
  pictures: ReadPaper['pictures'];
};

/**
 * Reads a paper's publication, look and switches.
 * @returns what is wrong with them, if there is nothing to show
 */
export const readPaperToWrite = async (
  switches: Switches,
  memory: Memory,
): Promise<PaperToWrite | { mistakes: Mistake[] }> => {
  const { paperDir, contentDir, themeDir, moment } = switches;
  if (switches.mistakes.some(isOfPath)) return { mistakes: switches.mistakes };
  const publication = await loadPublication(switches);
  const { theme, mistakes } = await readTheme(themeDir, paperDir);
  if (Array.isArray(publication) || !theme) {
    return {
      mistakes: [
        ...switches.mistakes,
        ...(Array.isArray(publication) ? publication : []),
        ...mistakes,
      ],
    };
  }
  const inspect = createInspector([contentDir, paperDir], memory);
  const { judge, pictures } = createPictureJudge(() => [], inspect, moment);
  const nothing = new Set<string>();
  const known = { articles: nothing, sections: nothing, authors: nothing, pages: nothing };
  // What is wrong with them, the check will say.
  if (existsSync(contentDir)) await publicationMistakes(publication, switches, known, judge);
  return { publication, theme, pictures };
};
