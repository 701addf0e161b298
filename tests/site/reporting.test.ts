import { expect, test } from 'vitest';
import { printed } from './printed.ts';

const paper = printed('style-guide');
const path = '/who-counted-the-boats/';
const line =
  'AI helped to make this story: the transcription of the interviews. Reviewed by Perpetua Vane.';
const { $ } = paper.page(path);

test('a story says at its head what AI did, and at its end how it was reported', () => {
  expect($('header .ai').text().trim()).toBe(line);
  const box = $('[aria-labelledby=reporting]');
  expect(box.find('h2').text()).toBe('How this was reported');
  expect(box.text()).toContain('The two differ by <one> boat & we say which.');
  expect(box.text()).toContain(line);
  const links = box
    .find('a')
    .toArray()
    .map(({ attribs }) => attribs['href']);
  expect(links).toEqual([
    'https://harbour.example/list?month=2&year=2025',
    'https://archive.example/2025/harbour-list',
    '/methods/',
    '/ai/',
  ]);
});

test('the text edition and feeds say the same', () => {
  const text = paper.page(`/text${path}`).$('main').text();
  const feed = JSON.parse(paper.bytes('/feed.json').toString('utf8')) as {
    items: { url: string; content_html: string }[];
  };
  const item = feed.items.find(({ url }) => url.endsWith(path))?.content_html ?? '';
  for (const whole of [text, item]) {
    expect(whole.split(line)).toHaveLength(3);
    expect(whole).toContain('How this was reported');
    expect(whole).toContain('Illustration: The desk · Made with AI');
    expect(whole).toContain('archived copy');
  }
  expect(item).toContain('Edited with AI');
});

test('pictures that AI made or changed say so in their captions', () => {
  const small = $('figcaption small')
    .toArray()
    .map((element) => $(element).text());
  expect(small).toEqual([
    'Illustration: The desk · Made with AI',
    'Illustration: The desk · Edited with AI',
  ]);
});

test('other stories carry nothing of it', () => {
  const other = paper.page('/an-analysis/').html;
  expect(other).not.toMatch(/reporting|class="?ai\b/);
});

test('statement pages are in the footer of every page', () => {
  for (const page of paper.pages) {
    for (const address of ['/methods/', '/ai/']) {
      expect(page.$(`.footer a[href="${address}"]`).length, page.path).toBe(1);
    }
  }
});

test('every story says where to report a mistake in it, with its address', () => {
  for (const [name, start] of [
    ['home', '/contact/?about='],
    [
      'right-to-left',
      'mailto:newsroom@barid-nakhlun.example?subject=https://barid-nakhlun.example',
    ],
  ] as const) {
    const { pages, textPages } = printed(name);
    const stories = pages.filter((page) => page.$('[data-story]').length > 0);
    expect(stories.length).toBeGreaterThan(3);
    for (const { $: of, path: at } of stories) {
      const links = of('.note a')
        .toArray()
        .map(({ attribs }) => decodeURI(attribs['href'] ?? ''));
      expect(links, at).toContain(start + at);
      const text = textPages.find((page) => page.path === `/text${at}`);
      const inText = text
        ?.$('a')
        .toArray()
        .map(({ attribs }) => decodeURI(attribs['href'] ?? ''));
      expect(inText, at).toContain(start + at);
    }
  }
});
