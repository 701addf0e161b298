import { mf2 } from 'microformats-parser';
import { describe, expect, test } from 'vitest';
import { printed, type PrintedPage } from './printed.ts';

type Item = ReturnType<typeof mf2>['items'][number];

const origin = 'https://paper.press';
const itemsOf = ({ html, path }: PrintedPage): Item[] =>
  mf2(html, { baseUrl: new URL(path, origin).href }).items;
const first = (item: Item | undefined, name: string): unknown => item?.properties[name]?.[0];
const authorsOf = (item: Item | undefined): unknown[] =>
  (item?.properties['author'] ?? []).map((author) =>
    typeof author === 'object' && 'properties' in author ? author.properties['name']?.[0] : author,
  );
const entriesIn = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [
    ...(item.type?.includes('h-entry') ? [item] : []),
    ...entriesIn(item.children ?? []),
  ]);
/** The data that search engines get, to compare with. */
const storyData = ({ $ }: PrintedPage) => {
  const graph = JSON.parse($('script[type="application/ld+json"]').text()) as {
    '@graph': Record<string, unknown>[];
  };
  return graph['@graph'].find((thing) => 'headline' in thing) as {
    headline: string;
    datePublished: string;
    dateModified?: string;
    author: { name: string }[];
  };
};

describe.each(['home', 'hostile'])('in the paper %s, a parser of microformats', (name) => {
  const { pages, page, base } = printed(name);
  const stories = pages.filter(({ $ }) => $('[data-story]').length > 0);

  test('finds one entry on each story’s page, with its headline, summary, authors and times', () => {
    expect(stories.length).toBeGreaterThan(5);
    for (const story of stories) {
      const entries = entriesIn(itemsOf(story));
      expect(entries.length, story.path).toBe(1);
      const [entry] = entries;
      const data = storyData(story);
      expect(first(entry, 'name'), story.path).toBe(story.$('h1').text().trim());
      expect(first(entry, 'summary'), story.path).toBe(story.$('[data-standfirst]').text().trim());
      expect(authorsOf(entry), story.path).toEqual(data.author.map((one) => one.name));
      expect(Date.parse(String(first(entry, 'published'))), story.path).toBe(
        Date.parse(data.datePublished),
      );
      if (story.$('[data-lead-image] img').length > 0)
        expect(first(entry, 'photo'), story.path).toBeDefined();
    }
  });

  test('finds the feed of the front page and of each list, with the address, headline and day of every story', () => {
    const lists = pages.filter(({ $ }) => $('main.h-feed').length > 0);
    expect(lists.length).toBeGreaterThan(5);
    expect(lists.some(({ path }) => path === base)).toBe(true);
    const paths = new Set(stories.map(({ path }) => path));
    for (const list of lists) {
      const feed = itemsOf(list).find(({ type }) => type?.includes('h-feed'));
      const entries = entriesIn(feed ? [feed] : []);
      expect(entries.length, list.path).toBe(list.$('article.h-entry').length);
      for (const entry of entries) {
        const url = new URL(String(first(entry, 'url')));
        expect(paths, list.path).toContain(decodeURI(url.pathname));
        expect(first(entry, 'name'), list.path).not.toBe('');
        expect(first(entry, 'published'), list.path).toBeDefined();
      }
    }
  });

  test('finds the card of each author', () => {
    const authors = pages.filter(({ path }) => /^\/author\/[^/]+\/$/.test(path));
    expect(authors.length).toBeGreaterThan(0);
    for (const author of authors) {
      const [feed] = itemsOf(author);
      const card = feed?.children?.find(({ type }) => type?.includes('h-card'));
      expect(first(card, 'name'), author.path).toBe(author.$('h1').text().trim());
    }
  });

  test('and browsers are told on the front page and the search page how the paper is searched, and nowhere else', () => {
    const telling = pages.filter(({ $ }) => $('link[rel="search"]').length > 0);
    expect(telling.map(({ path }) => path).sort()).toEqual([base, `${base}search/`]);
    const { $ } = page(base);
    const link = $('link[rel="search"]');
    expect(link.attr('type')).toBe('application/opensearchdescription+xml');
    expect(link.attr('href')).toBe(`${base}opensearch.xml`);
  });
});

test('a story names the account of its author where it is shared in the Fediverse, and only if there is one', () => {
  const { pages } = printed('hostile');
  const named = pages.filter(({ $ }) => $('meta[name="fediverse:creator"]').length > 0);
  expect(named.length).toBeGreaterThan(0);
  for (const { $, path } of named) {
    expect($('[rel="author"][href*="ottoline-oquill"]').length, path).toBeGreaterThan(0);
    expect($('meta[name="fediverse:creator"]').attr('content')).toBe(
      '@o.quill_1@social.hostile.example',
    );
  }
  const hers = pages.filter(
    ({ $ }) => $('[data-story] [rel="author"][href*="ottoline-oquill"]').length > 0,
  );
  expect(named.length).toBe(hers.length);
});
