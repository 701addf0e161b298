import { expect, test } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { editionOf, ids, story } from './stories.ts';

/** Related News under the first of these stories. */
function relatedTo(articles: [Article, ...Article[]], limit = 4): string[] {
  const edition = editionOf(articles);
  const [{ id }] = articles;
  const article = edition.article(id);
  if (!article) throw new Error(`${id} is not public`);
  return ids(edition.related(article, limit));
}

const old = '2020-01-01T00:00:00Z';
const elsewhere = { section: 'sport' };

test('the editor’s picks come first, in the editor’s order', () => {
  const read = story('read', { topics: ['NATO'], related: ['second', 'first'] });
  const list = relatedTo([
    read,
    story('first', elsewhere),
    story('topical', { topics: ['NATO'] }),
    story('second', { ...elsewhere, published: old }),
  ]);
  expect(list).toEqual(['second', 'first', 'topical']);
});

test('picks that are not public, or are not there, are left out', () => {
  const list = relatedTo([
    story('read', { related: ['draft', 'tomorrow', 'gone', 'fine'] }),
    story('draft', { draft: true }),
    story('tomorrow', { published: '2030-01-01T00:00:00Z' }),
    story('fine', elsewhere),
  ]);
  expect(list).toEqual(['fine']);
});

test('a topic counts the more the rarer it is', () => {
  const list = relatedTo([
    story('read', { topics: ['War', 'Grain'] }),
    story('war-1', { topics: ['War'] }),
    story('war-2', { topics: ['War'] }),
    story('grain', { ...elsewhere, topics: ['grain'], published: old }),
  ]);
  expect(list).toEqual(['grain', 'war-1', 'war-2']);
});

test('two shared topics count more than one of them', () => {
  const list = relatedTo([
    story('read', { topics: ['War', 'Grain'] }),
    story('one', { ...elsewhere, topics: ['Grain'] }),
    story('two', { ...elsewhere, topics: ['Grain', 'War'], published: old }),
  ]);
  expect(list).toEqual(['two', 'one']);
});

test('of stories that share as much the newer comes first', () => {
  const list = relatedTo([
    story('read', { topics: ['War'] }),
    story('older', { ...elsewhere, topics: ['War'], published: old }),
    story('newer', { ...elsewhere, topics: ['War'] }),
  ]);
  expect(list).toEqual(['newer', 'older']);
});

test('a topic that every story has still relates', () => {
  const list = relatedTo([
    story('read', { topics: ['War'] }),
    story('other', { ...elsewhere, topics: ['War'] }),
  ]);
  expect(list).toEqual(['other']);
});

test('the newest of the section follow the stories that share a topic', () => {
  const list = relatedTo([
    story('read', { topics: ['War'] }),
    story('neighbour', { published: '2025-02-20T00:00:00Z' }),
    story('old-neighbour', { published: '2025-02-10T00:00:00Z' }),
    story('topical', { ...elsewhere, topics: ['War'], published: old }),
  ]);
  expect(list).toEqual(['topical', 'neighbour', 'old-neighbour']);
});

test('nothing unrelated fills the list up', () => {
  const list = relatedTo([
    story('read', { topics: ['War'] }),
    story('football', { ...elsewhere, topics: ['Football'] }),
  ]);
  expect(list).toEqual([]);
});

test('a story is not related to itself, even where an editor picks it', () => {
  expect(relatedTo([story('read', { topics: ['War'], related: ['read'] })])).toEqual([]);
});

test('no story is listed twice, however many ways it is related', () => {
  const list = relatedTo([
    story('read', { topics: ['War'], related: ['other', 'other'] }),
    story('other', { topics: ['War'] }),
  ]);
  expect(list).toEqual(['other']);
});

test('the list ends at its limit, and is full where enough is related', () => {
  const neighbours = ['a', 'b', 'c', 'd', 'e'].map((id) => story(id));
  expect(relatedTo([story('read', { published: old }), ...neighbours], 3)).toEqual(['a', 'b', 'c']);
  // Also where the story itself is among the newest of its section.
  expect(relatedTo([story('aa'), ...neighbours], 3)).toEqual(['a', 'b', 'c']);
});
