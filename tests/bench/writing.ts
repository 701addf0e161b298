/**
 * Prints what somebody waits for who writes with `npm run dev`: from its start to the first page, for the first time and
 * again, and from a save to the page that shows it. Each figure is the median of a few saves.
 *
 *     node tests/bench/writing.ts --articles 1000,10000 --saves 5
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
    /** Another engine to measure, for a comparison. */
    engine: { type: 'string', default: root },
  },
});
const saves = Number(values.saves);

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
const untilShown = async (server: Server, address: string, text: string): Promise<number> => {
  const began = performance.now();
  for (;;) {
    if (server.child.exitCode !== null) throw new Error(`The server has ended:\n${server.log()}`);
    const shown = await fetch(server.origin + address)
      .then((response) => response.text())
      .catch(() => '');
    if (shown.includes(text)) return performance.now() - began;
    if (performance.now() - began > 300_000) {
      throw new Error(`${address} does not show “${text}”:\n${server.log().slice(-4000)}`);
    }
    await setTimeout(pause);
  }
};

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;

const addressOf = ({ published, slug }: ArchiveArticle): string =>
  `/${published.slice(0, 4)}/${published.slice(5, 7)}/${slug}/`;

const megabytes = (pages: number): string => String(Math.round((pages * 4096) / 2 ** 20));
const say = (what: string, milliseconds: number, more = ''): void => {
  console.log(`  ${what.padEnd(44)} ${(milliseconds / 1000).toFixed(2).padStart(7)} s${more}`);
};

/** Saves a story a few times; the median of what passes until a page shows it. */
const savesOf = async (
  server: Server,
  folder: string,
  change: (n: number) => { story: ArchiveArticle; address: string; text: string },
): Promise<number> => {
  const figures: number[] = [];
  for (let n = 1; n <= saves; n += 1) {
    const { story, address, text } = change(n);
    const [file, whole] = articleFile(story);
    writeFileSync(path.join(folder, 'content', file), whole);
    figures.push(await untilShown(server, address, text));
    // So that what the server does behind a page is done before the next.
    await setTimeout(3000);
  }
  return median(figures);
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
  const first = await start(folder);
  say('the first start, until the front page', await untilShown(first, '/', newest.headline));
  say('then the page of a story', await untilShown(first, addressOf(middle), middle.headline));
  await setTimeout(20_000);
  await stop(first);

  const server = await start(folder);
  say('a later start, until the front page', await untilShown(server, '/', newest.headline));
  say('then the page of a story', await untilShown(server, addressOf(middle), middle.headline));
  await setTimeout(20_000);
  say(
    'a paragraph saved, until its page',
    await savesOf(server, folder, (n) => {
      const text = `Written in round ${String(n)}`;
      const story = { ...middle, body: `${middle.body}\n\n${text}.` };
      return { story, address: addressOf(story), text };
    }),
  );
  say(
    'a headline saved, until the front page',
    await savesOf(server, folder, (n) => {
      const text = `A headline of round ${String(n)}`;
      return { story: { ...newest, headline: text }, address: '/', text };
    }),
  );
  say(
    'a story added, until its page',
    await savesOf(server, folder, (n) => {
      const slug = `${archive.added.slug}-${String(n)}`;
      const text = `An added story ${String(n)}`;
      const story = { ...archive.added, slug, headline: text };
      return { story, address: addressOf(story), text };
    }),
  );
  const { own = NaN, pages = NaN } = statOf(server.child.pid ?? 'self') ?? {};
  console.log(`  memory ${megabytes(pages)} MB, processor ${String(own / 100)} s in all`);
  const finding = /^.*(?:error|Error).*$/m.exec(server.log())?.[0];
  if (finding !== undefined) console.log(`  the server said: ${finding}`);
  await stop(server);
  rmSync(path.join(folder, 'cache'), { recursive: true, force: true });
};

for (const size of values.articles.split(',').map(Number)) await measureSize(size);
await deleteAside();
