import { type Kind, kindNames } from '../language/kinds.ts';

export type { Kind } from '../language/kinds.ts';

/** What a story's kind decides. Every page, list, feed and body takes it from here. */
export interface KindTraits {
  /** Whether the kind is named beside the headline, on the page and in lists. */
  labelled: boolean;
  /** What the page opens with: the headline, or the author, who is then named in lists too. */
  leads: 'headline' | 'author';
  /** What its table of contents lists. */
  contents: 'none' | 'crossheads' | 'entries';
  /** Whether a sponsor pays for it. Such a story is promoted only where an editor says so, and it is not news. */
  paid: boolean;
  /** Whether it is argument, which comes after the news on the front page. */
  argument: boolean;
  /** The shape of a block on the front page in which every story is of this kind. */
  shape?: 'opinions' | 'timeline';
  /** Whether it may mislead once it is old, so that readers are told its age. */
  ages: boolean;
  /** Its schema.org type, and that of a syndicated story if it differs. */
  schemaOrg: string;
  schemaOrgSyndicated?: string;
  /** Whether structured data includes its dateline: not every schema.org type has one. */
  dateline: boolean;
}

const plain = {
  labelled: true,
  leads: 'headline',
  contents: 'none',
  paid: false,
  argument: false,
  ages: true,
  dateline: true,
} as const satisfies Omit<KindTraits, 'schemaOrg'>;

const traits = {
  news: {
    ...plain,
    labelled: false,
    schemaOrg: 'ReportageNewsArticle',
    // Syndicated news is not our own reporting.
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
  explainer: {
    ...plain,
    contents: 'crossheads',
    // Written to last, and kept up to date: its own dates say when.
    ages: false,
    schemaOrg: 'BackgroundNewsArticle',
  },
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
    ages: false,
    schemaOrg: 'AdvertiserContentArticle',
    dateline: false,
  },
} as const satisfies Record<Kind, KindTraits>;

/** The schema.org types of a paper's stories. */
export type StoryType =
  | (typeof traits)[Kind]['schemaOrg']
  | Extract<(typeof traits)[Kind], { schemaOrgSyndicated: string }>['schemaOrgSyndicated'];

/** Every kind of story, in the order of the documentation. */
export const kinds = Object.keys(kindNames) as [Kind, ...Kind[]];

/** What a kind decides about its stories. */
export const traitsOf = (kind: Kind): KindTraits => traits[kind];

/** The schema.org type of a story of this kind. */
export const schemaOrgType = (kind: Kind, isSyndicated: boolean): StoryType => {
  const { schemaOrg, schemaOrgSyndicated = schemaOrg }: KindTraits = traits[kind];
  return (isSyndicated ? schemaOrgSyndicated : schemaOrg) as StoryType;
};
