import type { Kind } from '../schemas/article.ts';

/** What a story's kind decides: the one place that every page, list, feed and body asks. */
export interface KindTraits {
  /** Whether the kind is named beside the headline, on the page and in lists. */
  labelled: boolean;
  /** What opens the page: the headline, or who signs it, who is then named in lists too. */
  leads: 'headline' | 'author';
  /** What its table of contents is made of. */
  contents: 'none' | 'crossheads' | 'entries';
  /** Whether somebody pays for it: such a story is never put forward but by the editor's own rank. */
  paid: boolean;
}

const plain: KindTraits = { labelled: true, leads: 'headline', contents: 'none', paid: false };

const traits = {
  news: { ...plain, labelled: false },
  analysis: plain,
  opinion: { ...plain, leads: 'author' },
  explainer: { ...plain, contents: 'crossheads' },
  live: { ...plain, contents: 'entries' },
  sponsored: { ...plain, paid: true },
} satisfies Record<Kind, KindTraits>;

/** How a story of this kind looks, and where it may stand. */
export const traitsOf = (kind: Kind): KindTraits => traits[kind];
