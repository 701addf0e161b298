import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { createTermCounter } from '../../src/edition/counted-terms.ts';
import {
  createLikeness,
  type LikenessDocument,
  type LikenessText,
  partsOf,
} from '../../src/edition/likeness.ts';
import { generateCorpus, type Labelled, readCorpus, seededRandom } from './corpus.ts';

/** The length of a list of Related News. */
const five = 5;

type Ranking = (article: Labelled) => readonly string[];

const newestFirst = (corpus: readonly Labelled[]): Labelled[] =>
  [...corpus].sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));

const ours = (corpus: readonly (LikenessDocument & LikenessText)[]): Ranking => {
  const countTerms = createTermCounter('en');
  const likeness = createLikeness(corpus, (document) => countTerms(partsOf(document)));
  return ({ id }) => likeness.related(id, five);
};

const newestInSection = (corpus: readonly Labelled[]): Ranking => {
  const sections = Map.groupBy(newestFirst(corpus), ({ section }) => section);
  return (article) =>
    (sections.get(article.section) ?? [])
      .slice(0, five + 1)
      .map(({ id }) => id)
      .filter((id) => id !== article.id)
      .slice(0, five);
};

const sharedTopics = (corpus: readonly Labelled[]): Ranking => {
  const onTopic = Map.groupBy(newestFirst(corpus), ({ topics: [topic = ''] }) => topic);
  return ({ id, topics: [topic] }) =>
    (topic === undefined ? [] : (onTopic.get(topic) ?? []))
      .map((other) => other.id)
      .filter((other) => other !== id)
      .slice(0, five);
};

const anyFive = (corpus: readonly Labelled[]): Ranking => {
  const random = seededRandom(5);
  return () =>
    Array.from({ length: five }, () => corpus[Math.floor(random() * corpus.length)]?.id ?? '');
};

/**
 * Prints precision at 5: the share of five places that hold an article with the same label. An empty place is a miss.
 */
const judge = (corpus: readonly Labelled[]): void => {
  const labels = new Map(corpus.map(({ id, label }) => [id, label]));
  const untagged = corpus.map((document) => ({ ...document, topics: [] }));
  const rankings: [string, Ranking][] = [
    ['ours', ours(corpus)],
    ['ours, by text alone', ours(untagged)],
    ['shared topics', sharedTopics(corpus)],
    ['newest in section', newestInSection(corpus)],
    ['random', anyFive(corpus)],
  ];
  console.log(`${corpus.length} articles, ${new Set(labels.values()).size} labels`);
  console.log(`${''.padEnd(20)}  precision@5  listed`);
  for (const [name, ranking] of rankings) {
    let right = 0;
    let listed = 0;
    for (const article of corpus) {
      const list = ranking(article);
      listed += list.length;
      right += list.filter((id) => labels.get(id) === article.label && id !== article.id).length;
    }
    const precision = (right / (five * corpus.length)).toFixed(3);
    console.log(
      `${name.padEnd(20)}  ${precision.padStart(11)}  ${(listed / corpus.length).toFixed(1).padStart(6)}`,
    );
  }
};

/** Prints what Related News costs for all articles: CPU time, and memory on top of the corpus. */
const measure = (count: number): void => {
  const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0).padStart(6);
  const corpus = generateCorpus(count);
  const before = process.resourceUsage().maxRSS * 1024;
  const began = process.cpuUsage();
  const ranking = ours(corpus);
  let listed = 0;
  for (const article of corpus) listed += ranking(article).length;
  const { user, system } = process.cpuUsage(began);
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(
    `${String(count).padStart(8)}  ${((user + system) / 1e6).toFixed(2).padStart(11)}` +
      `  ${megabytes(before)} MB  ${megabytes(peak)} MB  ${(listed / count).toFixed(1).padStart(6)}`,
  );
};

const { values } = parseArgs({
  options: {
    /** A folder of `<label>/<n>.txt` to use instead of a generated corpus. */
    corpus: { type: 'string' },
    /** Measures time and memory for this many articles, and for a tenth and half as many. */
    articles: { type: 'string' },
    /** Measures time and memory for this many articles, in this process. */
    measure: { type: 'string' },
  },
});

if (values.measure !== undefined) {
  measure(Number(values.measure));
} else if (values.articles !== undefined) {
  const count = Number(values.articles);
  console.log('articles  CPU seconds  corpus in  peak       listed');
  // Each in its own process, because peak memory never goes down.
  for (const size of [count / 10, count / 2, count].map(Math.round)) {
    spawnSync(process.execPath, [import.meta.filename, '--measure', String(size)], {
      stdio: 'inherit',
    });
  }
} else {
  judge(values.corpus === undefined ? generateCorpus(2000) : await readCorpus(values.corpus));
}
