import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeMistakes } from '../../../src/check/change-mistakes.ts';
import { readCopy } from '../../../src/copy/read.ts';
import { repository, told } from './repository.ts';

const story = 'articles/budget.md';

/** What is found where a number was changed at noon, with notes of these dates. */
const found = (notes: string[], strictChanges = false, field = 'changeNotes') => {
  const paper = repository();
  paper.write(story, told({ body: 'It cost 12 million.' }));
  paper.commit('2025-03-01T08:00:00Z');
  const list = notes.map((date) => `  - { date: "${date}", text: "The sum was wrong."`);
  const kind = field === 'changeNotes' ? ', kind: update }\n' : ' }\n';
  const more = notes.length > 0 ? `${field}:\n${list.map((note) => note + kind).join('')}` : '';
  paper.write(story, told({ body: 'It cost 14 million.', more }));
  paper.commit('2025-03-01T12:00:00Z');
  const { articles } = readCopy(join(paper.folder, 'content'), paper.folder);
  return changeMistakes(articles, paper.read(), { strictChanges }, 'publication.ts');
};

test('a change of substance without a note is a warning', () => {
  expect(found([])).toEqual({
    mistakes: [],
    warnings: [
      {
        file: 'content/articles/budget.md',
        field: 'changeNotes',
        found:
          'a change of substance on 2025-03-01T12:00:00Z, without a note: numbers “12” became “14”; 9% of its words',
        expected: 'a note dated 2025-03-01T12:00:00Z',
        fix: 'Say in `changeNotes` what was changed and why, or under `corrections` if it was wrong.',
      },
    ],
  });
});

test('a paper that is strict stops at it', () => {
  expect(found([], true).mistakes).toHaveLength(1);
  expect(found([], true).warnings).toEqual([]);
});

test('a note of that time explains it, be it a correction or any other', () => {
  expect(found(['2025-03-01T11:55:00Z']).warnings).toEqual([]);
  expect(found(['2025-03-01T14:30:00+02:00'], true).mistakes).toEqual([]);
  expect(found(['2025-03-01T12:00:00Z'], true, 'corrections').mistakes).toEqual([]);
});

test('a live story may grow without notes, but not lose what it said', () => {
  const paper = repository();
  const live = (entries: string): string =>
    told({ more: 'kind: live\nstate: live\n', body: entries });
  const entry = (hour: string, words: string): string =>
    `## 2025-03-01T${hour}:00:00Z At ${hour}\n\n${words}\n\n`;
  const seen = (): number => {
    const { articles } = readCopy(join(paper.folder, 'content'), paper.folder);
    const { warnings } = changeMistakes(
      articles,
      paper.read(),
      { strictChanges: false },
      'publication.ts',
    );
    return warnings.length;
  };
  paper.write(story, live(entry('08', 'They meet, 12 of them.')));
  paper.commit('2025-03-01T08:00:00Z');
  paper.write(story, live(entry('09', '14 have come.') + entry('08', 'They meet, 12 of them.')));
  paper.commit('2025-03-01T09:00:00Z');
  expect(seen()).toBe(0);
  paper.write(story, live(entry('09', '14 have come.') + entry('08', 'They meet, 11 of them.')));
  paper.commit('2025-03-01T10:00:00Z');
  expect(seen()).toBe(1);
});

test('a note on something earlier does not', () => {
  expect(found(['2025-03-01T07:00:00Z']).warnings).toHaveLength(1);
});

test('a history that cannot be read is a warning too, never a mistake', () => {
  const paper = repository();
  paper.write(story, told());
  const { mistakes, warnings } = changeMistakes(
    [],
    paper.read({ from: 'folder' }),
    { strictChanges: true },
    'publication.ts',
  );
  expect(mistakes).toEqual([]);
  expect(warnings).toMatchObject([{ file: 'publication.ts', field: 'record' }]);
});
