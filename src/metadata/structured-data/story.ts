import type {
  AdvertiserContentArticle,
  AnalysisNewsArticle,
  BackgroundNewsArticle,
  LiveBlogPosting,
  NewsArticle,
  OpinionNewsArticle,
  Organization,
  Person,
  ReportageNewsArticle,
} from 'schema-dts';
import type { ArticleCopy } from '../../schemas/article.ts';
import { schemaOrgType, type StoryType, traitsOf } from '../../schemas/kinds.ts';
import { type ChangeFacts, changeData } from './changes.ts';
import { reportingData } from './reporting.ts';
import { type Image, imageData } from './image.ts';

/** An entry of a live story. */
export interface LiveUpdate {
  headline: string;
  /** ISO 8601 with offset. */
  published: string;
  url: string;
}

/** What a story's description needs; every address in it is absolute. */
export interface StoryFacts
  extends
    ChangeFacts,
    Pick<
      ArticleCopy,
      | 'headline'
      | 'standfirst'
      | 'keyPoints'
      | 'kind'
      | 'state'
      | 'published'
      | 'updated'
      | 'dateline'
      | 'source'
      | 'reporting'
    > {
  url: string;
  /** The series that it is a part of, and which part. */
  series?: { name: string; url: string; part: number } | undefined;
  /** Where its versions are, and how many it had. */
  record?: { url: string; versions: number } | undefined;
  /** The address of the licence under which others may publish it. */
  license?: string | undefined;
  language: string;
  section: string;
  topics: string[];
  authors: (Person | Organization)[];
  images: Image[];
  updates: LiveUpdate[];
}

type StoryThing = Exclude<
  | AdvertiserContentArticle
  | AnalysisNewsArticle
  | BackgroundNewsArticle
  | LiveBlogPosting
  | NewsArticle
  | OpinionNewsArticle
  | ReportageNewsArticle,
  string
>;

/** A live story starts with its first entry. It ends with its last one, but not before its editor says so. */
const liveData = ({ kind, state, updates }: StoryFacts) => {
  const times = updates.map(({ published }) => published);
  const inOrder = times.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return traitsOf(kind).contents === 'entries' && updates.length > 0
    ? {
        coverageStartTime: inOrder[0],
        ...(state === 'over' ? { coverageEndTime: inOrder.at(-1) } : {}),
        liveBlogUpdate: updates.map(({ headline, published, url }) => ({
          '@type': 'BlogPosting' as const,
          headline,
          datePublished: published,
          url,
        })),
      }
    : {};
};

/** A story as search engines and news services read it (schema.org NewsArticle and related types). */
export const storyData = (facts: StoryFacts): StoryThing => {
  const { url, source, kind } = facts;
  const type: StoryThing['@type'] & StoryType = schemaOrgType(kind, source !== undefined);
  const data: NewsArticle = {
    '@type': type as 'NewsArticle',
    headline: facts.headline,
    description: facts.standfirst,
    ...(facts.keyPoints === undefined ? {} : { abstract: facts.keyPoints.join('\n') }),
    url,
    mainEntityOfPage: url,
    inLanguage: facts.language,
    ...(facts.withdrawn === undefined
      ? { image: facts.images.map(imageData) }
      : { creativeWorkStatus: 'Withdrawn' }),
    datePublished: facts.published,
    dateModified: facts.withdrawn?.date ?? facts.updated ?? facts.published,
    author: facts.authors,
    publisher: facts.publisher,
    articleSection: facts.section,
    ...(facts.series === undefined
      ? {}
      : {
          isPartOf: {
            '@type': 'CreativeWorkSeries' as const,
            name: facts.series.name,
            url: facts.series.url,
          },
          position: facts.series.part,
        }),
    ...(facts.topics.length === 0 ? {} : { keywords: facts.topics }),
    ...(facts.dateline !== undefined && traitsOf(kind).dateline
      ? { dateline: facts.dateline }
      : {}),
    ...changeData(facts),
    ...reportingData(facts.reporting),
    ...(source === undefined
      ? {}
      : {
          isBasedOn: {
            '@type': 'CreativeWork' as const,
            name: source.name,
            ...(source.url === undefined ? {} : { url: source.url }),
          },
        }),
    ...(facts.license === undefined ? {} : { license: facts.license }),
    ...(facts.record === undefined
      ? {}
      : { version: facts.record.versions, archivedAt: facts.record.url }),
    isAccessibleForFree: true,
    ...(facts.withdrawn === undefined
      ? {
          speakable: {
            '@type': 'SpeakableSpecification' as const,
            cssSelector: ['h1', '[data-standfirst]'],
          },
        }
      : {}),
  };
  return { ...data, ...liveData(facts) };
};
