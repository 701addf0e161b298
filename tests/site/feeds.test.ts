import { load } from 'cheerio';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, test } from 'vitest';
import { feedFormats, isFeed } from '../../src/feeds/formats.ts';
import { editionMoment, papers } from '../papers.ts';
import { leadArticle, printed } from './printed.ts';
import { type ReadFeed, readFeeds } from './read-feeds.ts';

const folderOf = (file: string): string => file.replace(/[^/]+$/, '');

describe.each(papers.map(({ name }) => name))('the feeds of the paper %s', async (name) => {
  const feeds = await readFeeds(name);
  const { base, pages, files, bytes, page } = printed(name);
  const canonicals = new Set(pages.map(({ $ }) => $('link[rel="canonical"]').attr('href')));

  test('exist in every format for the paper, every list and the corrections', () => {
    const lists = pages
      .filter(
        ({ $ }) =>
          $('.list-feed a').length === feedFormats.length && $('link[rel="prev"]').length === 0,
      )
      .map(({ path }) => path)
      // The latest stories are the whole paper's, and so are their feeds.
      .filter((path) => path !== `${base}latest/`);
    expect(lists.length).toBeGreaterThanOrEqual(2);
    expect([...files].filter(isFeed).sort()).toEqual(
      [
        `${base}corrections/rss.xml`,
        ...[base, ...lists].flatMap((list) => feedFormats.map(({ file }) => list + file)),
      ].sort(),
    );
  });

  test('are well-formed, without characters that XML forbids', () => {
    for (const { file } of feeds) {
      const text = bytes(file).toString('utf8');
      // eslint-disable-next-line no-control-regex -- these characters are the point
      expect(text, file).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
      if (file.endsWith('.xml')) expect(new SyntaxValidator().validate(text), file).toBe(true);
    }
  });

  test('give their own address and their page, which links to them', () => {
    for (const { file, self = '', page: followed } of feeds) {
      expect(decodeURI(new URL(self).pathname), file).toBe(file);
      const path = decodeURI(new URL(followed ?? '').pathname);
      const found = pages.find((candidate) => candidate.path === path);
      const linked = found?.$(`link[rel="alternate"][href="${self}"]`);
      expect(linked?.length, file).toBe(1);
      expect(linked?.attr('title'), file).not.toBe('');
    }
  });

  test('have the same content in every format', () => {
    // An RSS guid may be any text; Atom turns one that is not an IRI into one.
    const contentOf = ({ title, page, items }: ReadFeed) => ({
      title,
      page,
      items: items.map((item) => ({ ...item, content: item.content?.trim() })),
    });
    for (const rss of feeds.filter(({ file }) => file.endsWith('/rss.xml'))) {
      const others = feeds.filter(
        (feed) => feed !== rss && folderOf(feed.file) === folderOf(rss.file),
      );
      for (const other of others) expect(contentOf(other), other.file).toEqual(contentOf(rss));
    }
  });

  test('link to pages that exist, newest first, each item with its own id', () => {
    for (const { file, items } of feeds) {
      for (const { url } of items) expect(canonicals, file).toContain(url?.split('#')[0]);
      expect(new Set(items.map(({ id }) => id)).size, file).toBe(items.length);
      const dates = items.map(({ published }) => published);
      expect(dates, file).toEqual([...dates].sort((a, b) => b - a));
    }
  });

  test('contain no relative addresses and nothing active', () => {
    for (const { file, items } of feeds) {
      for (const { content, summary, url } of items) {
        expect(summary, file).toMatch(/\S/);
        const $ = load(content ?? '');
        expect($('script, style, iframe, form, object, [style], [srcset]').length, url).toBe(0);
        for (const element of $('[href], [src]').toArray()) {
          const target = element.attribs['href'] ?? element.attribs['src'];
          expect(target, `${file} ${String(url)}`).toMatch(/^(?:https?:\/\/|mailto:|tel:|sms:)/);
        }
      }
    }
  });

  test('name pictures that exist, with their true size', () => {
    for (const { file, items } of feeds) {
      for (const { picture } of items) {
        if (!picture) continue;
        const path = decodeURI(new URL(picture.url ?? '').pathname);
        expect(files, file).toContain(path);
        expect(picture.bytes, file).toBe(bytes(path).length);
      }
    }
  });

  test('are all in the OPML file that feed readers import', () => {
    const opml = load(bytes(`${base}feeds/feeds.opml`).toString('utf8'), { xml: true });
    const imported = opml('outline')
      .toArray()
      .map(({ attribs }) => attribs['xmlUrl']);
    const rss = feeds.filter(({ file }) => file.endsWith('/rss.xml')).map(({ self }) => self);
    expect([...imported].sort()).toEqual([...rss].sort());
  });

  test('are all on the feeds page, as long as that stays light', () => {
    const { $ } = page(`${base}feeds/`);
    const linked = $('main .index a')
      .toArray()
      .map(({ attribs }) => decodeURI(attribs['href'] ?? ''));
    const left = feeds.map(({ file }) => file).filter((file) => !linked.includes(file));
    const says = $('main').text().includes('links to its feed from its own page');
    expect(says, left.join(' ')).toBe(left.length > 0);
    expect(left.every((file) => /\/(?:topic|author)\//.test(file))).toBe(true);
    expect(new Set(linked).size).toBe(linked.length);
  });
});

describe('the paper’s own feed', () => {
  test.each(papers.map(({ name }) => name))(
    'carries the newest 50 articles of %s',
    async (name) => {
      const { base, pages } = printed(name);
      const stories = pages.filter(({ $ }) => $('article.story').length > 0);
      const own = (await readFeeds(name)).find(({ file }) => file === `${base}rss.xml`);
      expect(own?.items.length).toBe(Math.min(50, stories.length));
    },
  );

  test('says when its content last changed, not when it was built', () => {
    const xml = printed('home').bytes('/rss.xml').toString('utf8');
    const atom = printed('home').bytes('/atom.xml').toString('utf8');
    const changed = /<lastBuildDate>(.*?)</.exec(xml)?.[1] ?? '';
    expect(Date.parse(changed)).toBeLessThan(editionMoment.getTime());
    expect(Date.parse(changed)).toBe(Date.parse(/<updated>(.*?)</.exec(atom)?.[1] ?? ''));
    const published = [...xml.matchAll(/<pubDate>(.*?)</g)].map(([, date = '']) =>
      Date.parse(date),
    );
    expect(Date.parse(changed)).toBeGreaterThanOrEqual(Math.max(...published));
  });

  test('contains only standfirsts if the publication asks for it', async () => {
    const feeds = await readFeeds('right-to-left');
    for (const { items } of feeds.filter(({ file }) => !file.includes('/corrections/'))) {
      expect(items.every(({ content }) => content === undefined)).toBe(true);
    }
  });

  test('names the publication’s hub', () => {
    const { bytes } = printed('hostile');
    const hub = 'https://hub.example/?a=1&amp;b=2';
    expect(bytes('/rss.xml').toString('utf8')).toContain(`<atom:link href="${hub}" rel="hub"`);
    expect(bytes('/atom.xml').toString('utf8')).toContain(`<link rel="hub" href="${hub}"`);
    expect(bytes('/feed.json').toString('utf8')).toContain(`"https://hub.example/?a=1&b=2"`);
  });
});

describe('the lead article in a feed reader', async () => {
  const own = (await readFeeds('home')).filter(({ file }) => folderOf(file) === '/');
  const title = 'Trump promises Kyiv involvement in peace talks with Russia';

  test.each(own.map(({ file, items }) => [file, items] as const))(
    'is complete in %s, with its picture, authors and categories',
    (_, items) => {
      const item = items.find(({ url }) => url?.endsWith(leadArticle));
      expect(item).toMatchObject({
        title,
        authors: ['BEVOLVE NEWS newsroom'],
        topics: ['BEVOLVE NEWS', 'Ukraine', 'Russia', 'United States', 'NATO'],
      });
      const $ = load(item?.content ?? '');
      expect($('img').attr('src')).toMatch(/^https:\/\/bevolve-news\.example\/_astro\/.+\.jpeg$/);
      expect($('h2').text()).toBe('“BEST NEGOTIATOR ON THE PLANET”');
      const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
      const story = printed('home').page(leadArticle).$('[data-story]').clone();
      story.find('header, footer, aside, figure, .note').remove();
      const paragraphs = story.find('p, h2, li').toArray();
      expect(paragraphs.length).toBeGreaterThan(10);
      expect(words($('body').text())).toContain(
        words(paragraphs.map((paragraph) => $(paragraph).text()).join(' ')),
      );
    },
  );

  test('keeps its id under another base path', async () => {
    const elsewhere = (await readFeeds('sub-folder')).find(({ file }) => file === '/paper/rss.xml');
    const there = elsewhere?.items.find((item) => item.title === title);
    const here = own[0]?.items.find((item) => item.title === title);
    expect(here?.id).toMatch(/^urn:uuid:/);
    expect(there?.id).toBe(here?.id);
    expect(there?.url).not.toBe(here?.url);
  });
});

test('an imported story keeps its guid in every format', async () => {
  const feeds = (await readFeeds('hostile')).filter(({ items }) =>
    items.some(({ url }) => url?.endsWith('/moved-often/')),
  );
  expect(feeds.length).toBeGreaterThanOrEqual(3);
  for (const { file, items } of feeds) {
    expect(
      items.map(({ id }) => id),
      file,
    ).toContain('https://old.example/?p=12&lang=en');
  }
});
