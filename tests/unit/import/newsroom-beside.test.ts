import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checked, importNewsroom, newContent, reportIn, textIn } from './newsroom.ts';

test('a page that the paper has already stays, and the old one of that name gets another', async () => {
  const content = await newContent();
  const own = '---\ntitle: About\ndescription: Who we are.\n---\n\nOur own words.\n';
  mkdirSync(path.join(content, 'pages'));
  writeFileSync(path.join(content, 'pages/about.md'), own);
  await importNewsroom(content);
  expect(textIn(content, 'pages/about.md')).toBe(own);
  expect(textIn(content, 'pages/about-2/index.md')).toContain('title: About the Courier');
  const { notes } = reportIn(content).entries.find(({ id }) => id === '300') ?? { notes: [] };
  expect(notes.map(({ found }) => found)).toContain('/about-2/');
  expect((await checked(content)).mistakes).toEqual([]);
});
