import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { pageAnchors } from '../../src/check/body-anchors.ts';
import { readFeeds } from './read-feeds.ts';
import { printed } from './printed.ts';

const { page, pages, textPages } = printed('awkward');

/** A story's page, its text-only twin and its content in each feed. */
async function editionsOf(slug: string) {
  const feeds = await readFeeds('awkward');
  const contents = feeds.flatMap(({ items }) =>
    items.filter(({ url }) => url?.endsWith(`/${slug}/`)).map(({ content }) => load(content ?? '')),
  );
  return [page(`/2025/02/${slug}/`).$, page(`/text/2025/02/${slug}/`).$, ...contents];
}

test('signs that are no markup are printed as they are written, everywhere', async () => {
  const written =
    'Dear <Name>, a Vec<String>. If a<b and c>d, see. It is 5~10 euro and lasts 3~4 days.';
  const editions = await editionsOf('signs');
  expect(editions.length).toBeGreaterThan(2);
  for (const $ of editions) {
    expect($('body').text()).toContain(written);
    expect($('del, b').text()).not.toMatch(/euro|see/);
  }
});

describe('a note in a crosshead', () => {
  const { $ } = page('/2025/02/noted-crossheads/');

  test('is in the crosshead, but neither in the contents nor in an anchor', () => {
    const lines = $('nav.contents a').toArray();
    expect(lines.map((line) => $(line).text().trim())).toEqual(['The plan', 'Costs', 'The third']);
    expect(lines.map(({ attribs }) => attribs['href'])).toEqual([
      '#at-the-plan',
      '#at-costs',
      '#at-the-third',
    ]);
    expect($('#at-the-plan [data-footnote-ref]').text()).toBe('1');
  });

  test('is not in what machines are told about an entry', () => {
    const live = page('/2025/02/noted-entries/').$;
    const data = JSON.parse(live('script[type="application/ld+json"]').first().text()) as unknown;
    expect(JSON.stringify(data)).toContain('"headline":"First thing"');
    expect(live('nav.contents').text()).not.toContain('First thing1');
  });
});

test('a picture as a crosshead stays, with its caption, and leaves no empty crosshead', async () => {
  for (const $ of await editionsOf('noted-crossheads')) {
    expect($('body').text()).toContain('The square');
    expect($('h2:empty, h2 img')).toHaveLength(0);
  }
  expect(page('/2025/02/noted-crossheads/').$('.body figure img')).toHaveLength(1);
});

test('the check knows the anchors that stories have around their bodies', () => {
  const around = ['awkward', 'hostile', 'right-to-left'].flatMap((name) =>
    printed(name).pages.flatMap(({ $ }) =>
      $('main:has([data-story]), main [data-story]')
        .find('h2[id]')
        .addBack('[id]')
        .toArray()
        .filter((element) => $(element).closest('.body').length === 0)
        .map((element) => $(element).attr('id') ?? ''),
    ),
  );
  expect(around.length).toBeGreaterThan(100);
  expect([...new Set(around)].filter((id) => !pageAnchors.has(id))).toEqual([]);
});

describe('an address', () => {
  /** A URL without a character that a URL cannot hold (WHATWG URL, URL code points). */
  const valid =
    /^(?:[\w!$&'()*+,\-./:;=?@~]|[\u{A0}-\u{10FFFF}]|%[\dA-F]{2})*(?:#[^#"<>[\]{}|\\^`\s]*)?$/iu;

  test('is valid on every page', () => {
    const odd = [...pages, ...textPages].flatMap(({ path, $ }) =>
      $('[href], [src], [action], [cite]')
        .toArray()
        .flatMap(({ attribs }) => ['href', 'src', 'action', 'cite'].map((name) => attribs[name]))
        .filter((address) => address !== undefined && !valid.test(address))
        .map((address) => `${path}: ${address ?? ''}`),
    );
    expect(odd).toEqual([]);
  });

  test('is valid in feeds and structured data, and the same everywhere', async () => {
    const editions = await editionsOf('odd-addresses');
    for (const $ of editions) {
      const links = $('a[href*="odd.example"], a[href*="xn--"], a[href^="tel:"], a[href^="sms:"]')
        .toArray()
        .map(({ attribs }) => attribs['href']);
      expect([...new Set(links)].sort()).toEqual([
        'https://odd.example/100%25?a%7Cb%5Cc',
        'https://odd.example/a%20b?q=%22x%22&%5By%5D=%7Bz%7D%7C%5E%60#a%23b',
        'https://odd.example/a%20b?q=%5B1%5D%7C%7B2%7D',
        'https://xn--80aln7i.example/%D1%88%D0%BB%D1%8F%D1%85?%D1%97=1',
        'sms:+380441234567',
        'tel:+380441234567',
      ]);
    }
    const data = page('/2025/02/odd-addresses/').$('script[type="application/ld+json"]').text();
    for (const [, address = ''] of data.matchAll(/"(https?:[^"]*)"/g))
      expect(address).toMatch(valid);
  });

  test('may have been named as people used to', () => {
    const { $ } = page('/2025/02/odd-addresses/');
    expect($('a[href="#at-old"]')).toHaveLength(1);
    expect($('#at-old')).toHaveLength(1);
  });
});
