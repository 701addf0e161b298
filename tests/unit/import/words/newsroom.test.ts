import { load } from 'cheerio';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../../src/import/words/body.ts';
import { entries, entryOf } from './newsroom.ts';
import { read } from './read.ts';

/** What comes with the entry, not with its text: the lead picture and the film in its place. */
const elsewhere = ['QuietMill01', '24680135'];
/** The source is in the wrong encoding, which its reader repairs. */
const misread = [108];

const published = entries.filter(({ result }) => result === 'published');

describe.each(published)('the text of entry $id of a made-up newsroom', (expected) => {
  const { text, setting } = entryOf(expected.id);
  const body = bodyOf({ format: 'wordpress', value: text }, setting);
  const $ = read(body.markdown);
  const html = $.html();
  const shown = $.root().text();

  test('has all of its words', () => {
    if (misread.includes(expected.id)) return;
    expect(body.words).toBe(expected.words);
    const words = expected.mustContain?.filter((one) => !shown.includes(one)) ?? [];
    expect(words).toEqual([]);
  });

  test('has none of what is not for readers', () => {
    if (misread.includes(expected.id)) return;
    const leaked = (expected.mustNotContain ?? []).filter(
      (one) => html.includes(one) || body.markdown.includes(one),
    );
    expect(leaked).toEqual([]);
  });

  test('keeps code, line for line', () => {
    const code = $('pre')
      .toArray()
      .map((pre) => $(pre).text().replace(/\n$/, ''));
    expect(code).toEqual(expected.code ?? []);
  });

  test('leads to where it led', () => {
    const links = $('a')
      .toArray()
      .map(({ attribs }) => attribs['href']);
    for (const link of expected.links ?? []) expect(links).toContain(link);
    for (const name of Object.keys(expected.internalLinks ?? {}))
      expect(
        $('a')
          .toArray()
          .map((one) => $(one).text()),
      ).toContain(name);
  });

  test('shows its embeds as cards', () => {
    const cards = $('[data-embed]')
      .toArray()
      .map(({ attribs }) => attribs['href']);
    const wanted = (expected.embeds ?? []).filter((id) => !elsewhere.includes(id));
    expect(body.embeds).toEqual(cards);
    expect(wanted.filter((id) => !cards.some((card) => card?.includes(id)))).toEqual([]);
  });

  test('shows its pictures with their words, and its files', () => {
    const paths = body.files.map(({ file, urls }) =>
      decodeURIComponent(`${file ?? ''} ${urls.join(' ')}`),
    );
    for (const picture of (expected.pictures ?? []).filter(({ lead }) => !lead)) {
      const found = body.files.find((_, n) => paths[n]?.includes(`/${picture.source}`));
      expect(found?.alt).toBe(picture.alt);
      if (picture.captionHas !== undefined) expect(found?.caption).toContain(picture.captionHas);
    }
    for (const file of expected.files ?? []) expect(paths.join(' ')).toContain(`/${file}`);
  });

  test('has its structure', () => {
    const {
      h,
      hMax,
      li,
      liMax,
      tr,
      blockquote,
      blockquoteMax,
      hr,
      details,
      galleries,
      pullQuotes,
      footnotes,
      figcaptionMin,
    } = expected.structure ?? {};
    $('[data-footnotes] h2').remove();
    const count = (selector: string): number => $(selector).length;
    if (h !== undefined) expect(count('h2, h3, h4')).toBe(h);
    expect(count('h2, h3, h4')).toBeLessThanOrEqual(hMax ?? Infinity);
    if (li !== undefined) expect(count('li')).toBe(li);
    expect(count('li')).toBeLessThanOrEqual(liMax ?? Infinity);
    expect(count('tr')).toBe(tr ?? 0);
    if (blockquote !== undefined) expect(count('blockquote')).toBe(blockquote);
    expect(count('blockquote')).toBeLessThanOrEqual(blockquoteMax ?? Infinity);
    if (hr !== undefined) expect(count('hr')).toBe(hr);
    if (details !== undefined) expect(count('details')).toBe(details);
    if (galleries !== undefined) expect(count('.gallery')).toBe(galleries);
    if (pullQuotes !== undefined) expect(count('figure.pull-quote')).toBe(pullQuotes);
    if (footnotes !== undefined) expect(count('[data-footnotes] li')).toBe(footnotes);
    expect(count('figcaption')).toBeGreaterThanOrEqual(figcaptionMin ?? 0);
  });

  test('has nothing alive in it, before the paper cleans it as well', () => {
    const raw = load(markdownToHtml(body.markdown).html, null, false);
    expect(
      raw(
        'script, style, iframe, object, embed, form, input, svg, math, base, meta, [srcdoc], [style]:not(th, td)',
      ).length,
    ).toBe(0);
    for (const element of raw('*').toArray()) {
      if (!('attribs' in element)) continue;
      expect(Object.keys(element.attribs).filter((name) => name.startsWith('on'))).toEqual([]);
      expect(element.attribs['href'] ?? '').not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
    }
  });
});

test('an entry of which nothing would be seen has no body', () => {
  for (const id of [113, 303]) {
    const { text, setting } = entryOf(id);
    expect(bodyOf({ format: 'wordpress', value: text }, setting)).toMatchObject({
      markdown: '',
      files: [],
      words: 0,
    });
  }
});
