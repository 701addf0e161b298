import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';

const { pages, page } = printed('home');
const stories = pages.filter(({ $ }) => $('article.story').length > 0);

describe('the first edition', () => {
  test('has the lead and at least ten further stories in four or more sections', () => {
    expect(stories.length).toBeGreaterThanOrEqual(11);
    const sections = new Set(stories.map(({ $ }) => $('.breadcrumb li').eq(1).text().trim()));
    expect(sections.size).toBeGreaterThanOrEqual(4);
    expect(sections).toContain('BEVOLVE NEWS');
  });

  test('has stories of several kinds', () => {
    const kinds = new Set(stories.map(({ $ }) => $('.head .kind').text()));
    expect(kinds.size).toBeGreaterThanOrEqual(4);
  });

  test('has at least six different lead images', () => {
    const images = new Set(stories.flatMap(({ $ }) => $('.lead-image img').attr('alt') ?? []));
    expect(images.size).toBeGreaterThanOrEqual(6);
  });

  test('opens with the lead story and never shows a story twice, Must Read included', () => {
    const front = page('/');
    expect(front.$('main h2').first().text()).toContain('Trump promises Kyiv involvement');
    const links = front
      .$('.teaser a, .must-read a')
      .toArray()
      .map((link) => link.attribs['href']);
    expect(new Set(links).size).toBe(links.length);
    expect(links.length).toBeGreaterThan(10);
  });

  test('gives its edition’s time on the front page, in the paper’s time zone and language', () => {
    const time = page('/').$('.masthead time');
    expect(time.text().replaceAll(/\s+/g, ' ').trim()).toBe(
      'Saturday, 1 March 2025 · Edition of 10:00',
    );
    expect(time.attr('datetime')).toBe('2025-03-01T08:00:00.000Z');
  });

  test('does not mention the day on a page that outlives its edition', () => {
    for (const { $, html, path } of pages) {
      if (path === '/') continue;
      expect($('.masthead time').length, path).toBe(0);
      expect(html, path).not.toMatch(/Saturday, 1 March 2025|2025-03-01|Edition of/);
    }
  });

  test('links to sections, pages and the feeds from every footer', () => {
    for (const { $, path } of pages) {
      const links = $('.footer a')
        .toArray()
        .map((link) => link.attribs['href']);
      expect(links, path).toEqual(
        expect.arrayContaining([
          '/world/',
          '/about/',
          '/corrections-policy/',
          '/privacy/',
          '/feeds/',
          '/topics/',
        ]),
      );
    }
  });
});
