import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { leadArticle, printed, type PrintedPage } from './printed.ts';

const weight = (text: string): number => gzipSync(text, { level: 9 }).length;
const wordsOf = ({ $ }: PrintedPage): string => $('body').text().replaceAll(/\s+/g, ' ').trim();
const links = ({ $ }: PrintedPage): string[] =>
  $('a')
    .toArray()
    .map((link) => decodeURI(link.attribs['href'] ?? ''));

describe.each(papers.map(({ name }) => name))('the text-only edition of the paper %s', (name) => {
  const { base, pages, page, textPages } = printed(name);
  const twin = ({ path }: PrintedPage): string => base + path.slice(`${base}text/`.length);
  const isArticle = (text: PrintedPage): boolean =>
    pages.some(({ path, $ }) => path === twin(text) && $('article.story').length > 0);

  test('has a front page and a page for each section and article', () => {
    const wanted = pages
      .filter(
        ({ path, $ }) =>
          path === base ||
          $('article.story').length > 0 ||
          // Further pages of a section have no text version, because a text page lists more stories.
          ($('.sections [aria-current="true"]').length > 0 && !/\/\d+\/$/.test(path)),
      )
      .map(({ path }) => `${base}text/${path.slice(base.length)}`);
    expect(textPages.map(({ path }) => path)).toEqual(expect.arrayContaining(wanted));
    expect(textPages.filter(isArticle).length).toBeGreaterThan(0);
  });

  test('weighs at most 4 KB more than its text', () => {
    const heavy = textPages
      .map((text) => ({ path: text.path, more: weight(text.html) - weight(wordsOf(text)) }))
      .filter(({ more }) => more > 4 * 1024);
    expect(heavy).toEqual([]);
  });

  test('has no picture, no script, no frame, and a style of less than 400 bytes', () => {
    for (const { $, path } of textPages) {
      expect(
        $('img, picture, svg, script, iframe, form, [style], link:not([rel="canonical"])').length,
        path,
      ).toBe(0);
      expect($('style').text().length, path).toBeLessThan(400);
      expect($('style').length, path).toBe(1);
    }
  });

  test('states its language and direction, and has one h1, one main and no duplicate ids', () => {
    const { $: front } = page(base);
    for (const { $, path } of textPages) {
      expect($('html').attr('lang'), path).toBe(front('html').attr('lang'));
      expect($('html').attr('dir'), path).toBe(front('html').attr('dir'));
      expect($('title').text(), path).not.toBe('');
      expect($('h1').length, path).toBe(1);
      expect($('main').length, path).toBe(1);
      const ids = $('[id]')
        .toArray()
        .map((element) => element.attribs['id']);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test('names the full article as canonical, and keeps its own lists out of search engines', () => {
    for (const text of textPages) {
      const { $, path } = text;
      const canonical = new URL($('link[rel="canonical"]').attr('href') ?? '');
      const robots = $('meta[name="robots"]').attr('content');
      expect(decodeURI(canonical.pathname), path).toBe(isArticle(text) ? twin(text) : path);
      expect(robots, path).toBe(isArticle(text) ? undefined : 'noindex, follow');
    }
  });

  test('links each page to the full one and back', () => {
    for (const text of textPages) {
      expect(links(text), text.path).toContain(twin(text));
      expect(links(page(twin(text))), text.path).toContain(text.path);
    }
  });

  test('has every word of the stories', () => {
    for (const text of textPages.filter(isArticle)) {
      const { $ } = page(twin(text));
      $('.embed').remove();
      // The line of a series has its name and its part side by side.
      const parts = $(
        '.standfirst, .series > *, .body p:not(.series), .body li, .body td, .body h2',
      ).toArray();
      for (const part of parts.filter(
        (each) => $(each).closest('footer, aside, .paid-for').length === 0,
      )) {
        const words = $(part)
          .clone()
          .find('img')
          .remove()
          .end()
          .text()
          .replaceAll(/\s+/g, ' ')
          .trim();
        expect(wordsOf(text), text.path).toContain(words);
      }
    }
  });
});

describe('the lead article in the text-only edition', () => {
  const text = printed('home').page(`/text${leadArticle}`);

  test('describes its picture, and credits it', () => {
    expect(wordsOf(text)).toMatch(
      /\[Picture: One cream-coloured telephone.*\].*Illustration: BEVOLVE NEWS/,
    );
  });

  test('links to other stories and sections within the text-only edition', () => {
    const list = printed('home').page('/text/world/');
    expect(links(list).filter((link) => !link.startsWith('/text/'))).toEqual(['/world/']);
  });
});
