import { type Kind, kindNames } from '../language/kinds.ts';

export type { Kind } from '../language/kinds.ts';

/** What a story's kind decides: the one place that every page, list, feed and body asks. */
export interface KindTraits {
  /** Whether the kind is named beside the headline, on the page and in lists. */
  labelled: boolean;
  /** What opens the page: the headline, or who signs it, who is then named in lists too. */
  leads: 'headline' | 'author';
  /** What its table of contents is made of. */
  contents: 'none' | 'crossheads' | 'entries';
  /** Whether somebody pays for it: such a story is put forward only by the editor's own rank, and is no news. */
  paid: boolean;
  /** Argument stands below the news on the front page. */
  argument: boolean;
  /** How a block of the front page looks whose stories are all of this kind. */
  shape?: 'opinions' | 'timeline';
  /** What schema.org calls it, and what it calls one that came from somebody else, where that differs. */
  schemaOrg: string;
  schemaOrgSyndicated?: string;
  /** Whether machines are given its dateline: schema.org has one for news alone. */
  dateline: boolean;
}

const plain = {
  labelled: true,
  leads: 'headline',
  contents: 'none',
  paid: false,
  argument: false,
  dateline: true,
} as const satisfies Omit<KindTraits, 'schemaOrg'>;

const traits = {
  news: {
    ...plain,
    labelled: false,
    schemaOrg: 'ReportageNewsArticle',
    // News that came from somebody else is no reportage of ours.
    schemaOrgSyndicated: 'NewsArticle',
  },
  analysis: { ...plain, schemaOrg: 'AnalysisNewsArticle' },
  opinion: {
    ...plain,
    leads: 'author',
    argument: true,
    shape: 'opinions',
    schemaOrg: 'OpinionNewsArticle',
  },
  explainer: { ...plain, contents: 'crossheads', schemaOrg: 'BackgroundNewsArticle' },
  live: {
    ...plain,
    contents: 'entries',
    shape: 'timeline',
    schemaOrg: 'LiveBlogPosting',
    dateline: false,
  },
  sponsored: {
    ...plain,
    paid: true,
    schemaOrg: 'AdvertiserContentArticle',
    dateline: false,
  },
} as const satisfies Record<Kind, KindTraits>;

/** What schema.org calls the stories of a paper. */
export type StoryType =
  | (typeof traits)[Kind]['schemaOrg']
  | Extract<(typeof traits)[Kind], { schemaOrgSyndicated: string }>['schemaOrgSyndicated'];

/** Every kind of story, in the order of the manual. */
export const kinds = Object.keys(kindNames) as [Kind, ...Kind[]];

/** How a story of this kind looks, and where it may stand. */
export const traitsOf = (kind: Kind): KindTraits => traits[kind];

/** What schema.org calls a story of this kind. */
export const schemaOrgType = (kind: Kind, isSyndicated: boolean): StoryType => {
  const { schemaOrg, schemaOrgSyndicated = schemaOrg }: KindTraits = traits[kind];
  return (isSyndicated ? schemaOrgSyndicated : schemaOrg) as StoryType;
};
