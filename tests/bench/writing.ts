/**
 * Prints what somebody waits for who writes with `npm run dev`: from its start to the first page, for the first time and
 * again, and from a save to the page that shows it. Each figure is the median of a few saves.
 *
 *     node tests/bench/writing.ts --articles 1000,10000 --saves 5
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '../../src/commands/port.ts';
import { type Archive, type ArchiveArticle, archiveMoment, generateArchive } from './archive.ts';
import { setAside, deleteAside } from './aside.ts';
import { articleFile, writeContentFolder } from './content-folder.ts';
import { statOf } from './measure.ts';
import { root, work } from './packages.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    saves: { type: 'string', default: '5' },
    /** How long a server is left alone after its first pages, in seconds. */
    pause: { type: 'string', default: '20' },
    /** Another engine to measure, for a comparison. */
    engine: { type: 'string', default: root },
  },
});
const saves = Number(values.saves);
const pauseAfterStart = Number(values.pause) * 1000;

/** How long a page is left alone before it is asked for again, in milliseconds. */
const pause = 10;

interface Server {
  child: ChildProcess;
  origin: string;
  log: () => string;
}

const start = async (folder: string): Promise<Server> => {
  const port = String(await freePort());
  const child = spawn(
    process.execPath,
    ['src/astro/bin/astro.mjs', 'dev', '--host', '127.0.0.1', '--port', port, '--ignore-lock'],
    {
      cwd: values.engine,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        ASTRO_DEV_BACKGROUND: '0',
        PAPER_DIR: folder,
        CACHE_DIR: path.join(folder, 'cache'),
        SOURCE_DATE_EPOCH: String(archiveMoment.getTime() / 1000),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  return { child, origin: `http://127.0.0.1:${port}`, log: () => log };
};

const stop = async ({ child }: Server): Promise<void> => {
  child.kill();
  if (child.exitCode === null) await once(child, 'exit');
};

/** Waits until a page shows a text. */
const untilShown = async (
  server: Server,
  address: string,
  text: string,
  began = performance.now(),
): Promise<Wait> => {
  const cpu = cpuOf(server);
  for (;;) {
    if (server.child.exitCode !== null) throw new Error(`The server has ended:\n${server.log()}`);
    const shown = await fetch(server.origin + address)
      .then((response) => response.text())
      .catch(() => '');
    if (shown.includes(text)) {
      return { wall: (performance.now() - began) / 1000, cpu: cpuOf(server) - cpu };
    }
    if (performance.now() - began > 900_000) {
      throw new Error(`${address} does not show “${text}”:\n${server.log().slice(-4000)}`);
    }
    await setTimeout(pause);
  }
};

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;

const addressOf = ({ published, slug }: ArchiveArticle): string =>
  `/${published.slice(0, 4)}/${published.slice(5, 7)}/${slug}/`;

const megabytes = (pages: number): string => String(Math.round((pages * 4096) / 2 ** 20));
const seconds = (value: number): string => value.toFixed(2).padStart(7);

/** What was waited for: seconds by the clock, and the processor time of the server in that time. */
interface Wait {
  wall: number;
  cpu: number;
}
const say = (what: string, { wall, cpu }: Wait): void => {
  console.log(`  ${what.padEnd(42)} ${seconds(wall)} s ${seconds(cpu)} s of processor`);
};
const cpuOf = ({ child }: Server): number => (statOf(child.pid ?? 'self')?.own ?? NaN) / 100;

/** Saves a story a few times; the median of what passes until a page shows it. */
const savesOf = async (
  server: Server,
  folder: string,
  change: (n: number) => { story: ArchiveArticle; address: string; text: string },
): Promise<Wait> => {
  const figures: Wait[] = [];
  for (let n = 1; n <= saves; n += 1) {
    const { story, address, text } = change(n);
    const [file, whole] = articleFile(story);
    writeFileSync(path.join(folder, 'content', file), whole);
    figures.push(await untilShown(server, address, text));
    // So that what the server does behind a page is done before the next.
    await setTimeout(3000);
  }
  return {
    wall: median(figures.map(({ wall }) => wall)),
    cpu: median(figures.map(({ cpu }) => cpu)),
  };
};

const measureSize = async (size: number): Promise<void> => {
  const archive: Archive = generateArchive(size);
  const folder = path.join(work, `writing-${String(size)}`);
  await setAside(folder);
  mkdirSync(folder, { recursive: true });
  await writeContentFolder(folder, archive);
  const [newest] = archive.articles;
  const middle = archive.articles[Math.floor(size / 2)];
  if (!newest || !middle) throw new Error('An archive needs two articles.');

  console.log(`${String(size)} articles`);
  const servers: Server[] = [];
  const startUntilShown = async (what: string): Promise<Server> => {
    const began = performance.now();
    const server = await start(folder);
    servers.push(server);
    say(`${what}, until the front page`, await untilShown(server, '/', newest.headline, began));
    say('then a story', await untilShown(server, addressOf(middle), middle.headline));
    // What the server does behind the first pages.
    await setTimeout(pauseAfterStart);
    return server;
  };
  try {
    await stop(await startUntilShown('the first start'));
    const server = await startUntilShown('a later start');
    const saved = (change: Parameters<typeof savesOf>[2]) => savesOf(server, folder, change);
    say(
      'a paragraph saved, until its page',
      await saved((n) => {
        const text = `Written${String(n)}in`;
        const story = { ...middle, body: `${middle.body}\n\n${text} a round.` };
        return { story, address: addressOf(story), text };
      }),
    );
    say(
      'a headline saved, until the front page',
      await saved((n) => {
        const text = `Headline${String(n)}changed`;
        return { story: { ...newest, headline: text }, address: '/', text };
      }),
    );
    say(
      'a story added, until its page',
      await saved((n) => {
        const slug = `${archive.added.slug}-${String(n)}`;
        const text = `Added${String(n)}story`;
        const story = { ...archive.added, slug, headline: text };
        return { story, address: addressOf(story), text };
      }),
    );
    const { pages = NaN } = statOf(server.child.pid ?? 'self') ?? {};
    console.log(`  memory ${megabytes(pages)} MB, processor ${seconds(cpuOf(server))} s in all`);
  } finally {
    for (const server of servers) await stop(server);
    await setAside(folder);
  }
};

for (const size of values.articles.split(',').map(Number)) await measureSize(size);
await deleteAside();
