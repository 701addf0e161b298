import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import {
  type HeadTag,
  headOf,
  mergeHead,
  type PageMetadata,
  type SiteMetadata,
} from '../../src/metadata/head.ts';

const addresses = createAddresses('https://news.example', '/paper/', '/{slug}/');
const site: SiteMetadata = {
  name: 'The Paper',
  tagline: 'All of it',
  language: 'en-GB',
  absolute: addresses.absolute,
  feed: {
    title: 'The Paper',
    path: addresses.feedOf(addresses.front, 'rss.xml'),
    type: 'application/rss+xml',
  },
  icon: '/paper/favicon.ico',
  vectorIcon: undefined,
  touchIcon: '/paper/apple-touch-icon.png',
  manifest: '/paper/site.webmanifest',
  colours: { light: '#fff', dark: '#000' },
};
const page: PageMetadata = { title: 'Grain deal', description: 'It holds.', path: '/paper/grain/' };

/** The one tag with these attributes; throws if there is none or more than one. */
function only(tags: HeadTag[], attributes: Record<string, string>): HeadTag {
  const found = tags.filter((tag) =>
    Object.entries(attributes).every(([name, value]) => tag.attributes[name] === value),
  );
  expect(found, JSON.stringify(attributes)).toHaveLength(1);
  return found[0] as HeadTag;
}
const content = (tags: HeadTag[], attributes: Record<string, string>): string | undefined =>
  only(tags, attributes).attributes['content'];

describe('merging', () => {
  const meta = (name: string, text: string): HeadTag => ({
    tag: 'meta',
    attributes: { name, content: text },
  });
  const link = (attributes: Record<string, string>): HeadTag => ({ tag: 'link', attributes });
  const title = (text: string): HeadTag => ({ tag: 'title', attributes: {}, text });

  test('keeps each tag once: the last one wins, in the place of the first', () => {
    expect(mergeHead([meta('a', '1'), meta('b', '1')], [meta('a', '2')])).toEqual([
      meta('a', '2'),
      meta('b', '1'),
    ]);
  });

  test('keeps one title and one canonical address', () => {
    const canonical = (href: string): HeadTag => link({ rel: 'canonical', href });
    expect(mergeHead([title('A'), canonical('/a/')], [title('B'), canonical('/b/')])).toEqual([
      title('B'),
      canonical('/b/'),
    ]);
  });

  test('keeps tags that are similar but distinct: feeds in two formats, colours for two schemes', () => {
    const tags = [
      link({ rel: 'alternate', href: '/rss.xml', type: 'application/rss+xml' }),
      link({ rel: 'alternate', href: '/feed.json', type: 'application/feed+json' }),
      { ...meta('theme-color', '#fff'), attributes: { name: 'theme-color', media: 'light' } },
      { ...meta('theme-color', '#000'), attributes: { name: 'theme-color', media: 'dark' } },
    ];
    expect(mergeHead(tags)).toEqual(tags);
  });
});

describe('the head of a page', () => {
  const head = headOf(page, site);

  test('has one title, which ends with the paper’s name', () => {
    const titles = head.filter(({ tag }) => tag === 'title');
    expect(titles.map(({ text }) => text)).toEqual(['Grain deal · The Paper']);
  });

  test('of the front page has the tagline in its title', () => {
    const [title] = headOf({ ...page, title: 'The Paper' }, site);
    expect(title?.text).toBe('The Paper: All of it');
  });

  test('describes the page for search engines and for sharing', () => {
    expect(content(head, { name: 'description' })).toBe('It holds.');
    expect(content(head, { property: 'og:description' })).toBe('It holds.');
    expect(content(head, { property: 'og:title' })).toBe('Grain deal');
    expect(content(head, { property: 'og:site_name' })).toBe('The Paper');
    expect(content(head, { property: 'og:locale' })).toBe('en_GB');
  });

  test('closes direction controls in a headline, so that the text after it is not affected', () => {
    const turned = headOf({ ...page, title: '\u202Eevil \u2067deal' }, site);
    expect(turned[0]?.text).toBe('evil deal · The Paper');
    expect(content(turned, { property: 'og:title' })).toBe('evil deal');
  });

  test('gives the page’s absolute address', () => {
    const address = 'https://news.example/paper/grain/';
    expect(only(head, { rel: 'canonical' }).attributes['href']).toBe(address);
    expect(content(head, { property: 'og:url' })).toBe(address);
  });

  test('links to the feed by its absolute address', () => {
    expect(only(head, { rel: 'alternate', type: 'application/rss+xml' }).attributes).toMatchObject({
      href: 'https://news.example/paper/rss.xml',
      title: 'The Paper',
    });
  });

  test('lets search engines index a page with an address, and show large pictures', () => {
    expect(content(head, { name: 'robots' })).toBe('max-image-preview:large');
  });

  test('keeps a page without an address out of search engines', () => {
    const lost = headOf({ title: 'Not found', description: 'Gone.' }, site);
    expect(content(lost, { name: 'robots' })).toBe('noindex');
    expect(lost.filter(({ attributes }) => attributes['rel'] === 'canonical')).toEqual([]);
    expect(lost.filter(({ attributes }) => attributes['property'] === 'og:url')).toEqual([]);
  });

  test('says when an article was published and modified, with the UTC offset', () => {
    const article = headOf(
      {
        ...page,
        type: 'article',
        published: '2025-02-13T20:15:00+02:00',
        updated: '2025-02-14T09:00:00+02:00',
      },
      site,
    );
    expect(content(article, { property: 'og:type' })).toBe('article');
    expect(content(article, { property: 'article:published_time' })).toBe(
      '2025-02-13T20:15:00+02:00',
    );
    expect(content(article, { property: 'article:modified_time' })).toBe(
      '2025-02-14T09:00:00+02:00',
    );
  });

  test('names the section of an article; its structured data names its topics', () => {
    const article = headOf({ ...page, section: 'World' }, site);
    expect(content(article, { property: 'article:section' })).toBe('World');
  });

  test('has structured data for the page and its breadcrumb in one script', () => {
    const tags = headOf(
      {
        ...page,
        steps: [{ title: 'Home', path: '/paper/' }, { title: 'Grain deal' }],
        data: [{ '@type': 'WebPage', name: 'Grain deal' }],
      },
      site,
    );
    const { text } = only(tags, { type: 'application/ld+json' });
    expect(JSON.parse(text ?? '')).toMatchObject({
      '@graph': [{ '@type': 'WebPage' }, { '@type': 'BreadcrumbList' }],
    });
    expect(head.filter(({ tag }) => tag === 'script')).toEqual([]);
  });

  test('has a picture for sharing, with its size and alternative text', () => {
    const image = { path: '/paper/cards/a.jpg', width: 1200, height: 630, alt: 'Grain \u202Edeal' };
    const shared = headOf({ ...page, image }, site);
    const property = (name: string) => content(shared, { property: name });
    expect(property('og:image')).toBe('https://news.example/paper/cards/a.jpg');
    expect(property('og:image:width')).toBe('1200');
    expect(property('og:image:height')).toBe('630');
    expect(property('og:image:alt')).toBe('Grain deal');
    expect(content(shared, { name: 'twitter:card' })).toBe('summary_large_image');
    expect(head.filter(({ attributes }) => attributes['property'] === 'og:image')).toEqual([]);
  });

  test('has no times unless the page is an article', () => {
    expect(head.filter((tag) => tag.attributes['property']?.startsWith('article:'))).toEqual([]);
    expect(content(head, { property: 'og:type' })).toBe('website');
  });

  test('links to the icons and the web manifest', () => {
    expect(only(head, { rel: 'icon' }).attributes).toEqual({
      rel: 'icon',
      href: '/paper/favicon.ico',
    });
    const drawn = headOf(page, { ...site, vectorIcon: '/paper/favicon.svg' });
    expect(
      drawn.flatMap(({ attributes }) => (attributes['rel'] === 'icon' ? [attributes] : [])),
    ).toEqual([
      // Chrome prefers an .ico without a sizes attribute.
      { rel: 'icon', href: '/paper/favicon.ico', sizes: '32x32' },
      { rel: 'icon', href: '/paper/favicon.svg', type: 'image/svg+xml' },
    ]);
    expect(only(head, { rel: 'apple-touch-icon' }).attributes['href']).toBe(site.touchIcon);
    expect(only(head, { rel: 'manifest' }).attributes['href']).toBe(site.manifest);
  });

  test('has theme colours for light and dark', () => {
    const colour = (mode: string) =>
      content(head, { name: 'theme-color', media: `(prefers-color-scheme: ${mode})` });
    expect([colour('light'), colour('dark')]).toEqual(['#fff', '#000']);
  });
});
