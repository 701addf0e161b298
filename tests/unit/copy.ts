import { z } from 'zod';
import { createAddresses } from '../../src/addresses.ts';
import type { Copy, Entry } from '../../src/copy/read.ts';
import { articleSchema, type ArticleCopy } from '../../src/schemas/article.ts';
import { servedFiles } from '../../src/check/public-files.ts';
import { settleAddresses } from '../../src/check/settle-addresses.ts';
import { type PublicationCopy, publicationSchema } from '../../src/schemas/publication.ts';
import type { SectionCopy } from '../../src/schemas/section.ts';
import type { DescribedTopics } from '../../src/schemas/topic.ts';

const article = articleSchema(z.string());

const entry = <Data>(id: string, data: Data): Entry<Data> => ({
  id,
  data,
  file: `/${id}`,
  shown: id,
  body: '',
  above: 0,
});

/** What a test needs in a content folder. */
export type TestContent = {
  /** Articles keyed by name, each with the fields that matter. */
  articles?: Record<string, object>;
  /** Sections in addition to `world`, each with its parent. */
  sections?: Record<string, string | undefined>;
  topics?: DescribedTopics;
  redirects?: Record<string, string>;
};

/** A content folder as read: one section, one author, one page, and whatever a test adds. */
export const copyOf = ({
  articles = {},
  sections = {},
  topics = {},
  redirects = {},
}: TestContent): Copy => ({
  articles: Object.entries(articles).map(([id, rest]) =>
    entry<ArticleCopy>(
      id,
      article.parse({
        headline: id,
        standfirst: 'In short.',
        section: 'world',
        authors: ['reporter'],
        published: '2025-02-13T20:15:00+02:00',
        ...rest,
      }) as ArticleCopy,
    ),
  ),
  sections: Object.entries<string | undefined>({ world: undefined, ...sections }).map(
    ([id, parent]) => entry<SectionCopy>(id, { title: id, description: id, order: 1, parent }),
  ),
  authors: [entry('reporter', { name: 'A. Reporter', type: 'person', links: [] } as never)],
  pages: [entry('about', { title: 'About', description: 'About us.' } as never)],
  front: [],
  topics,
  series: {},
  redirects: { shown: 'redirects.yaml', entries: Object.entries(redirects) },
  mistakes: [],
});

/** The addresses of a paper with this content folder, settled as of 1 March 2025. */
export const settled = (
  content: TestContent,
  {
    base = '/',
    permalink = '/{slug}/',
    formerPermalinks,
    hosting,
    record,
    publicDir = '/no/such/folder',
  }: {
    base?: string;
    permalink?: string;
    formerPermalinks?: string[];
    hosting?: PublicationCopy['hosting'];
    record?: PublicationCopy['record'];
    publicDir?: string;
  } = {},
): ReturnType<typeof settleAddresses> => {
  const publication = publicationSchema.parse({
    ...{ name: 'The Paper', tagline: 'All of it', url: 'https://news.example', language: 'en-GB' },
    ...{ timeZone: 'UTC', publisher: { name: 'The Press', logo: 'logo.png' }, permalink, hosting },
    record,
    formerPermalinks,
  });
  return settleAddresses(
    copyOf(content),
    createAddresses('https://news.example', base, permalink, publication),
    publication,
    {
      moment: new Date('2025-03-01T08:00:00Z'),
      files: servedFiles(publicDir, 'no-content', process.cwd()),
      publicationFile: 'publication.ts',
    },
  );
};
