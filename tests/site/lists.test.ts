import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { feedFormats } from '../../src/feeds/formats.ts';
import { papers } from '../papers.ts';
import { leadArticle, printed, type Printed, type PrintedPage } from './printed.ts';

const hrefs = ({ $ }: PrintedPage, selector: string): string[] =>
  $(selector)
    .toArray()
    .map((link) => decodeURI($(link).attr('href') ?? ''));
const pathOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : decodeURI(new URL(address).pathname);
const trail = ({ $ }: PrintedPage): string[] =>
  $('.breadcrumb li')
    .toArray()
    .map((step) => $(step).text().trim());
/** Whether a page is a further page of a list: a topic or an author may also have a number for a name. */
const isFurther = (path: string): boolean =>
  /\/\d+\/$/.test(path) && !/\/(?:topic|author)\/\d+\/$/.test(path);
const text = (page: PrintedPage, selector: string): string =>
  page.$(selector).text().replaceAll(/\s+/g, ' ').trim();

/** The pages of a list from the first on, followed as a reader would. */
const walk = ({ page }: Printed, first: string): PrintedPage[] => {
  const leaves = [page(first)];
  for (;;) {
    const next = pathOf(leaves.at(-1)?.$('link[rel="next"]').attr('href'));
    if (next === undefined) return leaves;
    leaves.push(page(next));
  }
};

const hostile = printed('hostile');

describe.each([
  ['section', '/oddities/'],
  ['author', '/author/ottoline-oquill/'],
])('a long list of a %s', (_, first) => {
  const leaves = walk(hostile, first);

  test('is split into pages of twenty, with each story on exactly one', () => {
    expect(leaves.length).toBeGreaterThan(1);
    const stories = leaves.map((leaf) => hrefs(leaf, '.teaser a'));
    expect(stories.slice(0, -1).every(({ length }) => length === 20)).toBe(true);
    expect(stories.at(-1)?.length).toBeGreaterThan(0);
    expect(new Set(stories.flat()).size).toBe(stories.flat().length);
  });

  test('links from page to page, in the head and on the page, and numbers each page', () => {
    for (const [n, leaf] of leaves.entries()) {
      const before = leaves[n - 1]?.path;
      const after = leaves[n + 1]?.path;
      expect(leaf.path).toBe(n === 0 ? first : `${first}${String(n + 1)}/`);
      expect(pathOf(leaf.$('link[rel="prev"]').attr('href'))).toBe(before);
      expect(pathOf(leaf.$('link[rel="next"]').attr('href'))).toBe(after);
      expect(hrefs(leaf, '.pagination a[rel="prev"]')).toEqual(before ? [before] : []);
      expect(hrefs(leaf, '.pagination a[rel="next"]')).toEqual(after ? [after] : []);
      expect(hrefs(leaf, '.pagination [aria-current="page"]')).toEqual([leaf.path]);
      if (n > 0) expect(text(leaf, 'h1')).toMatch(new RegExp(`, page ${String(n + 1)}$`));
    }
    expect(new Set(leaves.map(({ $ }) => $('title').text())).size).toBe(leaves.length);
  });

  test('has no page beyond its last, and no second address for its first', () => {
    expect([...hostile.files]).not.toContain(`${first}1/index.html`);
    expect([...hostile.files]).not.toContain(`${first}${String(leaves.length + 1)}/index.html`);
  });
});

test('a short list has no pagination', () => {
  for (const path of ['/world/', '/topic/nato/']) {
    expect(printed('home').page(path).$('.pagination').length, path).toBe(0);
  }
});

describe('a subsection', () => {
  const outer = walk(hostile, '/oddities/').flatMap((leaf) => hrefs(leaf, '.teaser a'));
  const inner = hrefs(hostile.page('/подвал/'), '.teaser a');

  test('shares its stories with the sections above it', () => {
    expect(inner.length).toBe(2);
    expect(outer).toEqual(expect.arrayContaining(inner));
    expect(walk(hostile, '/город/').flatMap((leaf) => hrefs(leaf, '.teaser a'))).toEqual(
      expect.arrayContaining(inner),
    );
  });

  test('is linked from its parent, and follows it in the breadcrumb of its own page and its articles', () => {
    expect(hrefs(hostile.page('/oddities/'), '.parts a')).toEqual(['/город/']);
    expect(hrefs(hostile.page('/город/'), '.parts a')).toEqual(['/подвал/']);
    const way = ['Home', 'Oddities', 'Выдуманный город', 'Подвал & <погреб>'];
    expect(trail(hostile.page('/подвал/'))).toEqual(way);
    expect(trail(hostile.page(inner[0] ?? '')).slice(0, 4)).toEqual(way);
  });

  test('is not in the navigation, where its top-level section is highlighted instead', () => {
    const story = hostile.page(inner[0] ?? '');
    expect(hrefs(story, '.sections a')).not.toContain('/подвал/');
    expect(hrefs(story, '.sections [aria-current]')).toEqual(['/oddities/']);
  });
});

describe('topics', () => {
  const topicsOf = (headline: string): string[] => {
    const page = hostile.pages.find((each) =>
      hrefs(each, 'link').some((l) => l.includes(headline)),
    );
    return page ? hrefs(page, '.topics a:first-child') : [];
  };

  test('link from an article to pages that list it', () => {
    const home = printed('home');
    expect(hrefs(home.page(leadArticle), '.topics a:first-child')).toEqual([
      '/topic/ukraine/',
      '/topic/russia/',
      '/topic/united-states/',
      '/topic/nato/',
    ]);
    for (const each of [home, hostile, printed('right-to-left')]) {
      for (const story of each.pages.filter(
        ({ $ }) => $('article.story:not([data-withdrawn])').length > 0,
      )) {
        for (const topic of hrefs(story, '.topics a:first-child')) {
          const listed = walk(each, topic).flatMap((leaf) => hrefs(leaf, '.teaser a'));
          expect(listed, topic).toContain(story.path);
        }
      }
    }
  });

  test('have readable addresses, whatever their script and symbols', () => {
    expect(topicsOf('topics-in-other-scripts')).toEqual([
      '/topic/мир/',
      '/topic/ёлка/',
      '/topic/أخبار/',
      '/topic/ஒன்றுமில்லை/',
      '/topic/新闻/',
      '/topic/1f600/',
      '/topic/1f469-200d-1f469-200d-1f467-200d-1f466/',
      '/topic/1f3f4-200d-2620-fe0f/',
      '/topic/1f1fa-1f1f3/',
      '/topic/2500/',
    ]);
    const signs = topicsOf('topics-with-punctuation');
    expect(signs).toEqual(
      expect.arrayContaining(['/topic/c-plus-plus/', '/topic/c-sharp/', '/topic/c/', '/topic/2e/']),
    );
    expect(new Set(signs).size).toBe(signs.length);
  });

  test('are reached through their synonyms, and show what topics.yaml says about them', () => {
    const apples = hostile.page('/topic/apples/');
    expect(text(apples, 'h1')).toBe('Apples & <pears>');
    expect(text(apples, '.page-head > p:first-of-type')).toContain('They can be "compared"');
    expect([...hostile.files].filter((file) => file.startsWith('/topic/bells/'))).toEqual([]);
    expect(topicsOf('topics-with-punctuation')).toContain('/topic/apples/');
    expect(topicsOf('thirty-topics').filter((path) => path === '/topic/apples/')).toHaveLength(1);
  });

  test.each(papers.map(({ name }) => name))('of the paper %s are all in the index', (name) => {
    const paper = printed(name);
    const index = paper.page(`${paper.base}topics/`);
    const topics = paper.pages
      .map(({ path }) => path)
      .filter((path) => /^\/(?:paper\/)?topic\/[^/]+\/$/.test(path));
    expect(hrefs(index, '.index a').sort()).toEqual(topics.sort());
  });
});

describe.each(papers.map(({ name }) => name))('the archive of the paper %s', (name) => {
  const paper = printed(name);
  const archive = `${paper.base}archive/`;
  const stories = paper.pages.filter(
    ({ $ }) => $('article.story:not([data-withdrawn])').length > 0,
  );
  const months = paper.pages.filter(({ path }) => /\/archive\/\d{4}\/\d{2}\/$/.test(path));

  test('has every story once, under the date that its editor wrote', () => {
    const listed = months.flatMap((month) => hrefs(month, '.day a'));
    expect(listed.sort()).toEqual(stories.map(({ path }) => path).sort());
    for (const story of stories) {
      const [day = ''] = (story.$('.byline time').attr('datetime') ?? '').split('T');
      const month = paper.page(`${archive}${day.slice(0, 4)}/${day.slice(5, 7)}/`);
      const section = month.$(`#d${day.slice(8)}`).closest('section');
      expect(
        section
          .find('a')
          .toArray()
          .map(({ attribs }) => decodeURI(attribs['href'] ?? '')),
      ).toContain(story.path);
    }
  });

  test('links from years to months, and from the days of a calendar to their stories', () => {
    const front = paper.page(archive);
    expect(hrefs(front, '.index li a').sort()).toEqual(months.map(({ path }) => path).sort());
    for (const { path, $ } of months) {
      const year = paper.page(path.replace(/\d{2}\/$/, ''));
      const days = hrefs(year, '.month td a').filter((day) => day.startsWith(path));
      expect(days.sort()).toEqual(
        $('.day h2')
          .toArray()
          .map(({ attribs }) => `${path}#${attribs['id'] ?? ''}`)
          .sort(),
      );
    }
  });

  test('links from every month to the previous and next one with stories', () => {
    const inOrder = months.map(({ path }) => path).sort();
    for (const month of months) {
      const n = inOrder.indexOf(month.path);
      expect(pathOf(month.$('link[rel="prev"]').attr('href'))).toBe(inOrder[n - 1]);
      expect(pathOf(month.$('link[rel="next"]').attr('href'))).toBe(inOrder[n + 1]);
    }
  });

  test('shows the number of stories', () => {
    if (!paper.page(archive).$('html').is('[lang^="en"]')) return;
    const counts = [...text(paper.page(archive), '.index ul').matchAll(/\((\d+)\)/g)];
    expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(stories.length);
  });

  test('is linked from every page, and so are the topics', () => {
    for (const page of paper.pages) {
      const links = hrefs(page, '.footer a');
      expect(links, page.path).toEqual(expect.arrayContaining([archive, `${paper.base}topics/`]));
    }
  });
});

describe.each(papers.map(({ name }) => name))('the lists of the paper %s', (name) => {
  const paper = printed(name);
  const latest = `${paper.base}latest/`;
  const withFeeds = paper.pages.filter(({ $ }) => $('.list-feed a').length === feedFormats.length);
  const lists = withFeeds.filter(({ path }) => !path.startsWith(latest));
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (tag) => ['item', 'atom:link'].includes(tag),
  });

  test('have their own feed of their newest stories, which readers and programs can find', () => {
    expect(lists.length).toBeGreaterThanOrEqual(2);
    for (const list of lists) {
      const first = isFurther(list.path) ? list.path.replace(/\d+\/$/, '') : list.path;
      const [, feed = ''] = hrefs(list, 'link[type="application/rss+xml"]');
      expect(pathOf(feed), list.path).toBe(`${first}rss.xml`);
      expect(hrefs(list, '.list-feed a')).toEqual(feedFormats.map(({ file }) => first + file));
      const xml = paper.bytes(pathOf(feed) ?? '').toString('utf8');
      const { channel } = (
        parser.parse(xml) as {
          rss: {
            channel: {
              'atom:link': { '@_href': string }[];
              link: string;
              item?: { link: string }[];
            };
          };
        }
      ).rss;
      expect(decodeURI(channel['atom:link'][0]?.['@_href'] ?? '')).toBe(feed);
      expect(pathOf(channel.link)).toBe(first);
      const shown = hrefs(paper.page(first), '.teaser a');
      const isThere = (path = ''): boolean => paper.page(path).$('[data-withdrawn]').length === 0;
      // A series is read from its first part on; its feed brings the newest first, as every feed does.
      expect(
        (channel.item ?? []).map(({ link }) => pathOf(link)).filter(isThere),
        list.path,
      ).toEqual(/\/series\/[^/]+\/$/.test(first) ? shown.toReversed() : shown);
    }
  });

  test('offer the whole paper’s feeds beside the latest stories', () => {
    for (const leaf of walk(paper, latest)) {
      const feeds = feedFormats.map(({ file }) => paper.base + file);
      expect(hrefs(leaf, '.list-feed a'), leaf.path).toEqual(feeds);
      expect(hrefs(leaf, 'link[rel="alternate"][type$="+xml"]').map(pathOf)).toContain(feeds[0]);
    }
  });

  test('have their own description on every page', () => {
    for (const { $, path } of withFeeds) {
      expect($('meta[name="description"]').attr('content'), path).not.toBe('');
    }
    const further = withFeeds.filter(({ path }) => isFurther(path));
    for (const { $, path } of further) {
      const page = /(\d+)\/$/.exec(path)?.[1] ?? '';
      expect($('meta[name="description"]').attr('content'), path).toMatch(`Page ${page}`);
    }
  });
});
