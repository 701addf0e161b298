import { expect, test } from 'vitest';
import { bundleDesk } from '../../../src/desk/bundle.ts';
import { pageHtml } from '../../../src/desk/page-html.ts';

const files = await bundleDesk();

test('every file of the desk’s page may be kept for ever, because its name changes with it', () => {
  for (const { path } of files) expect(path).toMatch(/^files\/[\w.-]+\.[\w-]{8}\.\w+$/);
  expect(files.filter(({ use }) => use === 'script')).toHaveLength(1);
});

test('the page is found by no search engine, in the language of the paper, and says what it needs', () => {
  const html = pageHtml(files, { name: 'Ранок & Ко', language: 'uk-UA' });
  expect(html).toContain('<html lang="uk" dir="ltr">');
  expect(html).toContain('<title>Редакція · Ранок &amp; Ко</title>');
  expect(html).toContain('content="noindex, nofollow"');
  expect(html).toContain('потрібен JavaScript');
  const named = [...html.matchAll(/(?:src|href)="\.\/(.*?)"/g)].map(([, path]) => path);
  expect(named.sort()).toEqual(files.flatMap(({ path, use }) => (use ? [path] : [])).sort());
});

test('the page runs without its source, and without modules of Node', () => {
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  for (const { bytes } of scripts) {
    expect(Buffer.from(bytes).toString()).not.toMatch(/from\s*"(?:node:|preact|\.\.\/)/);
  }
});

test('the licences of all packages that ship are beside the page, each in full', () => {
  const licences = files.filter(({ use }) => use === 'licences');
  expect(licences.map(({ mediaType }) => mediaType)).toEqual(['text/plain']);
  const parts = Buffer.from(licences[0]?.bytes ?? [])
    .toString()
    .split(`\n${'-'.repeat(80)}\n`);
  const names = parts.slice(1).map((part) => part.trim().replace(/ .*$/s, ''));
  // The page's, the worker's, the font's, and the WebAssembly's.
  for (const name of ['preact', 'zod', '@fontsource/source-serif-4', 'satteri']) {
    expect(names).toContain(name);
  }
  expect(names).not.toContain('vite');
  // The desk writes no feeds.
  expect(names).not.toContain('@astrojs/rss');
  for (const part of parts)
    expect(part, 'the text of a licence').toMatch(/as is|warrant|liab|spdx\.org/i);
});
