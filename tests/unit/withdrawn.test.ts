import { describe, expect, test } from 'vitest';
import { changeNotesOf } from '../../src/edition/change-notes.ts';
import { createCatalogue } from '../../src/edition/catalogue.ts';
import { asItStands } from '../../src/edition/withdrawn.ts';
import { articleSchema } from '../../src/schemas/article.ts';
import { z } from 'zod';
import { editionOf, ids, stories, story } from './stories.ts';

const withdrawn = { date: '2025-02-20T10:00:00+02:00', reason: 'It was a hoax.' };
const data = articleSchema(z.string()).parse({
  headline: 'A bridge',
  standfirst: 'Secret.',
  section: 'world',
  authors: ['reporter'],
  published: '2025-02-13T20:15:00+02:00',
  updated: '2025-02-14T20:15:00+02:00',
  kicker: 'Secret',
  keyPoints: ['Secret.', 'Secret.'],
  dateline: 'Secret',
  leadImage: { src: './secret.jpg', alt: 'Secret' },
  source: { name: 'Secret' },
  mustRead: 1,
  related: ['secret'],
  topics: ['Bridges'],
  corrections: [{ date: '2025-02-14T09:00:00Z', text: 'Secret.' }],
  changeNotes: [{ kind: 'update', date: '2025-02-14T09:00:00Z', text: 'Secret.' }],
  formerUrls: ['/old/'],
  withdrawn,
});
const at = (moment: string) => asItStands({ data, body: 'Secret.' }, new Date(moment));

test('a story that will be withdrawn is not asked for its text before somebody shows it', () => {
  const unread = {
    data,
    get body(): string {
      throw new Error('asked for its text');
    },
  };
  const before = asItStands(unread, new Date('2025-02-20T07:59:59Z'));
  expect(before.data.withdrawn).toBeUndefined();
  expect(() => before.body).toThrow('asked for its text');
  expect(asItStands(unread, new Date('2025-02-20T08:00:00Z')).body).toBe('');
});

describe('a story that is withdrawn', () => {
  test('has its words until then, and nothing of them from then on', () => {
    const before = at('2025-02-20T07:59:59Z');
    expect(before).toEqual({ data: { ...data, withdrawn: undefined }, body: 'Secret.' });
    const after = at('2025-02-20T08:00:00Z');
    expect(JSON.stringify(after)).not.toMatch(/secret/i);
    expect(after.data).toMatchObject({
      headline: 'A bridge',
      standfirst: 'It was a hoax.',
      published: data.published,
      updated: data.updated,
      authors: ['reporter'],
      formerUrls: ['/old/'],
      comments: false,
      ads: false,
      withdrawn,
    });
  });

  test('has its withdrawal as the only note', () => {
    expect(changeNotesOf(at('2025-03-01T00:00:00Z').data)).toEqual([
      { kind: 'withdrawal', date: withdrawn.date, text: withdrawn.reason },
    ]);
  });

  test('is in no list of an edition, but has a page and is among its changes', () => {
    const gone = story('gone', { withdrawn, topics: ['Bridges'], mustRead: 1 });
    const edition = editionOf([...stories(3), gone]);
    expect(ids(edition.articles)).not.toContain('gone');
    expect(ids(edition.mustRead(9))).not.toContain('gone');
    expect(ids(edition.inSection('world'))).not.toContain('gone');
    expect(edition.topics.all).toEqual([]);
    expect(edition.article('gone')).toBeUndefined();
    expect(ids(edition.withdrawn)).toEqual(['gone']);
    expect(edition.changes().map(({ kind, article }) => [kind, article.id])).toEqual([
      ['withdrawal', 'gone'],
    ]);
  });

  test('stays where those who follow a list look for it', () => {
    const gone = story('gone', { withdrawn });
    const material = { articles: [gone], sections: [], authors: [] };
    expect(createCatalogue(material).articles).toEqual([]);
    expect(createCatalogue({ ...material, keepsWithdrawn: true }).articles).toEqual([gone]);
  });
});
