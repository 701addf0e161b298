import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { freePort } from '../../src/commands/port.ts';

const paper = mkdtempSync(path.join(tmpdir(), 'dev-'));
cpSync('templates/paper', paper, { recursive: true });
rmSync(path.join(paper, 'tsconfig.json'));

const port = await freePort();
const astro = path.join(
  path.dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin/astro.mjs',
);
// Astro serves no page where it sees that Vitest has started it.
const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
const server = spawn(
  process.execPath,
  [astro, 'dev', '--host', '127.0.0.1', '--port', String(port)],
  {
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'development',
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
      PAPER_DIR: paper,
    },
    stdio: 'ignore',
  },
);
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(paper, { recursive: true, force: true });
});

const front = (): Promise<string> =>
  fetch(`http://127.0.0.1:${port}/`)
    .then((response) => response.text())
    .catch(() => '');
const shows = (text: string): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(await front()).toContain(text);
    },
    { timeout: 30_000, interval: 100 },
  );
const change = (file: string, from: RegExp | string, to: string): void => {
  const name = path.join(paper, file);
  writeFileSync(name, readFileSync(name, 'utf8').replace(from, to));
};
const story = 'content/articles/2025/our-first-edition/index.md';

test('an editor sees each saved change, also after a change of the look or of the settings', async () => {
  await shows('Our first edition is out');
  change(story, /^headline: .*$/m, 'headline: "Saved once"');
  await shows('Saved once');

  writeFileSync(
    path.join(paper, 'theme/theme.css'),
    ':root { --paper: light-dark(#fedcba, #012345) }',
  );
  await shows('#fedcba');
  change(story, /^headline: .*$/m, 'headline: "Saved twice"');
  await shows('Saved twice');

  change('publication.ts', /name: '[^']*'/, "name: 'The Renamed Post'");
  await shows('The Renamed Post');
  change(story, /^headline: .*$/m, 'headline: "Saved three times"');
  await shows('Saved three times');
}, 120_000);
