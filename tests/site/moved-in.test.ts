import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { percentDecoded } from '../../src/percent-decoded.ts';
import { describe, expect, test } from 'vitest';
import { addressKey } from '../../src/hosts/redirect.ts';
import { movedInContent } from '../fixtures/moving-in/write.ts';
import {
  expected,
  type ExpectedEntry,
  heldBack,
  pages,
  posts,
  reportIn,
} from '../unit/import/newsroom.ts';
import { entryOf } from '../unit/import/words/newsroom.ts';
import { printed } from './printed.ts';
import { readFeeds } from './read-feeds.ts';

const paper = printed('moved-in');
const content = path.resolve(import.meta.dirname, '../..', movedInContent);
const { entries } = reportIn(content);

const addressOf = ({ id }: ExpectedEntry): string =>
  decodeURI(entries.find((line) => line.id === String(id))?.address ?? '');

/** What an entry's text became: without the headings, the byline and everything else that the paper sets around it. */
const bodyOf = (entry: ExpectedEntry): CheerioAPI => {
  const { $ } = paper.page(addressOf(entry));
  const body = $('.body').first().clone();
  body.children('header, footer, .lead-image, .note, .slot, aside, nav').remove();
  body.find('.embed-note, [data-footnotes] > h2, [data-footnote-backref]').remove();
  return load(body.html() ?? '', null, false);
};

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/** Words, with a break wherever a reader sees one. */
const seenWords = ($: CheerioAPI): string[] => {
  $('.embed, [data-footnote-ref]').remove();
  $('p, li, td, th, h2, h3, h4, figcaption, summary, div, pre, br, cite, blockquote').append(' ');
  return wordsIn($.root().text());
};

describe.each([...posts, ...pages])('the printed entry $id', (entry) => {
  test('has as many words as it had, and those of captions', () => {
    const $ = bodyOf(entry);
    const captions = $('figcaption').append(' ').text();
    const words = seenWords($).length;
    expect(words).toBeGreaterThanOrEqual(entry.words ?? 0);
    // The frame with a map is a link now, under the frame's own title.
    const more = wordsIn(captions).length + (entry.id === 102 ? 4 : 0);
    expect(words).toBeLessThanOrEqual((entry.words ?? 0) + more);
  });

  test('has them in order', () => {
    // Of these, the words are in the wrong encoding, or code that would be taken for markup here.
    if (entry.id === 108 || entry.id === 105) return;
    const source = entryOf(entry.id)
      .text.replaceAll(/\[\/?dropcap\]/g, '')
      .replaceAll(/\[\/?[a-z][\w-]*(?:\s[^\]]*)?\](?:JTND[^[]*)?/g, ' ')
      .replaceAll(/https?:\/\/\S+(?=\s|$)/g, ' ');
    const $ = load(source, null, false);
    $(
      'script, style, svg, iframe, noscript, form, object, embed, a[download], sup.fn, sup[data-fn]',
    ).remove();
    const lead = paper.page(addressOf(entry)).$('.lead-image figcaption').text();
    const shown = seenWords(bodyOf(entry));
    const lost: string[] = [];
    let at = 0;
    for (const word of seenWords($)) {
      const next = shown.indexOf(word, at);
      if (next >= 0) at = next + 1;
      else if (!wordsIn(lead).includes(word)) lost.push(word);
    }
    expect(lost).toEqual([]);
  });

  test('has what it must have, and nothing that it must not', () => {
    const $ = bodyOf(entry);
    const text = $.root().text().replaceAll(/\s+/g, ' ');
    const flat = (words: string): string => words.replaceAll(/\s+/g, ' ');
    expect((entry.mustContain ?? []).filter((one) => !text.includes(flat(one)))).toEqual([]);
    const code = $('pre')
      .toArray()
      .map((pre) => $(pre).text().replace(/\n$/, ''));
    expect(code).toEqual(entry.code ?? []);
    $('pre, code').remove();
    const html = $.html();
    expect((entry.mustNotContain ?? []).filter((one) => html.includes(one))).toEqual([]);
  });

  test('has its structure', () => {
    const $ = bodyOf(entry);
    const count = (selector: string): number => $(selector).length;
    const found: Record<string, number> = {
      h: count('h2, h3, h4'),
      li: count('li'),
      tr: count('tr'),
      blockquote: count('blockquote'),
      figcaption: count('figcaption'),
      footnotes: count('[data-footnotes] li'),
      pullQuotes: count('.pull-quote'),
      galleries: count('.gallery'),
      details: count('details'),
      hr: count('hr'),
    };
    for (const [name, wanted] of Object.entries(entry.structure ?? {})) {
      const least = /(.*)Min$/.exec(name)?.[1];
      const most = /(.*)Max$/.exec(name)?.[1];
      if (least !== undefined) expect(found[least], name).toBeGreaterThanOrEqual(wanted);
      else if (most !== undefined) expect(found[most], name).toBeLessThanOrEqual(wanted);
      // Whether notes are items of a list too is for the paper to say.
      else if (name === 'li')
        expect([found['li'], (found['li'] ?? 0) - (found['footnotes'] ?? 0)]).toContain(wanted);
      else expect(found[name], name).toBe(wanted);
    }
  });

  test('shows its embeds as cards, in order, and links to where it linked', () => {
    const $ = bodyOf(entry);
    const hrefs = (selector: string): string[] =>
      $(selector)
        .toArray()
        .map((element) => $(element).attr('href') ?? '');
    const cards = hrefs('.embed a[data-embed]');
    expect(cards).toHaveLength(entry.embedsAsCards ?? 0);
    for (const [index, id] of (entry.embeds ?? []).entries()) expect(cards[index]).toContain(id);
    // Letters may stand as letters.
    const links = hrefs('a').map(percentDecoded);
    for (const link of entry.links ?? []) expect(links).toContain(percentDecoded(link));
  });

  test('shows its pictures, and plays or offers its files', () => {
    const { $: page } = entry.title === undefined ? paper.page(addressOf(entry)) : { $: undefined };
    const $ = bodyOf(entry);
    const pictures = (entry.pictures ?? []).filter(({ lead }) => !lead);
    const alts = $('img')
      .toArray()
      .map(({ attribs }) => attribs['alt']);
    for (const { alt } of pictures) expect(alts).toContain(alt);
    const lead = entry.pictures?.find((one) => one.lead);
    expect(page?.('.lead-image img').attr('alt')).toBe(lead?.alt);
    if (lead?.captionHas !== undefined)
      expect(page?.('.lead-image figcaption').text()).toContain(lead.captionHas);
    const targets = $('a[href], [src]')
      .toArray()
      .map(({ attribs }) => decodeURI(attribs['href'] ?? attribs['src'] ?? ''));
    for (const file of entry.files ?? []) {
      const target = targets.find((one) => one.endsWith(`/${path.basename(file)}`)) ?? '';
      expect(paper.files, file).toContain(target);
    }
  });

  test('is where every old address that is a path leads', () => {
    const own = addressOf(entry);
    const leads = new Map(
      paper.redirects.map(({ path: at, $ }) => [
        addressKey(encodeURI(at)),
        decodeURI($('meta[http-equiv="refresh"]').attr('content')?.replace('0;url=', '') ?? ''),
      ]),
    );
    for (const old of (entry.formerUrls ?? []).filter((one) => !one.includes('?'))) {
      const key = addressKey(old);
      if (key !== addressKey(encodeURI(own))) expect(leads.get(key), old).toBe(own);
    }
  });
});

test('no file of the paper has a word of what is not public', async () => {
  const secrets = [
    ...expected.mustNotContainAnywhere,
    ...heldBack.flatMap((one) => one.mustNotContain ?? []),
  ];
  const found = [...paper.files]
    .filter((file) => !/\.(?:avif|webp|jpe?g|png|woff2|ico|mp3|mp4|pdf)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(
        path.join(import.meta.dirname, '../../.test/moved-in', file),
        'utf8',
      ).toLowerCase();
      return secrets
        .filter((secret) => text.includes(secret.toLowerCase()))
        .map((secret) => `${file}: ${secret}`);
    });
  expect(found).toEqual([]);
  const feeds = await readFeeds('moved-in');
  expect(feeds.length).toBeGreaterThan(10);
});

test('feeds have the guids that readers’ apps know', async () => {
  const feeds = await readFeeds('moved-in');
  const ids = feeds.flatMap(({ items }) => items.map(({ id }) => id));
  for (const { guid } of posts) expect(ids).toContain(guid);
});
