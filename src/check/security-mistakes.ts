import type { Mistake } from '../copy/mistakes.ts';
import type { Publication } from '../schemas/publication.ts';

/** How many days before it expires the warning starts. */
const notice = 30;

/**
 * Checks when `security.txt` expires (RFC 9116, 2.5.5): in the past or more than a year ahead is a mistake, soon is a
 * warning.
 * @param file the publication's file, as mistakes name it
 * @param moment the edition's
 */
export const securityMistakes = (
  file: string,
  { security }: Publication,
  moment: Date,
): { mistakes: Mistake[]; warnings: Mistake[] } => {
  if (!security) return { mistakes: [], warnings: [] };
  const { expires } = security;
  const end = Date.parse(expires);
  const furthest = new Date(moment);
  furthest.setUTCFullYear(furthest.getUTCFullYear() + 1);
  const problem = (found: string, expected: string): Mistake => ({
    file,
    field: 'security.expires',
    found: `"${expires}", ${found}`,
    expected,
    fix: 'Check that the rest of `security` is still right, and set a time within the next year.',
  });
  const days = Math.floor((end - moment.getTime()) / 86_400_000);
  if (end <= moment.getTime())
    return { mistakes: [problem('which is in the past', 'a time in the future')], warnings: [] };
  if (end > furthest.getTime())
    return { mistakes: [problem('more than a year ahead', 'at most a year ahead')], warnings: [] };
  return {
    mistakes: [],
    warnings:
      days < notice
        ? [problem(`${String(days)} days ahead`, `at least ${String(notice)} days ahead`)]
        : [],
  };
};
