import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../chromium.ts';
import { buildPaper, findPaper } from '../papers.ts';
import { serve } from '../serve.ts';
import { median, table } from './figures.ts';
import { installApart, versionIn } from './packages.ts';

// npm run lighthouse: Lighthouse scores for the first edition's pages on a mid-range phone. All four must be 100.
// One audit is skipped: two pages are kept out of search engines on purpose (src/lists/findable.ts).

const run = promisify(execFile);

const pages = {
  article: '2025/02/trump-promises-kyiv-involvement-in-peace-talks/',
  front: '',
  section: 'world/',
  search: 'search/',
  saved: 'saved/',
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The median of this many runs counts, because Lighthouse's scores vary from run to run. */
const rounds = 3;

interface Report {
  categories: Record<string, { score: number | null }>;
}

const paper = findPaper('home');
const { ok, output } = await buildPaper(paper);
if (!ok) throw new Error(output);
const home = await installApart('lighthouse');
const cli = path.join(home, 'node_modules/lighthouse/cli/index.js');
const env = { ...process.env, CHROME_PATH: await findChromium() };
const { url, close } = await serve(paper.name);

const scoresOf = async (address: string): Promise<number[]> => {
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const { stdout } = await run(
    process.execPath,
    [
      ...[cli, address, '--quiet', '--output=json', `--chrome-flags=${flags.join(' ')}`],
      ...(/\/(?:search|saved)\/$/.test(address) ? ['--skip-audits=is-crawlable'] : []),
    ],
    { env, maxBuffer: 256 * 1024 * 1024 },
  );
  const report = JSON.parse(stdout) as Report;
  return categories.map((name) => Math.round((report.categories[name]?.score ?? NaN) * 100));
};

const rows: string[][] = [];
let isPerfect = true;
for (const [name, address] of Object.entries(pages)) {
  const runs: number[][] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await scoresOf(url + address));
  const scores = categories.map((_, n) => median(runs.map((scored) => scored[n] ?? NaN)));
  isPerfect &&= scores.every((score) => score === 100);
  rows.push([name, `/${address}`, ...scores.map(String)]);
}
await close();
console.log(`Lighthouse ${await versionIn(home, 'lighthouse')}, mobile, median of ${rounds} runs`);
console.log(table([['page', 'address', ...categories], ...rows]));
if (!isPerfect) process.exitCode = 1;
