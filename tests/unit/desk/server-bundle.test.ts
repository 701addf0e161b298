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
