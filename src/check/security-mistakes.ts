import type { Mistake } from '../copy/mistakes.ts';
import type { Publication } from '../schemas/publication.ts';

/** A warning comes so many days before the end. */
const notice = 30;

/**
 * Looks at the moment until which `security.txt` holds (RFC 9116, 2.5.5): one that has passed, or that is more than a
 * year ahead, is a mistake; one that is near deserves a warning.
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
  const tell = (found: string, expected: string): Mistake => ({
    file,
    field: 'security.expires',
    found: `"${expires}", ${found}`,
    expected,
    fix: 'Check that the rest of `security` is still right, and set a time within the next year.',
  });
  const days = Math.floor((end - moment.getTime()) / 86_400_000);
  if (end <= moment.getTime())
    return { mistakes: [tell('which is in the past', 'a time in the future')], warnings: [] };
  if (end > furthest.getTime())
    return { mistakes: [tell('more than a year ahead', 'at most a year ahead')], warnings: [] };
  return {
    mistakes: [],
    warnings:
      days < notice
        ? [tell(`${String(days)} days ahead`, `at least ${String(notice)} days ahead`)]
        : [],
  };
};
