import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTermCounter } from '../../src/edition/counted-terms.ts';
import { createLikeness, partsOf } from '../../src/edition/likeness.ts';
import { listsIn, rankAll } from '../../src/edition/ranking.ts';
import { likenessIn } from '../../src/edition/related-lists.ts';
import { keptSuffix } from '../../src/kept.ts';
import { keepTerms, readTerms } from '../../src/press/kept-terms.ts';
import { generateCorpus } from '../bench/corpus.ts';

const count = createTermCounter('en');
const countTerms = (document: Parameters<typeof partsOf>[0]) => count(partsOf(document));
const corpus = generateCorpus(120).map((document, n, all) => ({
  ...document,
  // Some have picks, in an order of the editor's.
  related:
    n % 10 === 0 ? [all[(n + 7) % all.length], all[n + 1]].flatMap((pick) => pick?.id ?? []) : [],
}));

const words = new Map(corpus.map((document) => [document.id, countTerms(document)]));
const listed = (limit: number) =>
  likenessIn(
    listsIn(
      rankAll(
        corpus.map((document) => ({ ...document, text: document.id })),
        (text) => words.get(text) ?? count([]),
        limit,
      ),
    ),
  );

let work: string;
beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'terms-'));
});
afterEach(() => {
  rmSync(work, { recursive: true });
});

test('lists made ahead answer as the stories themselves would, for every story and every shorter list', () => {
  const { related } = createLikeness(corpus, countTerms);
  const ahead = listed(9);
  for (const { id, related: picks } of corpus) {
    for (const limit of [0, 1, 2, 5, 9]) {
      expect(ahead.related(id, limit), id).toEqual(related(id, limit, picks));
    }
  }
  expect(ahead.related('nowhere', 3)).toEqual([]);
});

test('a longer list than was made is refused, not cut short', () => {
  const ahead = listed(3);
  expect(() => ahead.related(corpus[0]?.id ?? '', 4)).toThrow('3 related stories');
});

test('words that are kept between builds are those that were counted', () => {
  const texts = new Map(corpus.map((document) => [document.id, countTerms(document)]));
  texts.set('no words', count([]));
  keepTerms(work, 'code', texts);
  expect(readTerms(work, 'code')).toEqual(texts);
  expect(readTerms(work, 'other code')).toEqual(new Map());
});

test('words that were damaged are counted again', () => {
  keepTerms(work, 'code', new Map([['a', count([['grain ships', 1]])]]));
  const file = path.join(work, `terms${keptSuffix}`);
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) + 1;
  writeFileSync(file, bytes);
  expect(readTerms(work, 'code')).toEqual(new Map());
});
