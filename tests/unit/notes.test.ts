import { expect, test } from 'vitest';
import { notesOf } from '../../src/edition/notes.ts';
import { noteLabels } from '../../src/language/notes.ts';
import { articleSchema } from '../../src/schemas/article.ts';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const copy = {
  headline: 'A',
  standfirst: 'B.',
  section: 'world',
  authors: ['reporter'],
  published: '2025-02-13T20:15:00+02:00',
};
const read = (more: object) => articleSchema(z.string()).parse({ ...copy, ...more });

test('a story without a source has no source note', () => {
  expect(notesOf(read({}))).toEqual([]);
});

test('a syndicated story credits its source, with a link if it has an address', () => {
  expect(notesOf(read({ source: { name: 'A wire', url: 'https://wire.example/1' } }))).toEqual([
    { name: 'source', text: 'A wire', url: 'https://wire.example/1' },
  ]);
  expect(notesOf(read({ source: { name: 'A wire' } }))).toMatchObject([{ url: undefined }]);
});

test.each(Object.keys(noteLabels))(
  'the field behind the note %s is explained to editors',
  (note) => {
    expect(readFileSync('docs/editors/stories.md', 'utf8')).toContain(`\`${note}\``);
  },
);
