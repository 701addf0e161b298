import { homeOf } from '../addresses.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { Copy } from '../copy/read.ts';
import { createFactFinder, type FactFinder } from './body-facts.ts';
import { bodyMistakes } from './body-mistakes.ts';
import { embargoMistakes } from './embargo-mistakes.ts';
import { frontMistakes, frontRepeats } from './front-mistakes.ts';
import { linkMistakes } from './link-mistakes.ts';
import { liveMistakes } from './live-mistakes.ts';
import type { Target } from './own-links.ts';
import { pictureMistakes, type PictureJudge, type SeenPicture } from './picture-mistakes.ts';
import type { PreparedCheck } from './prepare-check.ts';
import { referenceMistakes } from './reference-mistakes.ts';
import { republishMistakes } from './republish-mistakes.ts';
import { reportingMistakes } from './reporting-mistakes.ts';
import { settingLinkMistakes } from './setting-links.ts';

/** What a check found. */
export interface Findings {
  mistakes: Mistake[];
  /** What will soon become a mistake, is hard to read, or does not work everywhere. */
  warnings: Mistake[];
}

/**
 * Finds what is wrong with texts that could be read, and between all of them.
 * @param part the texts: the whole copy, or some of it
 * @param paper the paper that they are in
 * @param pictures judges those that they show; its warnings are not among the findings
 * @param facts finds out about them what follows from each alone
 */
export const checkCopy = async (
  part: Copy,
  paper: PreparedCheck,
  { judge }: Pick<PictureJudge<SeenPicture>, 'judge'>,
  facts: FactFinder = createFactFinder(paper),
): Promise<Findings> => {
  const { known, publication, publicationFile, addresses, own, neighbours } = paper;
  const home = homeOf(addresses);
  const texts: Target[] = [...part.articles, ...part.pages];
  await facts.gather(texts);
  const links = await linkMistakes(part, { own, home, facts, neighbours });
  const embargoes = embargoMistakes(part, paper);
  const live = liveMistakes(part, paper, facts.of);
  return {
    mistakes: [
      ...referenceMistakes(part, known),
      ...frontMistakes(part, known, paper.copy),
      ...paper.between.sections,
      ...(await pictureMistakes(part, judge)),
      ...(await bodyMistakes(part, facts.of, judge)),
      ...embargoes.mistakes,
      ...republishMistakes(part, publication),
      ...live.mistakes,
      ...links.mistakes,
      ...(publication ? reportingMistakes(part, publication) : []),
      ...(publication ? settingLinkMistakes(part, publication, publicationFile, own) : []),
      ...paper.between.addresses,
      ...paper.between.names,
    ],
    warnings: [
      ...frontRepeats(part),
      ...embargoes.warnings,
      ...live.warnings,
      ...texts.flatMap((entry) => {
        const { lost } = facts.of(entry);
        return lost ? lost.map((fault) => ({ file: entry.shown, field: 'body', ...fault })) : [];
      }),
      ...links.warnings,
    ],
  };
};
