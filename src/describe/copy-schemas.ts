import { collections } from '../copy/collections.ts';
import { redirectsSchema } from '../schemas/redirects.ts';
import { describedSeriesSchema } from '../schemas/series.ts';
import { describedTopicsSchema } from '../schemas/topic.ts';

/** The schema of each kind of file in the content folder: folders of entries, and single files. */
export const copySchemas = {
  articles: collections.articles.schema,
  sections: collections.sections.schema,
  authors: collections.authors.schema,
  pages: collections.pages.schema,
  front: collections.front.schema,
  topics: describedTopicsSchema,
  series: describedSeriesSchema,
  redirects: redirectsSchema,
} as const;

/** A kind of file in the content folder. */
export type CopyFile = keyof typeof copySchemas;

/** What each kind of file is called in the documentation, and where it stands in the content folder. */
export const copyFiles: Readonly<Record<CopyFile, { title: string; path: string }>> = {
  articles: { title: 'Stories', path: 'articles/…/index.md' },
  sections: { title: 'Sections', path: 'sections/NAME.yaml' },
  authors: { title: 'Authors', path: 'authors/NAME.yaml' },
  pages: { title: 'Pages', path: 'pages/NAME.md' },
  front: { title: 'The front page', path: 'front.yaml' },
  topics: { title: 'Topics', path: 'topics.yaml' },
  series: { title: 'Series', path: 'series.yaml' },
  redirects: { title: 'Old addresses', path: 'redirects.yaml' },
};
