import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { printed } from './printed.ts';

describe.each(papers.map(({ name }) => name))('every page of the paper %s', (name) => {
  const { pages, base } = printed(name);

  test('exists: front page, articles, sections, authors and 404', () => {
    const paths = pages.map((page) => page.path);
    expect(paths).toContain(base);
    expect(paths).toContain(`${base}404.html`);
    expect(paths.some((path) => path.startsWith(`${base}author/`))).toBe(true);
    expect(pages.length).toBeGreaterThan(4);
  });

  test('has exactly one h1, which is not empty', () => {
    const odd = pages.filter(({ $ }) => $('h1').length !== 1 || $('h1').text().trim() === '');
    expect(odd.map((page) => page.path)).toEqual([]);
  });

  test('has headings that never skip a level', () => {
    const skips = pages.flatMap(({ path, $ }) => {
      const levels = $('main h1, main h2, main h3, main h4, main h5, main h6, header h1')
        .toArray()
        .map((heading) => Number(heading.tagName.slice(1)));
      return levels.some((level, n) => n > 0 && level > (levels[n - 1] ?? 0) + 1)
        ? [`${path}: ${levels.join(' ')}`]
        : [];
    });
    expect(skips).toEqual([]);
  });

  test('states its language, direction, title, description and viewport', () => {
    const silent = pages.filter(
      ({ $ }) =>
        !$('html').attr('lang') ||
        !['ltr', 'rtl'].includes($('html').attr('dir') ?? '') ||
        $('title').text().trim() === '' ||
        !$('meta[name="description"]').attr('content') ||
        !$('meta[name="viewport"]').attr('content'),
    );
    expect(silent.map((page) => page.path)).toEqual([]);
  });

  test('names its own absolute address as canonical, if search engines may index it', () => {
    for (const { path, $ } of pages) {
      const canonical = $('link[rel="canonical"]').attr('href');
      // The sitemap tests say which pages these are.
      if ($('meta[name="robots"]').attr('content')?.includes('noindex')) {
        // What others may copy of a story stands for the story.
        const story = path.endsWith('/republish/') ? path.replace(/republish\/$/, '') : undefined;
        expect(canonical && decodeURI(new URL(canonical).pathname), path).toBe(story);
        continue;
      }
      const url = new URL(canonical ?? '');
      expect(decodeURI(url.pathname)).toBe(path);
      expect(url.href).toBe(canonical);
      expect(url.hostname).toMatch(/\.example$/);
    }
  });

  test('links to the feed for feed readers', () => {
    const feeds = new Set(
      pages.map(({ $ }) => $('link[rel="alternate"][type="application/rss+xml"]').attr('href')),
    );
    expect([...feeds].map((href) => new URL(href ?? '').pathname)).toEqual([`${base}rss.xml`]);
  });

  test('has landmarks, a skip link to the story, and no duplicate ids', () => {
    for (const { path, $ } of pages) {
      expect($('main#story').length, path).toBe(1);
      expect($('body > a.skip').attr('href'), path).toBe('#story');
      expect($('header.masthead').length, path).toBe(1);
      expect($('body > footer').length, path).toBe(1);
      const ids = $('[id]')
        .toArray()
        .map((element) => element.attribs['id']);
      expect(new Set(ids).size, `ids of ${path}: ${ids.join(' ')}`).toBe(ids.length);
    }
  });

  test('has no empty list, and no section without a heading or, on a box, a name', () => {
    for (const { path, $ } of pages) {
      // What is hidden has to be filled by a script, and only then appears.
      const empty = $('ul, ol, dl')
        .not('[hidden] *')
        .filter((_, list) => $(list).children('li, dt').length === 0);
      expect($.html(empty), path).toBe('');
      // A box is a note within a story, which its headings do not divide.
      const nameless = $('section')
        .not('[role="note"][aria-label]')
        .filter((_, section) => $(section).find('h1, h2, h3, h4, h5, h6').length === 0);
      expect($.html(nameless), path).toBe('');
    }
  });

  test('carries no style attribute, no event handler and no frame', () => {
    for (const { path, $ } of pages) {
      expect($('[style], iframe, object, embed').length, path).toBe(0);
      // The only forms are on the search page and on that for wrong addresses; both submit to the search page.
      const forms = $('form:not(.newsletter form)').toArray();
      expect(forms.length, path).toBe([`${base}search/`, `${base}404.html`].includes(path) ? 1 : 0);
      for (const { attribs } of forms) {
        expect(attribs, path).toMatchObject({
          role: 'search',
          method: 'get',
          action: `${base}search/`,
        });
      }
      const handlers = $('*')
        .toArray()
        .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []))
        .filter((attribute) => attribute.startsWith('on'));
      expect(handlers, path).toEqual([]);
    }
  });

  test('gives every picture its alternative text and size', () => {
    for (const { path, $ } of pages) {
      for (const image of $('img').toArray()) {
        expect(image.attribs, path).toMatchObject({
          alt: expect.any(String) as string,
          width: expect.stringMatching(/^\d+$/) as string,
          height: expect.stringMatching(/^\d+$/) as string,
        });
      }
    }
  });
});
