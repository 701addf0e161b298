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

// npm run bench: what a build costs beside what people use instead. CONTRIBUTING.md and docs/performance.md have the rest.

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
    if (!edited) throw new Error('An archive without articles has none to edit.');
    const body = `${edited.body}\n\nEdited in round ${round}.`;
    await write(contender.article({ ...edited, body }));
  }
  if (scenario === 'add') await write(contender.article(added));
  if (scenario === 'template') {
    const text = await readFile(template, 'utf8');
    if (!text.includes(before)) throw new Error(`${templateFile} has no ${before} to edit.`);
    await writeFile(template, text.replace(before, after));
  }
};

/** On the next day nothing is new but the clock, which only this paper is told. */
const clockOn = (day: number, { env }: Contender): Record<string, string> => {
  const seconds = env['SOURCE_DATE_EPOCH'];
  return seconds === undefined ? {} : { SOURCE_DATE_EPOCH: String(Number(seconds) + day * 86_400) };
};

/** @param day how many days after the archive's own */
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

/** Counts the pages of a printed site. Whoever has not printed every article under its address is no contender. */
const pagesIn = async (
  dir: string,
  { name }: Contender,
  { articles }: Archive,
): Promise<number> => {
  const files = (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.html'));
  const printed = new Set(files.map((file) => file.replaceAll('\\', '/')));
  const missing = articles.find(
    ({ published, slug }) =>
      !printed.has(`${published.slice(0, 4)}/${published.slice(5, 7)}/${slug}/index.html`),
  );
  if (missing) throw new Error(`${name} has not printed ${missing.slug}.`);
  return files.length;
};

const seconds = (value: number): string => value.toFixed(1);
const megabytes = (value: number): string => (value / 2 ** 20).toFixed(0);

/** Those that are there or can be installed, with their versions; the others are told of. */
const present = async (wanted: readonly Contender[]): Promise<Map<Contender, string>> => {
  const versions = new Map<Contender, string>();
  for (const contender of wanted) {
    try {
      versions.set(contender, await contender.version());
    } catch (error) {
      const [reason] = String(error).split('\n');
      console.log(`skipped: ${contender.name} cannot be installed here (${reason ?? ''})`);
    }
  }
  return versions;
};

const flags = readFlags(process.argv.slice(2));
const versions = await present(flags.contenders);
const runs: Run[] = [];
const steps: StepsOf[] = [];
const heavy: string[] = [];

/** Lets all contenders print an archive, in all scenarios and rounds, and weighs this paper's pages. */
const measureSize = async (size: number): Promise<void> => {
  const archive = generateArchive(size, flags.pictures);
  const folders = new Map<Contender, string>();
  for (const contender of versions.keys()) {
    const folder = path.join(work, String(size), contender.name.replaceAll(' ', '-'));
    await setAside(folder);
    await mkdir(folder, { recursive: true });
    await contender.prepare(folder, archive);
    folders.set(contender, folder);
    // Once, unmeasured but told: pictures are made, and the disk's own memory is as warm for all.
    const first = await build(contender, folder);
    const pages = await pagesIn(path.join(folder, contender.output), contender, archive);
    console.log(
      `${size} articles, ${contender.name}, the very first build: ${seconds(first.cpu)} s CPU, ${seconds(first.wall)} s, ${megabytes(first.peak)} MB, ${pages} pages`,
    );
  }
  let day = 0;
  for (let round = 1; round <= flags.rounds; round += 1) {
    for (const scenario of flags.scenarios) {
      if (scenario === 'day') day += 1;
      // In turn, each round beginning with another, so that a machine that slows down does so for all.
      const order = [...folders].map((_, n, all) => all[(n + round - 1) % all.length]);
      for (const one of order) {
        if (!one) continue;
        const [contender, folder] = one;
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
    console.log(`\nThe heaviest pages of ${size} articles, gzip -9`);
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

// Whoever was first in a round is not who ratios refer to: this paper is.
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
    'Only Linux tells the CPU time and memory of a whole tree of processes: here the wall clock counts.',
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
  console.log('\nWhat this paper’s builds say of their steps, in seconds on the clock');
  console.log(
    table([
      ['scenario', 'step', ...flags.sizes.toSorted((a, b) => a - b).map(String)],
      ...flags.scenarios.flatMap((scenario) => stepRows(steps, scenario)),
    ]),
  );
}
const margins = marginalCosts(lines);
if (margins.length > 0) {
  console.log('\nOne article more, in milliseconds of CPU');
  console.log(
    table([
      ['scenario', 'contender', 'ms'],
      ...margins.map((one) => [one.scenario, one.contender, one.milliseconds.toFixed(2)]),
    ]),
  );
}
await mkdir(path.dirname(flags.json), { recursive: true });
await writeFile(
  flags.json,
  `${JSON.stringify({ machine, versions: Object.fromEntries([...versions].map(([{ name }, version]) => [name, version])), runs, lines, steps, margins }, null, 2)}\n`,
);
console.log(`\nAll figures: ${path.relative(process.cwd(), flags.json)}`);
console.log('Files were deleted just now: leave the disk some minutes before the next benchmark.');
if (heavy.length > 0) {
  console.error(`Heavier than allowed: ${heavy.join(', ')}`);
  process.exitCode = 1;
}
