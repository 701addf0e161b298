import { spawn } from 'node:child_process';
import { access, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { localAddress } from '../comments-server/address.ts';
import { fromTheBeginning } from '../src/astro/command.ts';
import { astroScript, editionScript } from '../src/commands/edition-process.ts';
import { awkwardContent, writeAwkwardPaper } from './fixtures/awkward/write.ts';
import { movedInContent, writeMovedInPaper } from './fixtures/moving-in/write.ts';

/** A paper that is built for the tests. */
export type Paper = {
  name: string;
  /** The switches it is built with, in addition to those that all papers share. */
  env: Record<string, string>;
  /** Where it is built, relative to the project's root. */
  outDir: string;
  /** Where its cache is, relative to the project's root; by default with those of the other papers. */
  cacheDir?: string;
  /** Whether it keeps its pictures in its own cache, rather than with those of the other papers. */
  keepsPictures?: boolean;
  /** Writes its content folder first, if that is not in the repository. */
  write?: () => Promise<void>;
};

/** The result of building a paper. */
export type PaperBuild = {
  paper: Paper;
  ok: boolean;
  /** Everything the build printed, in order. */
  output: string;
  seconds: number;
};

/** What a build reuses from earlier ones: only encoded pictures and cards, or the whole cache and output. */
export type Kept = 'pictures' | 'everything';

/** The moment of every paper's edition, so that "now" is the same in every test run. */
export const editionMoment = new Date('2025-03-01T08:00:00Z');

const root = fileURLToPath(new URL('..', import.meta.url));

function paper(name: string, env: Record<string, string>): Paper {
  const sourceDateEpoch = String(editionMoment.getTime() / 1000);
  return { name, env: { SOURCE_DATE_EPOCH: sourceDateEpoch, ...env }, outDir: `.test/${name}` };
}

function fixture(name: string, env: Record<string, string>, publication = name): Paper {
  const folder = `tests/fixtures/${publication}`;
  return paper(name, {
    CONTENT_DIR: `${folder}/content`,
    PUBLICATION: `${folder}/publication.ts`,
    ...env,
  });
}

/**
 * All papers of the tests, in build order: papers that share pictures are far apart, so that the later one finds them in
 * the cache. Their time zones differ, because no byte may depend on the machine's.
 */
export const papers: Paper[] = [
  paper('home', { TZ: 'UTC' }),
  fixture('hostile', { TZ: 'America/St_Johns' }),
  fixture('style-guide', { TZ: 'Asia/Kathmandu' }),
  fixture('one-article', { TZ: 'America/St_Johns' }),
  fixture('right-to-left', { TZ: 'Pacific/Kiritimati', COMMENTS_SERVER: localAddress }),
  fixture('moved', { TZ: 'Pacific/Kiritimati' }),
  paper('home-again', { TZ: 'Pacific/Kiritimati' }),
  paper('third-parties', {
    CONTENT_DIR: 'tests/fixtures/one-article/content',
    PUBLICATION: 'tests/fixtures/one-article/publications/third-parties.ts',
  }),
  fixture('moved-below', { TZ: 'UTC', BASE_PATH: '/paper/' }, 'moved'),
  paper('sub-folder', {
    TZ: 'America/St_Johns',
    BASE_PATH: '/paper/',
    COMMENTS_SERVER: localAddress,
  }),
  paper('offline', {
    BASE_PATH: '/paper/',
    PUBLICATION: 'tests/fixtures/offline/publication.ts',
  }),
  paper('with-desk', {
    CONTENT_DIR: 'tests/fixtures/one-article/content',
    PUBLICATION: 'tests/fixtures/one-article/publications/with-desk.ts',
  }),
  fixture('themed', { TZ: 'Asia/Kathmandu' }),
  {
    ...fixture('awkward', { TZ: 'Asia/Kathmandu', CONTENT_DIR: awkwardContent }),
    write: writeAwkwardPaper,
  },
  {
    ...fixture('moved-in', { TZ: 'America/St_Johns', CONTENT_DIR: movedInContent }, 'moving-in'),
    write: writeMovedInPaper,
  },
];

/**
 * The paper with this name.
 *
 * @throws if there is none, listing the names there are
 */
export function findPaper(name: string): Paper {
  const found = papers.find((candidate) => candidate.name === name);
  if (found) return found;
  const names = papers.map((candidate) => candidate.name).join(', ');
  throw new Error(`There is no paper named ${name}; there are ${names}.`);
}

/** The absolute path of a paper's folder, or of a file in it. */
export function pathIn({ outDir }: Paper, ...parts: string[]): string {
  return path.join(root, outDir, ...parts);
}

/** Shared cache of pictures and cards, named by their content, so that none is encoded twice. */
export const pictureCache = '.test/.cache/shared';

/** Builds that wait for a running one to finish. */
const waiting: (() => void)[] = [];
let idle = availableParallelism();

/**
 * Builds a paper into its folder. If a build without earlier output fails, it leaves no folder behind. Builds run in
 * parallel, one for each core; two of the same paper must not.
 * @param death kills the build when it is aborted
 */
export async function buildPaper(
  paper: Paper,
  kept: Kept = 'pictures',
  death?: AbortSignal,
): Promise<PaperBuild> {
  if (idle > 0) idle -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await buildNow(paper, kept, death);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else idle += 1;
  }
}

async function buildNow(paper: Paper, kept: Kept, death?: AbortSignal): Promise<PaperBuild> {
  const started = performance.now();
  const cacheDir = paper.cacheDir ?? `.test/.cache/${paper.name}`;

  if (kept === 'pictures') {
    await rm(pathIn(paper), { recursive: true, force: true });
    // Only files named by their content may be reused, and those are elsewhere.
    await rm(path.resolve(root, cacheDir), { recursive: true, force: true });
  }

  await paper.write?.();
  const missing = await missingInput(paper);
  const { ok, output } = missing
    ? { ok: false, output: `${missing} does not exist.\n` }
    : await buildEdition(
        {
          ...paper.env,
          OUT_DIR: paper.outDir,
          CACHE_DIR: cacheDir,
          ...(paper.keepsPictures ? {} : { PICTURE_CACHE: pictureCache }),
        },
        death,
      );

  if (!ok && kept === 'pictures') await rm(pathIn(paper), { recursive: true, force: true });
  return { paper, ok, output, seconds: (performance.now() - started) / 1000 };
}

async function missingInput({ env }: Paper): Promise<string | undefined> {
  for (const name of ['CONTENT_DIR', 'PUBLICATION']) {
    const input = env[name];
    if (input === undefined) continue;
    const exists = await access(path.join(root, input)).then(
      () => true,
      () => false,
    );
    if (!exists) return input;
  }
  return undefined;
}

/** Removed from a build's environment, so that what is set in a terminal does not affect tests. */
const switches = [
  'SITE_URL',
  'BASE_PATH',
  'PAPER_DIR',
  'CONTENT_DIR',
  'PUBLICATION',
  'COMMENTS_SERVER',
  'OUT_DIR',
  'CACHE_DIR',
  'PICTURE_CACHE',
  'CACHE_SECRET',
  'XDG_CONFIG_HOME',
  'ASTRO_TELEMETRY_DISABLED',
];

async function buildWith(
  script: string,
  env: Record<string, string>,
  death: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !switches.includes(name));
  const child = spawn(process.execPath, [script, 'build'], {
    cwd: root,
    env: {
      ...Object.fromEntries(inherited),
      // A test runner sets this to "test", and Astro would build for that.
      NODE_ENV: 'production',
      // Whoever builds a paper may have no home that can be written.
      HOME: '/dev/null',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
  });

  death.addEventListener('abort', () => child.kill('SIGKILL'));

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal) output += `The build was stopped (${signal}).\n`;
      resolve({ code, output });
    });
  });
}

/** Builds as `npm run build` does, in the process that makes an edition, which a test may kill. */
async function buildEdition(
  env: Record<string, string>,
  death: AbortSignal = new AbortController().signal,
): Promise<{ ok: boolean; output: string }> {
  const { code, output } = await buildWith(editionScript, env, death);
  if (code !== fromTheBeginning) return { ok: code === 0, output };
  const again = await buildWith(astroScript, env, death);
  return { ok: again.code === 0, output: output + again.output };
}
