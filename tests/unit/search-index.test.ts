import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeIndex } from '../../src/search/make-index.ts';

const pages = Array.from({ length: 60 }, (_, n) => ({
  url: `/story-${String(n)}/`,
  content: `<html><body data-pagefind-body><h2 id="a">Part</h2><p>The river rose ${String(n)} times.</p></body></html>`,
}));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-index-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const filesIn = (index: string): string[] =>
  readdirSync(index, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(index.length + 1))
    .sort();

test('an index has every file that a search loads, whole, and none besides', async () => {
  const index = join(folder, 'whole');
  await makeIndex(pages, 'en', index);
  const files = filesIn(index);
  expect(files.filter((file) => file.startsWith('fragment'))).toHaveLength(pages.length);
  expect(files.filter((file) => !file.includes('/'))).toEqual([
    'pagefind-entry.json',
    expect.stringMatching(/^pagefind\.en_\w+\.pf_meta$/),
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
  for (const file of files.filter((name) => name.includes('.pf_'))) {
    expect(gunzipSync(readFileSync(join(index, file))).toString()).toMatch(/^pagefind_dcd/);
  }
  expect(readFileSync(join(index, 'pagefind.js'), 'utf8')).toMatch(/export\{[^}]*\};?\s*$/);
});

test('a volume leaves out what all volumes share', async () => {
  const index = join(folder, 'volume');
  await makeIndex(pages, 'en', index, (path) => path === 'pagefind.js');
  expect(filesIn(index)).not.toContain('pagefind.js');
  expect(filesIn(index)).toContain('wasm.en.pagefind');
});
