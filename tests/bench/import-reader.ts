import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openSource } from '../../src/import/readers/open-source.ts';
import { exportInto } from './export.ts';

/*
 * What it costs to read a large export, without doing anything with it:
 *
 *   node tests/bench/import-reader.ts                                   10,000 posts
 *   node tests/bench/import-reader.ts --paragraphs 75 --history 14      500 MB with one row of 14 MB
 *   node tests/bench/import-reader.ts --file export.xml --file more.xml
 */
const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '10000' },
    paragraphs: { type: 'string', default: '10' },
    history: { type: 'string', default: '0' },
    file: { type: 'string', multiple: true },
  },
});

const work = await mkdtemp(path.join(tmpdir(), 'import-reader-'));
try {
  const made = path.join(work, 'export.xml');
  if (values.file === undefined) {
    await exportInto(made, {
      posts: Number(values.posts),
      paragraphs: Number(values.paragraphs),
      history: Number(values.history),
    });
  }
  const files = values.file ?? [made];
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const start = performance.now();
  const source = await openSource(files);
  const counts = new Map<string, number>();
  for await (const item of source.items()) {
    const what = item.type === 'entry' ? `${item.state} entry` : item.type;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (item.type === 'fault') console.log(item);
  }
  const seconds = (performance.now() - start) / 1000;
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  console.log(source.name, Object.fromEntries(counts));
  console.log(
    `${megabytes.toFixed(0)} MB in ${seconds.toFixed(1)} s; ` +
      `at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB of memory`,
  );
} finally {
  await rm(work, { recursive: true, force: true });
}
