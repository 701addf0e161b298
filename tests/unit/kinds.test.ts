import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { updateToShow } from '../../src/edition/updated.ts';
import { changeNotesOf, headingOfChanges } from '../../src/edition/change-notes.ts';
import { changeItems } from '../../src/feeds/change-items.ts';
import type { ChangeKind } from '../../src/language/change-notes.ts';
import { wordsFor } from '../../src/language/words.ts';
import { kinds, traitsOf } from '../../src/schemas/kinds.ts';
import { editionOf, ids, stories, story } from './stories.ts';

test('every kind except news is named next to the headline', () => {
  expect(kinds.filter((kind) => !traitsOf(kind).labelled)).toEqual(['news']);
});

describe('every kind of story', () => {
  const manual = readFileSync('docs/editors/stories.md', 'utf8');

  test.each(kinds)('%s is explained to editors in the table of kinds', (kind) => {
    expect(manual).toMatch(new RegExp(`^\\| \`${kind}\` +\\|`, 'm'));
  });
});

describe('a sponsored story', () => {
  const paid = story('paid', {
    kind: 'sponsored',
    published: '2025-02-14T00:00:00Z',
    topics: ['Grain'],
  });

  test('is in Must Read only if the editor ranks it', () => {
    expect(ids(editionOf([paid, ...stories(2)]).mustRead(5))).toEqual(['a', 'b']);
    const ranked = { ...paid, mustRead: 2 };
    expect(ids(editionOf([ranked, ...stories(2)]).mustRead(5))).toEqual(['paid', 'a', 'b']);
  });

  test('leads the front page only if the editor ranks it', () => {
    const front = editionOf([paid, ...stories(2)]).front();
    expect(front.lead?.id).toBe('a');
    expect(ids(front.secondaries)).toEqual(['b']);
    expect(editionOf([{ ...paid, mustRead: 1 }, ...stories(2)]).front().lead?.id).toBe('paid');
  });

  test('never leads the front page automatically, even if there is nothing else', () => {
    const front = editionOf([paid]).front();
    expect(front.lead).toBeUndefined();
    expect(front.blocks.flatMap(({ articles }) => ids(articles))).toEqual(['paid']);
  });

  test('appears in related news only where the editor puts it', () => {
    const reader = story('reader', { topics: ['Grain'] });
    const grain = stories(1, { topics: ['Grain'] });
    const others = stories(20).slice(1);
    const { related } = editionOf([paid, reader, ...grain, ...others]);
    expect(ids(related(reader, 5))).toEqual(['a']);
    const picked = { ...reader, related: ['paid'] };
    expect(ids(editionOf([paid, picked]).related(picked, 5))).toEqual(['paid']);
  });

  test('is listed in its section like any other', () => {
    expect(ids(editionOf([paid]).inSection('world'))).toEqual(['paid']);
  });
});

describe('“Updated”', () => {
  const published = '2025-02-13T20:15:00+02:00';
  const minute = (moment: string) => new Date(moment).toISOString().slice(0, 16);

  test.each([
    ['nothing', undefined, undefined],
    ['the same time', published, undefined],
    ['the same time with another offset', '2025-02-13T18:15:00Z', undefined],
    ['a time that reads the same', '2025-02-13T18:15:42Z', undefined],
    ['a later minute', '2025-02-13T18:16:00Z', '2025-02-13T18:16:00Z'],
  ])('of %s is shown as %s', (_, updated, shown) => {
    expect(updateToShow({ published, updated }, minute)).toBe(shown);
  });
});

describe('corrections', () => {
  const wrong = story('wrong', {
    corrections: [
      { date: '2025-02-14T00:30:00+02:00', text: 'One & two.' },
      { date: '2025-02-16T00:00:00Z', text: 'Three.' },
    ],
  });
  const worse = story('worse', {
    section: 'arts',
    corrections: [
      { date: '2025-02-15T00:00:00Z', text: 'Four.' },
      { date: '2025-02-15T00:00:00Z', text: 'Five.' },
    ],
  });
  const edition = editionOf([
    wrong,
    worse,
    story('draft', { draft: true, corrections: [{ date: '2025-02-20T00:00:00Z', text: 'No.' }] }),
  ]);

  test('are listed together, newest first, without those of drafts', () => {
    expect(edition.changes().map(({ text, article }) => [text, article.id])).toEqual([
      ['Three.', 'wrong'],
      ['Four.', 'worse'],
      ['Five.', 'worse'],
      ['One & two.', 'wrong'],
    ]);
    expect(editionOf(stories(2)).changes()).toEqual([]);
  });

  test('are listed with every other note on a change, which have the same places', () => {
    const noted = story('noted', {
      corrections: [{ date: '2025-02-16T00:00:00Z', text: 'Two.' }],
      changeNotes: [
        { kind: 'update', date: '2025-02-17T00:00:00Z', text: 'Three.' },
        { kind: 'correction', date: '2025-02-15T00:00:00Z', text: 'One.' },
      ],
    });
    expect(changeNotesOf(noted).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'correction: One.',
      'correction: Two.',
      'update: Three.',
    ]);
    expect(editionOf([noted]).changes()[0]).toMatchObject({
      kind: 'update',
      article: { id: 'noted' },
    });
  });

  test('alone are headed as such; other notes each say what they are', () => {
    const words = wordsFor('en-GB');
    const heading = (...kinds: ChangeKind[]) => {
      const notes = kinds.map((kind) => ({ kind, date: '2025-02-16T00:00:00Z', text: 'One.' }));
      const { title, label, hasCorrection } = headingOfChanges(notes, words);
      return [title, hasCorrection, ...notes.map(label)];
    };
    expect(heading('correction')).toEqual(['Corrections', true, undefined]);
    expect(heading('correction', 'update')).toEqual([
      'Corrections and updates',
      true,
      'Correction',
      'Update',
    ]);
    expect(heading('clarification')).toEqual(['Corrections and updates', false, 'Clarification']);
  });

  test('are feed items, each with a guid that survives a new headline', () => {
    const setting = {
      url: ({ id }: { id: string }) => `https://news.example/${id}/#corrections`,
      title: (kind: string, headline: string) => `${kind} of ${headline}`,
      section: (id: string) => id.toUpperCase(),
    };
    const items = changeItems(edition.changes(), setting);
    expect(items.at(-1)).toMatchObject({
      url: 'https://news.example/wrong/#corrections',
      title: 'correction of About wrong',
      summary: 'One & two.',
      content:
        '<p>One &amp; two.</p><p><a href="https://news.example/wrong/#corrections">About wrong</a></p>',
      published: new Date('2025-02-13T22:30:00Z'),
      categories: ['WORLD'],
    });
    const guids = items.map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(4);
    const renamed = editionOf([{ ...wrong, headline: 'Renamed' }, worse]).changes();
    expect(changeItems(renamed, setting).map(({ guid }) => guid)).toEqual(guids);
  });
});
