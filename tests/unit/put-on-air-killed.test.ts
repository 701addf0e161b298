import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/*
 * A build may be killed at any moment. Here it kills itself, in a process of its own, before one certain change to the
 * file system while it puts an edition on air.
 */

const home = mkdtempSync(path.join(tmpdir(), 'killed-'));
const disks = [home, ...(existsSync('/dev/shm') ? [mkdtempSync('/dev/shm/killed-')] : [])];
afterAll(() => {
  for (const disk of disks) rmSync(disk, { recursive: true });
});

const page = (...names: string[]): string => names.map((name) => `<a href="/${name}">`).join('\n');

const old = {
  'index.html': page('_astro/a.1.avif', 'logo.png', 'town/mill/index.html'),
  'index.html.gz': 'old',
  'town/mill/index.html': page('_astro/b.1.avif', 'cards/b.1.jpg'),
  'town/bridge/index.html': page('_astro/a.1.avif'),
  'town/gone/index.html': page('_astro/c.1.avif', 'media/plan.pdf'),
  'gone/index.html': page('_astro/c.1.avif'),
  'rss.xml': page('town/mill/index.html', 'town/gone/index.html'),
  '_astro/a.1.avif': 'a',
  '_astro/b.1.avif': 'b',
  '_astro/c.1.avif': 'c',
  'cards/b.1.jpg': 'b',
  'logo.png': 'old',
  'media/plan.pdf': 'plan',
};
/** The new files; `bridge` and its picture are kept. */
const news = {
  'index.html': page('_astro/a.2.avif', 'logo.png', 'town/new/index.html', '2025/x/index.html'),
  'town/mill/index.html': page('_astro/b.2.avif', 'cards/b.2.jpg'),
  'town/new/index.html': page('_astro/d.2.avif', 'data/d.json', 'icons/d.svg'),
  '2025/x/index.html': page('_astro/d.2.avif'),
  '2025/rss.xml': page('2025/x/index.html'),
  'rss.xml': page('town/mill/index.html', 'town/new/index.html'),
  '_astro/a.2.avif': 'a',
  '_astro/b.2.avif': 'b',
  '_astro/d.2.avif': 'd',
  'cards/b.2.jpg': 'b',
  'data/d.json': '{}',
  'icons/d.svg': 'd',
  'logo.png': 'new',
};
const kept = ['town/bridge/index.html', '_astro/a.1.avif'] as const;
const whole: Record<string, string> = {
  ...news,
  ...Object.fromEntries(kept.map((name) => [name, old[name]])),
};

const write = (folder: string, files: Record<string, string>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
};
const read = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );

/** Puts an edition on air, and kills itself before the change with this number. */
const build = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [, , next, dir, belonging, deadly] = process.argv;
let changes = 0;
for (const name of ['renameSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'copyFileSync']) {
  const change = fs[name];
  fs[name] = (...args) => {
    changes += 1;
    if (changes === Number(deadly)) process.kill(process.pid, 'SIGKILL');
    return change(...args);
  };
}
syncBuiltinESMExports();
const { strangersIn } = await import(${JSON.stringify(path.resolve('src/press/contents.ts'))});
const { putOnAir } = await import(${JSON.stringify(path.resolve('src/press/put-on-air.ts'))});
const belongs = new Set(JSON.parse(belonging));
putOnAir(next, dir, strangersIn(dir, (file) => belongs.has(file)));
process.stdout.write(String(changes));
`;
const script = path.join(home, 'build.mjs');

const run = (disk: string, deadly: number) => {
  const [next, dir] = [path.join(home, 'next'), path.join(disk, 'dist')];
  for (const folder of [next, dir]) rmSync(folder, { recursive: true, force: true });
  write(dir, old);
  write(next, news);
  const belongs = JSON.stringify(Object.keys(whole));
  const { stdout, signal } = spawnSync(
    process.execPath,
    [script, next, dir, belongs, String(deadly)],
    { encoding: 'utf8' },
  );
  return { dir, changes: Number(stdout), signal };
};

/** What is wrong with an edition: pages that are neither old nor new, and files that a page names but that are gone. */
const faultsIn = (dir: string): string[] => {
  const files = read(dir);
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.html'))
    .flatMap(([name, text]) => {
      const isWhole =
        text === whole[name] || (name in old && text === old[name as keyof typeof old]);
      const loads = [...text.matchAll(/href="\/([^"]+)"/g)].map(([, file = '']) => file);
      const missing = loads.filter((file) => !(file in files) && !file.endsWith('.html'));
      return [...(isWhole ? [] : [name]), ...missing.map((file) => `${name} → ${file}`)];
    });
};

beforeAll(() => {
  writeFileSync(script, build);
});

describe.each(disks)('a build that is killed while it puts an edition on air, into %s', (disk) => {
  let all = 0;
  test('leaves nothing of the last edition if it is not killed', () => {
    const { dir, changes, signal } = run(disk, 0);
    all = changes;
    expect(signal).toBe(null);
    expect(read(dir)).toEqual(whole);
    expect(changes).toBeGreaterThan(20);
  });

  test.each([0.1, 0.3, 0.45, 0.6, 0.75, 0.95])(
    'leaves every page whole, with the files that it loads, at moment %d',
    (moment) => {
      const { dir, signal } = run(disk, Math.ceil(moment * all));
      expect(signal).toBe('SIGKILL');
      expect(faultsIn(dir)).toEqual([]);
    },
  );
});
