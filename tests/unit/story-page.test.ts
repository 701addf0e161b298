import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { marked, storyIn } from '../../src/search/story-page.ts';
import { listedIn } from '../../src/edition/listed.ts';
import { searchable } from '../../src/search/records.ts';
import { settledIndex } from '../../src/search/settled-index.ts';
import { readCopy } from '../../src/copy/read.ts';
import { loadPublication } from '../../src/config/load-publication.ts';
import { readSwitches } from '../../src/config/switches.ts';

const fixture = (name: string): string =>
  new URL(`../fixtures/one-article/${name}`, import.meta.url).pathname;
const publication = await loadPublication(readSwitches({ PUBLICATION: fixture('publication.ts') }));
if (Array.isArray(publication)) throw new Error('The fixture has mistakes.');
const copy = readCopy(fixture('content'), process.cwd());

const recordsAt = (moment: string, basePath = '/') =>
  searchable(listedIn(copy, { moment: new Date(moment) }), copy.sections, {
    publication,
    addresses: createAddresses('https://news.example', basePath, publication.permalink),
  });

describe('a searchable story', () => {
  test('is one that is public at the edition’s moment', () => {
    expect(recordsAt('2025-03-01T08:00:00Z').length).toBe(1);
    expect(recordsAt('2000-01-01T00:00:00Z')).toEqual([]);
  });

  test('has an address without the base path, which the search page adds', () => {
    const moment = '2025-03-01T08:00:00Z';
    expect(recordsAt(moment, '/paper/')).toEqual(recordsAt(moment));
    expect(recordsAt(moment)[0]?.url).toMatch(/^\/.+\/$/);
  });
});

describe('a page that goes into the index', () => {
  const record = {
    url: '/a/',
    file: 'a/index.html',
    meta: { title: 'R&D "x" $&', section: 'World', date: '1', published: '2' },
    filters: { section: ['world'], topic: ['a, b'], year: ['2025'] },
    moment: 1,
  };
  const page = (story: string): string => `<html><head></head><body>${story}</body></html>`;
  const indexed = (html: string): string => marked(storyIn(html, record.url), record);

  test('marks its story, and includes as text what a result shows', () => {
    const html = indexed(page('<article class="story" data-story>a</article>'));
    expect(html).toContain('<article data-pagefind-body class="story" data-story>');
    expect(html).toContain('content="R&amp;D &quot;x&quot; $&amp;"');
    expect(html).toContain('data-pagefind-filter="topic[content]" content="a, b"');
  });

  test('leaves out content around the story, whatever an attribute contains', () => {
    const story =
      '<article class="story" data-story><img alt="</article>"><article>b</article>c</article>';
    const html = indexed(page(`<p>today</p>${story}<article>another</article>`));
    expect(html).toContain('>b</article>c</article></body>');
    expect(html).not.toMatch(/today|another/);
  });

  test('is recognised by data attributes, not by classes, which a theme may change', () => {
    const slot = '<aside class="advert" data-slot><p>today</p></aside>';
    const html = indexed(page(`<article data-story="" class="piece">a ${slot} b</article>`));
    expect(html).toMatch(/>a +b<\/article>/);
    expect(html).not.toContain('today');
  });

  test('must have a story: without one there is an error, not an empty result', () => {
    expect(() => indexed(page('<p>a</p>'))).toThrow('/a/ has no story');
  });
});

describe('an index with its filters in order', () => {
  const pack = (hex: string): Uint8Array =>
    gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(hex, 'hex')]));
  const text = (value: string): string =>
    (0x60 + value.length).toString(16) + Buffer.from(value).toString('hex');
  /** A filter with two values in the given order, and the metadata that names its file, as Pagefind writes them. */
  const index = (first: string, second: string, name: string): Map<string, Uint8Array> => {
    const value = (title: string): string => `82${text(title)}8100`;
    const filter = `82${text('topic')}82${value(first)}${value(second)}`;
    const meta = `86${text('1.5.2')}80808182${text('topic')}${text(name)}8080`;
    return new Map([
      ['pagefind.js', Buffer.from('x')],
      [`filter/${name}.pf_filter`, pack(filter)],
      ['pagefind.en_0123456789.pf_meta', pack(meta)],
      ['pagefind-entry.json', Buffer.from('{"hash":"en_0123456789"}')],
    ]);
  };

  test('has the same files, byte for byte, whatever order Pagefind wrote', () => {
    const one = settledIndex(index('nato', 'kyiv', 'en_aaaaaaa'));
    const other = settledIndex(index('kyiv', 'nato', 'en_bbbbbbb'));
    expect([...one.keys()].sort()).toEqual([...other.keys()].sort());
    for (const [path, bytes] of one) {
      expect(Buffer.from(bytes).equals(other.get(path) ?? Buffer.of()), path).toBe(true);
    }
  });

  test('still links the entry to the metadata, and that to the filter', () => {
    const settled = settledIndex(index('nato', 'kyiv', 'en_aaaaaaa'));
    const filter = [...settled.keys()].find((path) => path.startsWith('filter/')) ?? '';
    const meta = [...settled.keys()].find((path) => path.endsWith('.pf_meta')) ?? '';
    const entry = Buffer.from(settled.get('pagefind-entry.json') ?? []).toString();
    expect(entry).toBe(`{"hash":"${meta.slice('pagefind.'.length, -'.pf_meta'.length)}"}`);
    const lists = gunzipSync(settled.get(meta) ?? Buffer.of()).toString('latin1');
    expect(lists).toContain(filter.slice('filter/'.length, -'.pf_filter'.length));
  });
});
