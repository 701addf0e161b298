import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shown } from '../../src/search/joined-words.ts';
import { papers } from '../papers.ts';
import { leadArticle, printed, type Printed } from './printed.ts';

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

const indexOf = ({ files, bytes }: Printed): Fragment[] =>
  [...files]
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => gunzipSync(bytes(file)).toString('utf8').replace('pagefind_dcd', ''))
    .map((json) => JSON.parse(json) as Fragment);

describe.each(papers.map(({ name }) => name))('the search index of the paper %s', (name) => {
  const paper = printed(name);
  const { base, files, pages } = paper;
  const index = indexOf(paper);

  test('contains exactly the public articles, once each, and nothing else', () => {
    const articles = pages.filter(({ $ }) => $('article.story:not([data-withdrawn])').length > 0);
    const found = index.map(({ url }) => decodeURI(base + url.slice(1)));
    expect(found.sort()).toEqual(articles.map(({ path }) => path).sort());
    expect(found.length).toBeGreaterThan(0);
  });

  test('gives the headline, section, day and year of each', () => {
    for (const { url, meta, filters } of index) {
      const { $ } = paper.page(decodeURI(base + url.slice(1)));
      expect(shown(meta['title'] ?? ''), url).toBe(
        $('h1')
          .text()
          .replaceAll(/(?<=\p{L})['ʼ](?=\p{L})/gu, '’'),
      );
      expect(meta['section'], url).toBe($('.breadcrumb li').eq(-2).text().trim());
      expect(meta['published'], url).toBe($('.byline time').attr('datetime'));
      expect(meta['date'], url).not.toBe('');
      expect(filters['year'], url).toEqual([meta['published']?.slice(0, 4)]);
      // A story is found in its section and all sections above it: the breadcrumb without home and headline.
      expect(filters['section']?.length, url).toBe($('.breadcrumb li').length - 2);
      expect(filters['topic']?.length ?? 0, url).toBe($('.topics li').length);
    }
  });

  test('shows only the story’s own picture, which exists', () => {
    for (const { url, meta } of index) {
      const { $ } = paper.page(decodeURI(base + url.slice(1)));
      const image = meta['image'] ?? '';
      expect(image !== '', url).toBe($('.lead-image img').length > 0);
      if (image !== '') expect(files.has(decodeURI(image)), image).toBe(true);
    }
  });

  test('is in the paper’s language, without Pagefind’s own interfaces', () => {
    const language = paper.page(base).$('html').attr('lang')?.split('-')[0] ?? '';
    const entry = JSON.parse(
      paper.bytes(`${base}search/index/pagefind-entry.json`).toString('utf8'),
    ) as { languages: Record<string, { wasm: string | null }> };
    expect(Object.keys(entry.languages)).toEqual([language]);
    // Pagefind matches whole words in languages that it cannot stem.
    const wasm = entry.languages[language]?.wasm ?? 'unknown';
    expect(wasm).toBe(language === 'uk' ? 'unknown' : language);
    const names = [...files]
      .filter((file) => file.startsWith(`${base}search/index/`))
      .map((file) => file.slice(`${base}search/index/`.length));
    const own = names.filter((file) => !file.includes('/') && !/\.(?:pf_meta|gz|br)$/.test(file));
    expect(own.filter((file) => file !== 'volumes.json').sort()).toEqual([
      'pagefind-entry.json',
      'pagefind.js',
      `wasm.${wasm}.pagefind`,
    ]);
  });

  test('lists its further volumes for the search page, if there are any', () => {
    const volumes = new Set(
      [...files]
        .filter((file) => file.startsWith(`${base}search/volumes/`))
        .map((file) => file.slice(`${base}search/volumes/`.length).split('/')[0]),
    );
    const listed = paper.page(`${base}search/`).$('.search-form').attr('data-volumes');
    expect(listed).toBe(volumes.size > 0 ? `${base}search/volumes/` : undefined);
    const list = `${base}search/index/volumes.json`;
    const names = files.has(list)
      ? (JSON.parse(paper.bytes(list).toString('utf8')) as string[])
      : [];
    expect(names.sort()).toEqual([...volumes].sort());
    if (name === 'hostile') expect(names.length).toBe(1);
  });
});

describe('the lead article in the search index', () => {
  const lead = indexOf(printed('home')).find(({ url }) => url === leadArticle);

  test('is its text, without the furniture around it', () => {
    expect(shown(lead?.content ?? '')).toContain(
      'It truly looks as if they want to surrender Ukraine',
    );
    for (const furniture of ['Advertisement', 'Must Read', 'Published', 'min read', 'Source link'])
      expect(lead?.content).not.toContain(furniture);
  });

  test('is found under its topics, however they are capitalised', () => {
    expect(lead?.filters['topic']?.sort()).toEqual(['nato', 'russia', 'ukraine', 'united-states']);
  });
});

test('only the search page mentions the index', () => {
  for (const { name } of papers) {
    const { pages, textPages, base } = printed(name);
    const others = [...pages, ...textPages].filter(({ path }) => path !== `${base}search/`);
    expect(others.filter(({ html }) => /pagefind|search\/index/.test(html))).toEqual([]);
  }
});
