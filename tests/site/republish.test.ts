import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

describe('in the hostile paper, a story that others may publish', () => {
  const { pages, page, bytes, files } = printed('hostile');
  const offers = pages.filter(({ path }) => path.endsWith('/republish/'));

  test('has a page with its text in two fields, and no other story has one', () => {
    expect(offers.length).toBeGreaterThan(1);
    const linked = pages.flatMap(({ $ }) =>
      $('[data-republish] a')
        .toArray()
        .map(({ attribs }) => decodeURI(attribs['href'] ?? '')),
    );
    expect(linked.sort()).toEqual(offers.map(({ path }) => path).sort());
  });

  test('is found at its own address, and not at that of its page', () => {
    const sitemaps = [...files].filter((file) => /sitemap[^/]*\.xml$/.test(file));
    for (const { $, path } of offers) {
      const story = path.replace(/republish\/$/, '');
      const canonical = $('link[rel="canonical"]').attr('href') ?? '';
      expect(decodeURI(new URL(canonical).pathname)).toBe(story);
      expect($('meta[name="robots"]').attr('content')).toContain('noindex');
      for (const file of sitemaps) expect(bytes(file).toString()).not.toContain('/republish/');
    }
  });

  test('gives headline, words, credit and link, without pictures and scripts, as HTML and as text', () => {
    for (const { $, path } of offers) {
      const story = page(path.replace(/republish\/$/, ''));
      const address = $('link[rel="canonical"]').attr('href') ?? '';
      const html = load($('#as-html').text(), {}, false);
      expect(html('h1').text(), path).toBe(story.$('h1').text());
      expect(html('a').last().attr('href'), path).toBe(address);
      expect(html('img, script, style, iframe, object, svg, [onclick], [onerror]').length).toBe(0);
      expect(html('[href^="javascript:"]').length, path).toBe(0);
      const text = $('#as-text').text();
      for (const part of [story.$('h1').text().trim(), address, 'CC <b>BY-ND</b> & "4.0"']) {
        expect(text.replaceAll(/\s+/g, ' '), path).toContain(part.replaceAll(/\s+/g, ' '));
      }
      expect($('textarea[readonly]').length, path).toBe(2);
      expect($('script:not([type])').text(), path).not.toContain('alert(1)');
    }
  });

  test('names its licence in structured data and feeds', () => {
    const url = 'https://creativecommons.example/by-nd/4.0/?a=1&b=%22%3E%3Ci%3E';
    for (const { path } of offers) {
      const { $ } = page(path.replace(/republish\/$/, ''));
      expect($('script[type="application/ld+json"]').text(), path).toContain('"license":');
    }
    for (const [file, element] of [
      ['/rss.xml', '<dc:rights>'],
      ['/atom.xml', '<rights>'],
    ] as const) {
      const feed = bytes(file).toString();
      expect(feed, file).toContain(element);
      expect(feed, file).toContain(url.replaceAll('&', '&amp;'));
    }
  });
});

test('a paper that offers nothing says nothing of it', () => {
  const { pages, bytes } = printed('home');
  expect(pages.filter(({ html }) => html.includes('republish')).map(({ path }) => path)).toEqual(
    [],
  );
  expect(bytes('/rss.xml').toString()).not.toContain('rights>');
});
