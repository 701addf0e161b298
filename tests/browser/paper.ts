import { test as base } from '@playwright/test';
import { serve, type Served } from '../serve.ts';

export const leadArticle = '2025/02/trump-promises-kyiv-involvement-in-peace-talks/';

/** One page of every template in the first edition, as paths relative to the front page. */
export const templates = {
  'front page': '',
  article: leadArticle,
  'article without picture': '2025/02/what-a-source-line-owes-the-reader/',
  'article with a table': '2025/02/what-moscow-and-kyiv-each-demand/',
  section: 'world/',
  topic: 'topic/nato/',
  topics: 'topics/',
  feeds: 'feeds/',
  archive: 'archive/',
  'year of the archive': 'archive/2025/',
  'month of the archive': 'archive/2025/02/',
  author: 'author/newsroom/',
  page: 'about/',
  search: 'search/',
  latest: 'latest/',
  saved: 'saved/',
  'text front page': 'text/',
  'text section': 'text/world/',
  'text article': `text/${leadArticle}`,
  'text article with a table': 'text/2025/02/what-moscow-and-kyiv-each-demand/',
  'not found': '404.html',
} as const;

/** A test with served papers: `paper('home')` returns the address; each paper is served once per worker. */
export const test = base.extend<object, { paper: (name: string) => Promise<string> }>({
  paper: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's dependencies from it
    async ({}, use) => {
      const served = new Map<string, Promise<Served>>();
      await use(async (name) => {
        const known = served.get(name) ?? serve(name);
        served.set(name, known);
        return (await known).url;
      });
      for (const one of served.values()) await (await one).close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
