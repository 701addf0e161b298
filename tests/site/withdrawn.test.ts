import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

const paper = printed('style-guide');
const path = '/a-bridge-that-never-was/';
const headline = 'A second bridge is to be built';
const reason = 'The plan we described was a hoax, and <i>none</i> of it could be confirmed.';
const { $ } = paper.page(path);
const textOf = (file: string): string => paper.bytes(file).toString('utf8');

describe('a withdrawn story', () => {
  test('has its address, headline, byline and date, and says when and why it is gone', () => {
    expect($('h1').text()).toBe(headline);
    expect($('[data-byline] [rel=author]').text().trim()).toBe('The desk');
    expect($('[data-byline] time').attr('datetime')).toBe('2025-02-19T09:00:00+02:00');
    expect($('main h2').text()).toBe('This story has been withdrawn');
    const notice = $('main section p');
    expect(notice.text()).toBe(`21 February 2025: ${reason}`);
    expect(notice.find('time').attr('datetime')).toBe('2025-02-21T10:00:00+02:00');
  });

  test('leaves no word, picture or file of it anywhere in the paper', () => {
    const bytes = [...paper.files].map((file) => [file, textOf(file)] as const);
    const mark = /unprintable|never\.(?:png|csv)/i;
    expect(bytes.filter(([file, text]) => mark.test(file + text)).map(([file]) => file)).toEqual(
      [],
    );
    expect([...paper.files].filter((file) => /never\./.test(file))).toEqual([]);
    expect($('main').find('img, [data-slot], [data-comments], [data-feature]')).toHaveLength(0);
    expect($('#leave-a-reply')).toHaveLength(0);
  });

  test('is on no list, and in no search', () => {
    const links = paper.pages.flatMap((page) =>
      page.$(`a[href^="${path}"]`).length > 0 ? [page.path] : [],
    );
    expect(links).toEqual(['/corrections/']);
    const inText = paper.textPages.filter((page) => page.$(`a[href^="/text${path}"]`).length > 0);
    expect(inText).toEqual([]);
    expect([...paper.files].filter((file) => file.startsWith('/topic/hoaxes'))).toEqual([]);
    expect(textOf('/sitemap-news.xml')).not.toContain(path);
  });

  test('is found by search engines, so that they forget its words', () => {
    expect($('link[rel=canonical]').attr('href')).toBe(`https://style-guide.example${path}`);
    const entry = textOf('/sitemap-2025-02.xml')
      .split('<url>')
      .find((one) => one.includes(path));
    expect(entry).toContain('2025-02-21T10:00:00+02:00');
  });

  test('is described as withdrawn, without a picture', () => {
    const { '@graph': things } = JSON.parse($('script[type="application/ld+json"]').text()) as {
      '@graph': Record<string, unknown>[];
    };
    expect(things[0]).toMatchObject({
      '@type': 'ReportageNewsArticle',
      headline,
      creativeWorkStatus: 'Withdrawn',
      dateModified: '2025-02-21T10:00:00+02:00',
      correction: [{ '@type': 'CorrectionComment', text: reason }],
    });
    for (const name of ['image', 'abstract', 'articleBody', 'speakable']) {
      expect(things[0]).not.toHaveProperty(name);
    }
  });

  test('becomes a notice in the text edition', () => {
    const { $: text } = paper.page(`/text${path}`);
    expect(text('h1').text()).toBe(headline);
    expect(text('main').text()).toContain(`This story has been withdrawn`);
    expect(text('main').text().split(reason)).toHaveLength(2);
  });

  test('becomes a notice in feeds, under the guid that it had', () => {
    for (const folder of ['/', '/guide/', '/author/desk/']) {
      const { items } = JSON.parse(textOf(`${folder}feed.json`)) as {
        items: { url: string; title: string; summary: string; date_modified: string }[];
      };
      const item = items.find(({ url }) => url.endsWith(path));
      expect(item).toMatchObject({
        title: `Withdrawn: ${headline}`,
        summary: reason,
      });
      expect(Date.parse(item?.date_modified ?? '')).toBe(Date.parse('2025-02-21T08:00:00Z'));
    }
    const parser = new XMLParser({ isArray: (tag) => tag === 'item' });
    const { rss } = parser.parse(textOf('/corrections/rss.xml')) as {
      rss: { channel: { item: { title: string }[] } };
    };
    expect(rss.channel.item.map(({ title }) => title)).toContain(`Withdrawn: ${headline}`);
  });

  test('is where its former addresses lead', () => {
    const former = paper.redirects.find((page) => page.path === '/second-bridge/');
    expect(former?.html).toContain(path);
  });

  test('is told to the page of saved stories, which says so', () => {
    const shelf = paper.page('/saved/').$('[data-shelf=page]');
    expect(shelf.attr('data-withdrawn')).toBe(path);
    expect(shelf.attr('data-words')).toContain('This story has been withdrawn.');
  });
});
