import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { papers } from '../papers.ts';
import { printed } from './printed.ts';

type Feed = {
  rss: { channel: { link: string; item?: { title: string; link: string; description: string }[] } };
};

describe.each(papers.map(({ name }) => name))('the corrections of the paper %s', (name) => {
  const { pages, page, bytes, base } = printed(name);
  const { $ } = page(`${base}corrections/`);
  const inStories = pages.flatMap((story) => story.$('.story .corrections p').toArray());
  const parser = new XMLParser({ isArray: (tag) => tag === 'item' });
  const xml = bytes(`${base}corrections/rss.xml`).toString('utf8');
  const { channel } = (parser.parse(xml) as Feed).rss;

  test('are all listed, newest first, each with its story; or the page says that there are none', () => {
    const times = $('.body time')
      .toArray()
      .map(({ attribs }) => Date.parse(attribs['datetime'] ?? ''));
    expect(times).toHaveLength(inStories.length);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect($('.body a[href$="#corrections"]')).toHaveLength(inStories.length);
    expect($('.body').text().trim()).not.toBe('');
  });

  test('have their own feed, which the page lists along with the paper’s', () => {
    const feeds = $('link[rel="alternate"][type="application/rss+xml"]')
      .toArray()
      .map(({ attribs }) => new URL(attribs['href'] ?? '').pathname);
    expect(feeds).toEqual([`${base}rss.xml`, `${base}corrections/rss.xml`]);
    expect(new URL(channel.link).pathname).toBe(`${base}corrections/`);
    expect(channel.item ?? []).toHaveLength(inStories.length);
  });

  test('are linked from every footer', () => {
    for (const { $: any, path } of pages) {
      expect(any(`.footer a[href="${base}corrections/"]`).length, path).toBe(1);
    }
  });
});

test('a paper with nothing to correct says so', () => {
  const { $ } = printed('one-article').page('/corrections/');
  expect($('.body').text().trim()).toBe('No story has needed a correction so far.');
});

test('“Updated” is shown only if it adds something', () => {
  const byline = (name: string, path: string) => printed(name).page(path).$('.byline').text();
  expect(byline('style-guide', '/put-right-later/')).not.toContain('Updated');
  expect(byline('hostile', '/2025/02/20/kind-live/')).toContain('Updated');
});
