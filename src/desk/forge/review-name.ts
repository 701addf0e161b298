import { isText } from '../file-names.ts';

/** What the branches of a desk begin with, by which it finds its requests for review again. */
const prefix = 'desk/';

export const isDeskBranch = (branch: string): boolean => branch.startsWith(prefix);

/** Only letters and digits, which every forge, shell and address takes; other scripts keep theirs. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

/**
 * The branch for a review of these files, named after the first text: `desk/harbour-strike` for
 * `content/articles/2026/harbour-strike/index.md`.
 */
export const nameOfReview = (paths: readonly string[]): string => {
  const path = paths.find(isText) ?? paths[0] ?? '';
  const parts = path.replace(/\.[^./]+$/, '').split('/');
  const name = parts.at(-1) === 'index' ? parts.at(-2) : parts.at(-1);
  return prefix + (plain(name ?? '') || 'changes');
};
