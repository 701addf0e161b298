/**
 * Prints what somebody waits for who saves a paragraph: until it is in the paper's folder, printed by a build of its own, and
 * by `npm run build -- --watch`. Each figure is the median of a few saves.
 *
 *     node tests/bench/watching.ts --articles 1000,10000 --saves 5
 *
 * With `--folder`, an archive that this wrote before, with its cache and its paper, is used again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ArchiveArticle, archiveMoment, generateArchive } from './archive.ts';
import { articleFile, writeContentFolder } from './content-folder.ts';
import { type Measurement, measure } from './measure.ts';
import { root, work } from './packages.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    saves: { type: 'string', default: '5' },
    /** Another engine to measure, for a comparison. */
    engine: { type: 'string', default: root },
    folder: { type: 'string' },
  },
});
const saves = Number(values.saves);

/** How often the printed page is looked at, in milliseconds. */
const pause = 20;

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;

const shownSeconds = (value: number): string => value.toFixed(1).padStart(6);

const say = (what: string, figures: readonly number[]): void => {
  console.log(
    `  ${what.padEnd(52)} ${shownSeconds(median(figures))} s (${figures.map(shownSeconds).join(',')})`,
  );
};

const envFor = (folder: string): Record<string, string> => ({
  NODE_ENV: 'production',
  PAPER_DIR: folder,
  CACHE_DIR: path.join(folder, 'cache'),
  OUT_DIR: path.join(folder, 'paper'),
  SOURCE_DATE_EPOCH: String(archiveMoment.getTime() / 1000),
});

const watch = (folder: string): { child: ChildProcess; log: () => string } => {
  const child = spawn(process.execPath, ['src/commands/build.ts', '--watch'], {
    cwd: values.engine,
    env: { ...process.env, ...envFor(folder) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  return { child, log: () => log };
};

const stepsIn = (output: string): string => (output.match(/^.* \(\d+\.\d s\)$/gm) ?? []).join('; ');

const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1e6))} MB`;

const pageOf = (folder: string, { published, slug }: ArchiveArticle): string =>
  path.join(folder, 'paper', published.slice(0, 4), published.slice(5, 7), slug, 'index.html');

const wordIn = (file: string, word: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8').includes(word);

/** Waits until something is so; throws if the build ends before. */
const until = async (isSo: () => boolean, { child, log }: ReturnType<typeof watch>) => {
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error(`The build has ended:\n${log().slice(-4000)}`);
    await setTimeout(pause);
  }
};

const measureSize = async (size: number): Promise<void> => {
  const archive = generateArchive(size);
  const folder = values.folder ?? path.join(work, `watching-${String(size)}`);
  if (!existsSync(path.join(folder, 'content'))) {
    mkdirSync(folder, { recursive: true });
    await writeContentFolder(folder, archive);
  }
  console.log(`${String(size)} articles`);
  const runOnce = async (): Promise<Measurement> => {
    const command = [process.execPath, 'src/commands/build.ts'] as const;
    const one = await measure(command, { cwd: values.engine, env: envFor(folder) });
    if (!one.ok) throw new Error(one.output.slice(-4000));
    return one;
  };
  await runOnce();

  /** Saves another story than the last time, in the middle of the archive. */
  const save = (n: number): { word: string; page: string } => {
    const story = archive.articles[Math.floor(size / 2) + n];
    if (!story) throw new Error('An archive needs more articles than there are saves.');
    const word = `Written${String(Date.now())}in`;
    const [file, whole] = articleFile({ ...story, body: `${story.body}\n\n${word} a round.` });
    writeFileSync(path.join(folder, 'content', file), whole);
    return { word, page: pageOf(folder, story) };
  };

  const alone: Measurement[] = [];
  for (let n = 1; n <= saves; n += 1) {
    const { word, page } = save(n);
    alone.push(await runOnce());
    if (!wordIn(page, word)) throw new Error(`${page} does not have “${word}”.`);
  }
  say(
    'a build of its own',
    alone.map(({ wall }) => wall),
  );
  say(
    '… in processor time',
    alone.map(({ cpu }) => cpu),
  );
  const [newest] = alone.slice(-1);
  if (newest) {
    console.log(`  steps of the last: ${stepsIn(newest.output)}; ${megabytes(newest.peak)}`);
  }

  const watching = watch(folder);
  const { child, log } = watching;
  const waiting = (): number => log().split('Waiting for changes').length - 1;
  try {
    await until(() => waiting() > 0, watching);
    const [shown, done]: [number[], number[]] = [[], []];
    for (let n = saves + 1; n <= 2 * saves; n += 1) {
      const before = waiting();
      const { word, page } = save(n);
      const began = performance.now();
      await until(() => wordIn(page, word), watching);
      shown.push((performance.now() - began) / 1000);
      await until(() => waiting() > before, watching);
      done.push((performance.now() - began) / 1000);
      await setTimeout(1000);
    }
    say('--watch, until the page is in the folder', shown);
    say('--watch, until its search index is', done);
    const last = log().split('\nChanged:').at(-1) ?? '';
    console.log(`  steps of the last: ${stepsIn(last)}`);
  } finally {
    child.kill('SIGINT');
    if (child.exitCode === null) await once(child, 'close');
  }
};

for (const size of values.articles.split(',').map(Number)) await measureSize(size);
