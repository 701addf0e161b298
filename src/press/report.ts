import { mistakesAsText, warningsAsText } from '../copy/mistakes.ts';
import { originsOf } from '../comments/origins.ts';
import { isLocal } from '../schemas/comments.ts';
import type { Checked } from '../check/check-paper.ts';
import { sealedPictures } from '../check/sealed-pictures.ts';
import type { Switches } from '../config/switches.ts';

/**
 * Reports a paper's mistakes, warnings, and what it holds back.
 * @param cardWarnings warnings about its social cards
 */
export const report = (
  { publication, heldBack, mistakes, warnings, pictures }: Checked,
  cardWarnings: readonly string[],
  { siteUrl, moment, paperDir }: Switches,
  log: { info: (text: string) => void; warn: (text: string) => void },
): void => {
  if (mistakes.length > 0) log.warn(`\n${mistakesAsText(mistakes)}\n`);
  if (warnings.length > 0) log.warn(`\n${warningsAsText(warnings)}\n`);
  for (const { file, until } of heldBack) {
    log.info(
      until === undefined ? `draft, held back: ${file}` : `held back until ${until}: ${file}`,
    );
  }
  const sealed = sealedPictures(pictures, paperDir);
  if (sealed !== undefined) log.info(sealed);
  for (const warning of cardWarnings) log.warn(warning);
  if (
    publication &&
    siteUrl === undefined &&
    new URL(publication.url).hostname.endsWith('.example')
  ) {
    log.warn(
      `The paper's address is the placeholder ${publication.url}: set \`url\` in publication.ts, or SITE_URL.`,
    );
  }
  if (publication && Object.values(originsOf(publication.comments)).flat().some(isLocal)) {
    log.warn('Only this machine can reach the comments of this paper: do not publish it.');
  }
  log.info(`The edition of ${moment.toISOString()}.`);
};
