import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { LikenessDocument, LikenessText } from '../../src/edition/likeness.ts';

/** An article with a known subject: Related News should find the others with the same label. */
export type Labelled = LikenessDocument & LikenessText & { label: string };

/**
 * Random numbers from 0 (inclusive) to 1 (exclusive): the same seed gives the same ones on every machine (mulberry32).
 */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const vocabulary = 150_000;
const sections = 8;
const articlesPerLabel = 25;
const wordsPerArticle = 600;

const starts = 'b d f g h k l m n p r s t v z st'.split(' ');
const syllables = starts.flatMap((start) => ['a', 'e', 'i', 'o', 'u'].map((end) => start + end));

/** The word with a given rank: the more common, the shorter, as in natural language. */
const wordOf = (rank: number): string => {
  let rest = rank;
  let word = '';
  do {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length) - 1;
  } while (rest >= 0);
  return word;
};

const oneOf = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A random rank between two, by Zipf's law: the second word is half as frequent as the first. */
export const zipf = (least: number, most: number, random: () => number): number =>
  Math.floor(least * (most / least) ** random());

const favourites = (count: number, random: () => number): string[] =>
  Array.from({ length: count }, () => wordOf(zipf(100, 50_000, random)));

/**
 * Generates articles on known subjects. Nearly all words are drawn from one vocabulary that all articles share. One in
 * twenty is a favourite of the label (each article uses a third of these), nearly as many belong to the section, and a
 * third of the articles also touch on another label's subject.
 */
export const generateCorpus = (count: number, seed = 1): Labelled[] => {
  const random = seededRandom(seed);
  const labels = Math.max(2, Math.round(count / articlesPerLabel));
  const ofLabel = Array.from({ length: labels }, () => favourites(60, random));
  const ofSection = Array.from({ length: sections }, () => favourites(60, random));

  const texts = Array.from({ length: count }, (_, n) => {
    const label = n % labels;
    const own = (ofLabel[label] ?? []).filter(() => random() < 1 / 3);
    const aside = random() < 1 / 3 ? oneOf(ofLabel, random) : [];
    const shared = ofSection[label % sections] ?? [];
    const words = (length: number, share: number): string =>
      Array.from({ length }, () => {
        const draw = random();
        if (draw < share && own.length > 0) return oneOf(own, random);
        if (draw < share + 0.04) return oneOf(shared, random);
        if (draw < share + 0.06 && aside.length > 0) return oneOf(aside, random);
        return wordOf(zipf(1, vocabulary, random));
      }).join(' ');
    const body = Array.from({ length: wordsPerArticle / 60 }, () => words(60, 0.05)).join('.\n\n');
    const name = `${wordOf(label % sections)}-${label}`;
    return { label: name, text: `${words(8, 0.15)}\n${words(20, 0.1)}\n\n${body}.\n` };
  });
  return withMetadata(texts, seed);
};

/**
 * Adds metadata to labelled texts. The section is the label up to its first punctuation mark (`sci.space`, `sport-17`);
 * 60 % have their label as a topic, 30 % a random one; dates are unrelated to the subject.
 */
const withMetadata = (
  texts: readonly { label: string; text: string }[],
  seed: number,
): Labelled[] => {
  const random = seededRandom(seed + 1);
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  return texts.map(({ label, text }, n) => {
    const [headline = '', standfirst = '', ...body] = text.split('\n');
    const draw = random();
    const topics = draw < 0.6 ? [label] : draw < 0.9 ? [oneOf(labels, random)] : [];
    const day = Math.floor(random() * 730);
    return {
      id: `${label}/${n}`,
      label,
      headline,
      standfirst,
      body: body.join('\n'),
      topics,
      section: label.split(/[-./_ ]/)[0] ?? label,
      published: new Date(Date.UTC(2024, 0, 1 + day, n % 24)).toISOString(),
    };
  });
};

/**
 * Reads `<label>/<n>.txt`: the first line is the headline, the second the standfirst, the rest the body.
 * @throws if the folder has no such file
 */
export const readCorpus = async (folder: string, seed = 1): Promise<Labelled[]> => {
  const files = (await readdir(folder, { recursive: true }))
    .map((file) => file.split(path.sep))
    .filter((parts) => parts.length === 2 && parts[1]?.endsWith('.txt'))
    .map((parts) => parts.join('/'))
    .sort();
  if (files.length === 0) throw new Error(`${folder} contains no <label>/<n>.txt.`);
  const texts: { label: string; text: string }[] = [];
  for (const file of files) {
    texts.push({
      label: path.dirname(file),
      text: await readFile(path.join(folder, file), 'utf8'),
    });
  }
  return withMetadata(texts, seed);
};

/** Writes `<label>/<n>.txt` files, as `readCorpus` reads them. */
export const writeCorpus = async (folder: string, corpus: readonly Labelled[]): Promise<void> => {
  for (const { id, label, headline, standfirst, body } of corpus) {
    await mkdir(path.join(folder, label), { recursive: true });
    await writeFile(path.join(folder, `${id}.txt`), `${headline}\n${standfirst}\n${body}`);
  }
};

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: {
      articles: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
    },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error('Usage: node tests/bench/corpus.ts FOLDER [--articles 2000] [--seed 1]');
    process.exitCode = 1;
  } else {
    const corpus = generateCorpus(Number(values.articles), Number(values.seed));
    await writeCorpus(folder, corpus);
    console.log(`${corpus.length} articles in ${folder}`);
  }
}
