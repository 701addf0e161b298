import { checkPaper } from '../check/check-paper.ts';
import type { Switches } from '../config/switches.ts';
import { mistakeAsText } from '../copy/mistakes.ts';

/** How many mistakes are shown in full: an import may bring thousands of one kind. */
const shownAtMost = 5;

/**
 * Checks a paper into which an older one was brought, as `npm run check` does.
 * @param contentDir where the import wrote
 * @returns what to tell the publisher: the first mistakes, or that there are none
 */
export const checkAfterImport = async (switches: Switches, contentDir: string): Promise<string> => {
  const { mistakes } = await checkPaper({ ...switches, contentDir });
  if (mistakes.length === 0) return 'The check finds no mistakes.';
  const more = mistakes.length - shownAtMost;
  const count = `${String(mistakes.length)} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`;
  return [
    `The check finds ${count}, to be fixed before the paper can be built:`,
    ...mistakes.slice(0, shownAtMost).map(mistakeAsText),
    ...(more > 0 ? [`And ${String(more)} more: npm run check lists them all.`] : []),
  ].join('\n\n');
};
