import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CountedTerms, createTermCounter } from '../../src/edition/counted-terms.ts';
import { rankAgain } from '../../src/edition/rank-again.ts';
import { rankAll, type Ranked, type Ranking } from '../../src/edition/ranking.ts';
import { stepped } from '../../src/edition/stepped.ts';
import { keptSuffix } from '../../src/kept.ts';
import { keepRanking, readRanking } from '../../src/press/kept-ranking.ts';
import { seededRandom } from '../bench/corpus.ts';

const limit = 8;
const count = createTermCounter('en');
const counted = new Map<string, CountedTerms>();
/** In these tests, a text is its own digest. */
const words = (text: string): CountedTerms => {
  const found = counted.get(text) ?? count([[text, 1]]);
  counted.set(text, found);
  return found;
};

/** A newsroom that makes stories up and changes them, with so many words in use: the first are the most frequent. */
const newsroom = (seed: number, vocabulary: number) => {
  const random = seededRandom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const word = (): string => `w${String(Math.floor(vocabulary * random() ** 2.2))}`;
  const text = (): string => Array.from({ length: 5 + below(40) }, word).join(' ');
  const date = (): string => new Date(1.6e12 + below(3000) * 8 * 3600e3).toISOString();
  const topics = (): string[] =>
    Array.from({ length: below(4) }, () => `t${String(Math.floor(60 * random() ** 2))}`);
  const section = (): string => 'abc'.charAt(below(3));
  let written = 0;
  const story = (): Ranked => ({
    id: `${String(below(1000))}-${String((written += 1))}`,
    ...{ section: section(), published: date(), topics: topics(), related: [], text: text() },
  });

  /** What can happen to a story's words and fields. */
  const changes: ((one: Ranked, stories: readonly Ranked[]) => Ranked)[] = [
    (one) => ({ ...one, text: one.text.replace(/w\d+/, word()) }),
    (one) => ({ ...one, text: one.text.replace(/w\d+/, 'w0') }),
    (one) => ({ ...one, text: text() }),
    (one) => ({ ...one, section: section() }),
    (one) => ({ ...one, topics: topics() }),
    (one, stories) => ({
      ...one,
      related: [stories[below(stories.length)]?.id ?? one.id, 'nowhere'],
    }),
  ];
  /** Stories that move in time, come or go. */
  const moves: ((stories: Ranked[], at: number, one: Ranked) => unknown)[] = [
    (stories, at, one) => (stories[at] = { ...one, published: date() }),
    (stories) => stories.push(story()),
    (stories, _at, one) => stories.push({ ...story(), text: `${one.text} ${word()}` }),
    (stories, at) => stories.splice(at, 1),
  ];
  return {
    stories: (length: number): Ranked[] => Array.from({ length }, story),
    /** A day at the paper: mostly one story is saved, sometimes several, and the disk lists them in any order. */
    goOn: (before: readonly Ranked[]): Ranked[] => {
      const stories = [...before];
      for (let left = random() < 0.7 ? 1 : 1 + below(6); left > 0; left -= 1) {
        const at = below(stories.length);
        const one = stories[at];
        if (!one) continue;
        if (random() < 0.4) moves[below(moves.length)]?.(stories, at, one);
        else stories[at] = changes[below(changes.length)]?.(one, stories) ?? one;
      }
      return random() < 0.3 ? stories.sort(() => random() - 0.5) : stories;
    },
  };
};

interface Size {
  stories: number;
  vocabulary: number;
  saves: number;
  reach?: number;
}

/** The spread has no order. */
const comparable = ({ spread, ...ranking }: Ranking) => ({
  ...ranking,
  spread: [...spread].sort(([a], [b]) => a - b),
});

test.each([
  ['a small paper, in which a story changes much', { stories: 60, vocabulary: 50, saves: 100 }],
  ['a paper of many words', { stories: 300, vocabulary: 2000, saves: 40 }],
  [
    'a paper in which more stories share a word than are compared with each other',
    { stories: 300, vocabulary: 400, saves: 100, reach: 20 },
  ],
  ['one in which all do', { stories: 200, vocabulary: 60, saves: 60, reach: 6 }],
])(
  'after every save, %s lists what it would list if it began anew',
  (_paper, { stories: length, vocabulary, saves, reach }: Size) => {
    const { stories, goOn } = newsroom(length, vocabulary);
    let paper = stories(length);
    let ranking = rankAll(paper, words, limit, reach);
    for (let save = 0; save < saves; save += 1) {
      paper = goOn(paper);
      ranking = rankAgain(ranking, paper, words, limit, reach);
      const anew = rankAll(paper, words, limit, reach);
      expect(comparable(ranking), String(save)).toEqual(comparable(anew));
    }
  },
);

test('a story that is saved has few lists made again, not all', () => {
  const paper = newsroom(1, 4000).stories(1000);
  const before = rankAll(paper, words, limit);
  const saved = paper.map((story, n) =>
    n === 500 ? { ...story, text: `${story.text} w17` } : story,
  );
  const asked: string[] = [];
  const after = rankAgain(
    before,
    saved,
    (text) => {
      asked.push(text);
      return words(text);
    },
    limit,
  );
  const kept = after.texts.filter((vector, place) => vector === before.texts[place]);
  expect(kept.length).toBeGreaterThan(900);
  expect(kept.length).toBeLessThan(1000);
  expect(asked).toContain(paper[500]?.text);
});

test('a story that was picked before it was there is listed as soon as it is', () => {
  const paper = newsroom(6, 4000).stories(300);
  const [any, ...others] = paper;
  const picked = any && { ...any, topics: [], text: 'none of these words' };
  const picking = others.map((story, n) =>
    n === 100 && picked ? { ...story, related: [picked.id] } : story,
  );
  const before = rankAll(picking, words, limit);
  const { stories, lists } = rankAgain(
    before,
    [...picking, ...(picked ? [picked] : [])],
    words,
    limit,
  );
  const place = stories.findIndex(({ id }) => id === picking[100]?.id);
  expect(stories[lists[place]?.places[0] ?? -1]?.id).toBe(picked?.id);
});

test('with nothing new, nothing is made again', () => {
  const paper = newsroom(2, 100).stories(50);
  const before = rankAll(paper, words, limit);
  expect(rankAgain(before, [...paper].reverse(), words, limit)).toBe(before);
});

test('longer lists are made from the beginning', () => {
  const paper = newsroom(3, 100).stories(50);
  const before = rankAll(paper, words, 3);
  expect(rankAgain(before, paper, words, limit)).toEqual(rankAll(paper, words, limit));
});

test('counts go up in steps: each by itself up to eight, then four between a number and its double', () => {
  const steps = Array.from({ length: 41 }, (_, n) => stepped(n));
  expect([...new Set(steps)]).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40,
  ]);
  expect(stepped(50_000)).toBe(49_152);
});

let work: string;
beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), 'ranking-'));
});
afterEach(() => {
  rmSync(work, { recursive: true });
});

test('a ranking that is kept between builds is the one that was made', () => {
  const { stories, goOn } = newsroom(4, 300);
  let paper = stories(80);
  for (let save = 0; save < 20; save += 1) paper = goOn(paper);
  const ranking = rankAll(paper, words, limit);
  keepRanking(work, 'code', ranking);
  expect(readRanking(work, 'code')).toEqual(ranking);
  expect(readRanking(work, 'other code')).toBeUndefined();
});

test('a ranking that was damaged is made again', () => {
  keepRanking(work, 'code', rankAll(newsroom(5, 50).stories(5), words, limit));
  const file = path.join(work, `ranking${keptSuffix}`);
  const bytes = readFileSync(file);
  bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) + 1;
  writeFileSync(file, bytes);
  expect(readRanking(work, 'code')).toBeUndefined();
});
