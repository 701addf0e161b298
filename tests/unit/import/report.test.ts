import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownLosses, noteOfLoss } from '../../../src/import/writer/note-words.ts';
import { type Report, reportAsMarkdown } from '../../../src/import/writer/report.ts';

const words = 'src/import/words';

test('every loss of the words is a sentence in the report', () => {
  const kinds = readdirSync(words, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(words, name), 'utf8').matchAll(/\blose\(\s*[\w.]+,\s*'([^']+)'/g),
    ])
    .map(([, kind]) => kind);
  expect(new Set(kinds).size).toBeGreaterThan(15);
  expect([...new Set(kinds)].filter((kind) => !knownLosses.includes(kind ?? ''))).toEqual([]);
  for (const what of knownLosses) {
    for (const harmless of [true, false]) {
      const note = noteOfLoss({ what, found: 'x', harmless });
      expect(note.what).toMatch(/^[A-Z].*\s/);
      expect(note.weight).toBe(harmless ? 'know' : 'look');
    }
  }
});

const report = (parts: Partial<Report>): Report => ({
  source: 'WordPress export (WXR 1.2)',
  dryRun: false,
  counts: { stories: 1 },
  publication: {},
  entries: [],
  notes: [],
  ...parts,
});

test('the report begins with what matters most, not with what there is most of', () => {
  const of = (what: string, harmless: boolean) => noteOfLoss({ what, found: what, harmless });
  const text = reportAsMarkdown(
    report({
      entries: [
        {
          id: '1',
          type: 'post',
          result: 'story',
          file: 'articles/2024/weir/index.md',
          notes: [
            of('script', true),
            of('form', true),
            of('picture without alt', false),
            of('picture without alt', false),
            of('embed', false),
            { weight: 'lost', what: 'A picture cannot be used', found: 'b.jpg' },
            { weight: 'lost', what: 'A picture cannot be used', found: 'c.jpg' },
            { weight: 'lost', what: 'A picture is missing', found: 'a.jpg' },
          ],
        },
      ],
    }),
  );
  expect(text.match(/^##.*$/gm)).toEqual([
    '## Could not be brought',
    '### A picture is missing (1)',
    '### A picture cannot be used (2)',
    '## Needs an editor’s eye',
    '### An embed that the paper has no card for (1)',
    '### A picture without a description for those who cannot see it (2)',
    '## Good to know',
    '### A form: a paper cannot receive it (1)',
    '### A script: left out (1)',
  ]);
  expect(text).toContain(
    '### A picture is missing (1)\n\nPut it among the uploads, or allow `--download`, and run the import again.\n\n- `articles/2024/weir/index.md: a.jpg`',
  );
});

test('what is held back is named by its number and a reason in plain words', () => {
  const held = (id: string, why: string) => ({
    id,
    type: 'post',
    result: 'held back' as const,
    why,
    notes: [],
  });
  const text = reportAsMarkdown(
    report({ entries: [held('7', 'password'), held('9', 'future'), held('11', 'password')] }),
  );
  expect(text).toContain(
    '## Held back (3)\n\n- protected by a password: 7, 11\n- scheduled for later: 9',
  );
});
