import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { idOf } from '../../src/copy/read.ts';

const origin = 'https://news.example';
const pattern = '/{yyyy}/{mm}/{slug}/';
const article = { id: 'grain-deal', section: 'world', published: '2025-02-01T00:30:00+02:00' };
const under = (base: string, permalink = pattern) => createAddresses(origin, base, permalink);

/** A headline in each script, as the name of an article's folder, and its address as the address bar shows it. */
const scripts: [script: string, folder: string, slug: string][] = [
  ['Latin', 'Grain deal, day 2', 'grain-deal-day-2'],
  ['accents', 'Łódź à côté', 'łódź-à-côté'],
  ['Cyrillic', 'Що вирішили у Києві?', 'що-вирішили-у-києві'],
  ['Arabic', 'أخبار اليوم', 'أخبار-اليوم'],
  ['Hebrew', 'חדשות היום', 'חדשות-היום'],
  ['Chinese', '北京新闻', '北京新闻'],
  ['Japanese', '東京のニュース', '東京のニュース'],
  ['Korean', '서울 뉴스', '서울-뉴스'],
  ['Hindi', 'दिल्ली समाचार', 'दिल्ली-समाचार'],
  ['Thai', 'ข่าววันนี้', 'ข่าววันนี้'],
  ['Greek', 'Νέα της Αθήνας', 'νέα-της-αθήνας'],
];

describe.each([
  ['/', '/'],
  ['/paper/', '/paper/'],
  ['paper', '/paper/'],
  ['/a/b', '/a/b/'],
])('under %s', (basePath, base) => {
  const addresses = under(basePath);

  test('a list has a feed in each format, and the front page has the paper’s own', () => {
    expect(addresses.feedOf(addresses.front, 'rss.xml')).toBe(`${base}rss.xml`);
    expect(addresses.feedOf(addresses.section('world'), 'atom.xml')).toBe(`${base}world/atom.xml`);
    expect(addresses.feedOf(addresses.topic('nato'), 'feed.json')).toBe(
      `${base}topic/nato/feed.json`,
    );
  });

  test('every address carries the base path and ends with a slash, or is a file', () => {
    expect(addresses).toMatchObject({
      base,
      front: base,
      feeds: `${base}feeds/`,
      opml: `${base}feeds/feeds.opml`,
      notFound: `${base}404.html`,
      search: `${base}search/`,
      sitemap: `${base}sitemap.xml`,
      newsSitemap: `${base}sitemap-news.xml`,
    });
    expect(addresses.sitemapPart('2025-02')).toBe(`${base}sitemap-2025-02.xml`);
    expect(addresses.file('robots.txt')).toBe(`${base}robots.txt`);
    expect(addresses.text(base)).toBe(`${base}text/`);
    expect(addresses.text(addresses.article(article))).toBe(`${base}text/2025/02/grain-deal/`);
    expect(addresses.article(article)).toBe(`${base}2025/02/grain-deal/`);
    expect(addresses.section('world')).toBe(`${base}world/`);
    expect(addresses.author('newsroom')).toBe(`${base}author/newsroom/`);
    expect(addresses.page('about')).toBe(`${base}about/`);
  });

  test('a link in copy to a path of this site gets the base path', () => {
    expect(addresses.link('/about/?from=copy#top')).toBe(`${base}about/?from=copy#top`);
    expect(addresses.link('/')).toBe(base);
  });

  test.each([
    'https://other.example/about/',
    '//other.example/',
    'mailto:a@b.example',
    '#note',
    '',
  ])('any other link stays as it is: %s', (target) => {
    expect(addresses.link(target)).toBe(target);
  });

  test('an absolute address is the origin and the path, with the base path once', () => {
    expect(addresses.absolute(addresses.article(article))).toBe(
      `${origin}${base}2025/02/grain-deal/`,
    );
  });
});

describe.each(scripts)('in %s', (_, folder, slug) => {
  const id = idOf(`/paper/articles/2025/${folder}/index.md`);

  test('the name of a folder becomes a slug that a reader can read', () => {
    expect(id).toBe(slug);
  });

  test.each(['/', '/paper/'])('under %s an address is ASCII, and decodes to the slug', (base) => {
    const path = under(base).article({ ...article, id });
    expect(path).toMatch(/^[\w/%.~-]+$/);
    expect(decodeURI(path)).toBe(`${base}2025/02/${slug}/`);
  });

  test.each(['/', '/paper/'])('under %s a route’s parameter gives back its path', (base) => {
    const addresses = under(base);
    const parameters = [
      addresses.parameter(addresses.article({ ...article, id })),
      addresses.parameter(addresses.section(id)),
      addresses.parameter(addresses.author(id)),
    ];
    expect(parameters).toEqual([`2025/02/${slug}`, slug, `author/${slug}`]);
  });
});

describe('permalinks', () => {
  test.each([
    ['/{slug}/', '/grain-deal/'],
    ['/{section}/{slug}/', '/world/grain-deal/'],
    ['/{yyyy}/{mm}/{dd}/{slug}/', '/2025/02/01/grain-deal/'],
    ['/news/{yyyy}-{mm}-{dd}-{slug}/', '/news/2025-02-01-grain-deal/'],
  ])('%s give %s', (permalink, address) => {
    expect(under('/', permalink).article(article)).toBe(address);
  });

  test('use the day that the editor wrote, not the day in UTC', () => {
    expect(under('/', '/{dd}/{slug}/').article(article)).toBe('/01/grain-deal/');
  });
});

describe('the name of an entry', () => {
  test('is its file’s, or its folder’s if the file is index.md', () => {
    expect(idOf('articles/2025/grain-deal.md')).toBe('grain-deal');
    expect(idOf('articles/2025/grain-deal/index.md')).toBe('grain-deal');
  });

  test('is the same however a disk encodes accents', () => {
    expect(idOf('authors/Zoe\u0308.yaml')).toBe(idOf('authors/Zo\u00EB.yaml'));
  });
});
