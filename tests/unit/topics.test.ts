import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTopics } from '../../src/copy/read-single-files.ts';
import type { Article } from '../../src/edition/article.ts';
import { topicIndex } from '../../src/edition/topic-index.ts';
import { gatherTopics } from '../../src/edition/topics.ts';
import type { DescribedTopics } from '../../src/schemas/topic.ts';
import { ids, stories, story } from './stories.ts';

const gather = (articles: Article[], described: DescribedTopics = {}) =>
  gatherTopics(articles, described);
const titles = (articles: Article[], described?: DescribedTopics): string[] =>
  gather(articles, described).all.map(({ title }) => title);

/** Stories with one topic each, newest first. */
const naming = (...names: string[]): Article[] =>
  stories(names.length).map((each, n) => ({ ...each, topics: [names[n] ?? ''] }));

describe('a topic', () => {
  test('is the same whatever its capitals, and is spelled as in most stories', () => {
    expect(titles(naming('nato', 'NATO', 'Nato', 'NATO'))).toEqual(['NATO']);
  });

  test('is spelled as in the first story if no spelling is the most frequent', () => {
    expect(titles(naming('nato', 'NATO', 'Nato'))).toEqual(['Nato']);
  });

  test('is the same with any kind of apostrophe', () => {
    expect(titles(naming('Editor’s choice', "Editor's choice"))).toEqual(["Editor's choice"]);
    expect(titles(naming('Кам’янець', "Кам'янець", 'Кам\u02BCянець', 'Кам’янець'))).toEqual([
      'Кам’янець',
    ]);
  });

  test.each(['\u200B', '\u00AD', '\u2060', '\uFEFF', '\u200E', '\u200D', '\u200C'])(
    'is the same with a character in it that nobody sees, and is shown without: %j',
    (character) => {
      const [topic, ...others] = gather(
        naming(`Київ${character}`, `Ки${character}їв`, `${character}Київ`),
      ).all;
      expect(topic).toMatchObject({ title: 'Київ', slug: 'київ' });
      expect(others).toEqual([]);
    },
  );

  test('keeps the joiners that shape its letters', () => {
    expect(titles(naming('می\u200Cخواهم'))).toEqual(['می\u200Cخواهم']);
    expect(titles(naming('👩\u200D👩\u200D👧'))).toEqual(['👩\u200D👩\u200D👧']);
  });

  test('keeps the symbols in its name: C, C++ and C# are three topics', () => {
    expect(titles(naming('C++', 'C#', 'C'))).toEqual(['C', 'C++', 'C#']);
  });

  test('lists its stories newest first, each once', () => {
    const [topic] = gather([
      story('b', { topics: ['NATO', 'Nato'] }),
      story('a', { topics: ['nato'], published: '2020-01-01T00:00:00Z' }),
    ]).all;
    expect(ids(topic?.articles ?? [])).toEqual(['b', 'a']);
  });

  test('without stories does not exist', () => {
    expect(gather([], { NATO: { synonyms: [] } }).all).toEqual([]);
    expect(gather([]).named('constructor')).toBeUndefined();
  });
});

describe('topics.yaml', () => {
  const described = {
    Nato: { title: 'NATO', text: 'An alliance.', synonyms: ['Alliance'] },
  };

  test('gives a topic its title, text and synonyms', () => {
    const topics = gather(naming('alliance', 'nato'), described);
    expect(topics.all).toMatchObject([{ slug: 'nato', title: 'NATO', text: 'An alliance.' }]);
    expect(ids(topics.named('Alliance')?.articles ?? [])).toEqual(['a', 'b']);
  });

  test('gives a story a topic once, even if it also names a synonym', () => {
    const both = story('a', { topics: ['Alliance', 'Nato'] });
    expect(gather([both], described).of(both)).toHaveLength(1);
  });

  test('shows a synonym under the topic’s own name', () => {
    expect(titles(naming('Alliance'), { Nato: { synonyms: ['alliance'] } })).toEqual(['Nato']);
  });
});

describe('the index of topics', () => {
  const index = (language: string, ...names: string[]) =>
    topicIndex(gather(naming(...names)).all, language).map(({ letter, topics }) => [
      letter,
      ...topics.map(({ title }) => title),
    ]);

  test('is sorted by first letter, accents with their letter, and names without a letter come last', () => {
    expect(index('en', 'Zoo', '2024', 'Élan', 'eel', '“Echo”', '😀', 'Äpfel', 'E g')).toEqual([
      ['A', 'Äpfel'],
      ['E', 'E g', '“Echo”', 'eel', 'Élan'],
      ['Z', 'Zoo'],
      [undefined, '😀', '2024'],
    ]);
  });

  test('files Arabic names without their article, and every alif under the same letter', () => {
    expect(
      index('ar', 'العراق', 'النقل', 'نهر', 'أخبار', 'آثار', 'الإسكان', '“المياه”', 'ال', '٢٠٢٥'),
    ).toEqual([
      ['ا', 'آثار', 'أخبار', 'الإسكان', 'ال'],
      ['ع', 'العراق'],
      ['م', '“المياه”'],
      ['ن', 'النقل', 'نهر'],
      [undefined, '٢٠٢٥'],
    ]);
    expect(index('en', 'الأردن', 'Oslo')).toEqual([
      ['O', 'Oslo'],
      ['ا', 'الأردن'],
    ]);
  });

  test('separates letters that the language treats as distinct', () => {
    expect(index('sv', 'Ö', 'O', 'Z').map(([letter]) => letter)).toEqual(['O', 'Z', 'Ö']);
    expect(index('de', 'Ö', 'O', 'Z').map(([letter]) => letter)).toEqual(['O', 'Z']);
  });
});

describe('a topics.yaml with a mistake', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'topics-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const mistakesOf = async (text: string) => {
    const file = path.join(folder, 'topics.yaml');
    await writeFile(file, text);
    return readTopics(file, 'topics.yaml').mistakes.map(({ field, found }) => [field, found]);
  };

  test.each([
    ['NATO: { synonims: [A] }', 'NATO.synonims', 'an unknown field'],
    ['NATO:', 'NATO', 'nothing'],
    ['NATO: { synonyms: A }', 'NATO.synonyms', '"A"'],
    ['NATO: { title: [A] }', 'NATO.title', '["A"]'],
    ['A: {}\na: {}', 'a', '"a", which already leads to A'],
    ['A: { synonyms: [C] }\nB: { synonyms: [c] }', 'B.synonyms.0', '"c", which already leads to A'],
    ['A: { synonyms: [B] }\nB: {}', 'A.synonyms.0', '"B", which already leads to B'],
  ])('is reported: %s', async (text, field, found) => {
    expect(await mistakesOf(text)).toEqual([[field, found]]);
  });

  test.each(['', 'NATO: {}', '"Nobody writes of this": { text: A. }'])(
    'is not reported in: %s',
    async (text) => {
      expect(await mistakesOf(text)).toEqual([]);
    },
  );

  test('that breaks the file is reported as such', async () => {
    expect(await mistakesOf('NATO: [')).toHaveLength(1);
    expect(await mistakesOf('- NATO')).toHaveLength(1);
  });
});
