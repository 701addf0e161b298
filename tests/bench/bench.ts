import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { type Archive, generateArchive } from './archive.ts';
import { deleteAside, setAside } from './aside.ts';
import { type Contender, contenders, sweep } from './contenders.ts';
import {
  linesOf,
  marginalCosts,
  type Run,
  stepRows,
  type StepsOf,
  stepsIn,
  table,
} from './figures.ts';
import { readFlags, type Scenario, scenarios } from './flags.ts';
import { measure } from './measure.ts';
import { work } from './packages.ts';
import { pageWeights } from './page-weights.ts';

// npm run bench: compares build times with other static site generators. See CONTRIBUTING.md and docs/performance.md.

const setUp = async (
  scenario: Scenario,
  folder: string,
  contender: Contender,
  { articles, added }: Archive,
  round: number,
): Promise<void> => {
  const write = async ([file, text]: [string, string]): Promise<void> => {
    await writeFile(path.join(folder, file), text);
  };
  const [templateFile, before, after] = contender.template;
  const template = path.join(folder, templateFile);
  if (scenario === 'cold') {
    await sweep(folder, contender);
    await rm(path.join(folder, contender.article(added)[0]), { force: true });
    await writeFile(template, (await readFile(template, 'utf8')).replace(after, before));
  }
  if (scenario === 'edit') {
    const edited = articles[Math.floor(articles.length / 2)];
    if (!edited) throw new Error('The archive has no articles, so there is none to edit.');
    const body = `${edited.body}\n\nEdited in round ${round}.`;
    await write(contender.article({ ...edited, body }));
  }
  if (scenario === 'add') await write(contender.article(added));
  if (scenario === 'template') {
    const text = await readFile(template, 'utf8');
    if (!text.includes(before))
      throw new Error(`${templateFile} does not contain ${before}, which the scenario edits.`);
    await writeFile(template, text.replace(before, after));
  }
};

/** On a later day only the clock is different, and only this paper depends on it. */
const clockOn = (day: number, { env }: Contender): Record<string, string> => {
  const seconds = env['SOURCE_DATE_EPOCH'];
  return seconds === undefined ? {} : { SOURCE_DATE_EPOCH: String(Number(seconds) + day * 86_400) };
};

/** @param day how many days after the archive's own moment */
const build = async (contender: Contender, folder: string, day = 0) => {
  if (contender.emptiesOutput) await setAside(path.join(folder, contender.output));
  const measured = await measure(contender.command, {
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      ...contender.env,
      ...clockOn(day, contender),
    },
  });
  if (!measured.ok) throw new Error(`${contender.name} failed:\n${measured.output.slice(-4000)}`);
  return measured;
};

/**
 * Counts the pages of a built site.
 * @throws if an article is not at its address: such a build must not be compared
 */
const pagesIn = async (
  dir: string,
  { name }: Contender,
  { articles }: Archive,
): Promise<number> => {
  const files = (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.html'));
  const built = new Set(files.map((file) => file.replaceAll('\\', '/')));
  const missing = articles.find(
    ({ published, slug }) =>
      !built.has(`${published.slice(0, 4)}/${published.slice(5, 7)}/${slug}/index.html`),
  );
  if (missing) throw new Error(`${name} did not build ${missing.slug}.`);
  return files.length;
};

const seconds = (value: number): string => value.toFixed(1);
const megabytes = (value: number): string => (value / 2 ** 20).toFixed(0);

/** The contenders that are installed or can be, with their versions; the others are logged. */
const present = async (wanted: readonly Contender[]): Promise<Map<Contender, string>> => {
  const versions = new Map<Contender, string>();
  for (const contender of wanted) {
    try {
      versions.set(contender, await contender.version());
    } catch (error) {
      const [reason] = String(error).split('\n');
      console.log(`skipped: ${contender.name} could not be installed (${reason ?? ''})`);
    }
  }
  return versions;
};

const flags = readFlags(process.argv.slice(2));
const versions = await present(flags.contenders);
const runs: Run[] = [];
const steps: StepsOf[] = [];
const heavy: string[] = [];

/** Builds an archive with all contenders, in all scenarios and rounds, and weighs this paper's pages. */
const measureSize = async (size: number): Promise<void> => {
  const archive = generateArchive(size, flags.pictures);
  const folders = new Map<Contender, string>();
  for (const contender of versions.keys()) {
    const folder = path.join(work, String(size), contender.name.replaceAll(' ', '-'));
    await setAside(folder);
    await mkdir(folder, { recursive: true });
    await contender.prepare(folder, archive);
    folders.set(contender, folder);
    // Logged but not counted: it makes the pictures, and warms the disk cache for everyone alike.
    const first = await build(contender, folder);
    const pages = await pagesIn(path.join(folder, contender.output), contender, archive);
    console.log(
      `${size} articles, ${contender.name}, first build: ${seconds(first.cpu)} s CPU, ${seconds(first.wall)} s, ${megabytes(first.peak)} MB, ${pages} pages`,
    );
  }
  let day = 0;
  for (let round = 1; round <= flags.rounds; round += 1) {
    for (const scenario of flags.scenarios) {
      if (scenario === 'day') day += 1;
      // Each round starts with another contender, so that a machine that slows down affects all of them alike.
      const order = [...folders].map((_, n, all) => all[(n + round - 1) % all.length]);
      for (const next of order) {
        if (!next) continue;
        const [contender, folder] = next;
        await setUp(scenario, folder, contender, archive, round);
        const { cpu, wall, peak, output } = await build(contender, folder, day);
        if (contender === contenders[0]) {
          steps.push({ articles: size, scenario, steps: stepsIn(output) });
        }
        runs.push({
          articles: size,
          contender: contender.name,
          scenario,
          round,
          cpu,
          wall,
          peak,
        });
        console.log(
          `${size} articles, round ${round}, ${scenario}, ${contender.name}: ${seconds(cpu)} s CPU, ${seconds(wall)} s, ${megabytes(peak)} MB`,
        );
      }
    }
  }
  const [ours] = contenders;
  const folder = ours && folders.get(ours);
  if (folder) {
    const weights = await pageWeights(path.join(folder, 'dist'));
    console.log(`\nHeaviest pages, ${size} articles, gzip -9`);
    console.log(
      table([
        ['page', 'address', 'bytes', 'limit'],
        ...weights.map(({ kind, address, bytes, limit }) => [
          kind,
          address,
          String(bytes),
          String(limit),
        ]),
      ]),
    );
    heavy.push(
      ...weights.filter(({ bytes, limit }) => bytes > limit).map(({ address }) => address),
    );
  }
};

try {
  for (const size of flags.sizes) await measureSize(size);
} finally {
  await deleteAside();
}

// Ratios compare with this paper, whoever came first in a round.
const order = [...versions.keys()].map(({ name }) => name);
const lines = linesOf(
  runs.toSorted(
    (a, b) =>
      a.articles - b.articles ||
      scenarios.indexOf(a.scenario as Scenario) - scenarios.indexOf(b.scenario as Scenario) ||
      order.indexOf(a.contender) - order.indexOf(b.contender),
  ),
);
const machine = {
  processor: cpus()[0]?.model ?? '',
  cores: availableParallelism(),
  node: process.version,
  platform: process.platform,
  load: loadavg()[0] ?? NaN,
};
if (machine.platform !== 'linux') {
  console.log(
    'CPU time and memory of a whole process tree can only be measured on Linux. On this system, compare wall times.',
  );
}
console.log(`\n${[...versions].map(([{ name }, version]) => `${name}: ${version}`).join('; ')}`);
console.log(
  `${machine.cores} × ${machine.processor}, Node ${machine.node}, load ${machine.load.toFixed(1)}\n`,
);
console.log(
  table([
    ['scenario', 'contender', 'articles', 'CPU s', '× ours', 'wall s', 'peak MB', 'rounds'],
    ...lines.map((line) => [
      line.scenario,
      line.contender,
      String(line.articles),
      seconds(line.cpu),
      line.ratio.toFixed(2),
      seconds(line.wall),
      megabytes(line.peak),
      String(line.rounds),
    ]),
  ]),
);
if (steps.length > 0) {
  console.log('\nSteps of this paper’s builds, in seconds of wall time');
  console.log(
    table([
      ['scenario', 'step', ...flags.sizes.toSorted((a, b) => a - b).map(String)],
      ...flags.scenarios.flatMap((scenario) => stepRows(steps, scenario)),
    ]),
  );
}
const margins = marginalCosts(lines);
if (margins.length > 0) {
  console.log('\nEach additional article, in milliseconds of CPU time');
  console.log(
    table([
      ['scenario', 'contender', 'ms'],
      ...margins.map(({ scenario, contender, milliseconds }) => [
        scenario,
        contender,
        milliseconds.toFixed(2),
      ]),
    ]),
  );
}
await mkdir(path.dirname(flags.json), { recursive: true });
await writeFile(
  flags.json,
  `${JSON.stringify({ machine, versions: Object.fromEntries([...versions].map(([{ name }, version]) => [name, version])), runs, lines, steps, margins }, null, 2)}\n`,
);
console.log(`\nAll figures: ${path.relative(process.cwd(), flags.json)}`);
console.log('Many files were just deleted: wait some minutes before the next benchmark.');
if (heavy.length > 0) {
  console.error(`Over budget: ${heavy.join(', ')}`);
  process.exitCode = 1;
}
