import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exportInto } from './export.ts';
import { measure } from './measure.ts';

/*
 * What npm run import costs with a large WordPress export: the first run, and one over what it wrote.
 *
 *   node tests/bench/import.ts                                   10,000 posts
 *   node tests/bench/import.ts --paragraphs 75 --history 14      500 MB with one row of 14 MB
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    paragraphs: { type: 'string', default: '10' },
    history: { type: 'string', default: '0' },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = await mkdtemp(path.join(tmpdir(), 'import-'));
try {
  const paper = path.join(work, 'paper');
  await cp(path.join(root, 'templates/paper'), paper, { recursive: true });
  await rm(path.join(paper, 'content/articles'), { recursive: true });
  const file = path.join(work, 'export.xml');
  await exportInto(file, {
    posts: Number(values.posts),
    paragraphs: Number(values.paragraphs),
    history: Number(values.history),
  });
  const into = path.join(paper, 'content');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { import: string };
  };
  const [program = 'node', ...flags] = manifest.scripts.import.split(' ');
  console.log(`${values.posts} posts, ${((await stat(file)).size / 1e6).toFixed(0)} MB`);
  for (const run of ['first run', 'second run']) {
    // Without npm, which would be measured too.
    const { ok, output, cpu, wall, peak } = await measure(
      [program, ...flags, file, '--into', into],
      { cwd: root, env: { PAPER_DIR: paper } },
    );
    if (!ok) throw new Error(`The import failed:\n${output.slice(-4000)}`);
    const megabytes = (peak / 2 ** 20).toFixed(0);
    console.log(`${run}: ${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s, ${megabytes} MB`);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
