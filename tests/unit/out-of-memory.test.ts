import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tooLittleMemory } from '../../src/darkroom/print.ts';
import { outOfMemory } from '../../src/commands/out-of-memory.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'out-of-memory-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a build without enough memory says so last, and publishes nothing', () => {
  const out = path.join(folder, 'paper');
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '--max-old-space-size=32',
      ASTRO_TELEMETRY_DISABLED: '1',
      OUT_DIR: out,
      CACHE_DIR: path.join(folder, 'cache'),
    },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr.trim().split('\n').slice(-2).join(' ')).toMatch(
    /^The build ran out of memory, .+ Give it more memory, .+--max-old-space-size=4096/,
  );
  expect(existsSync(out)).toBe(false);
});

test('a build that somebody stops does not claim that memory ran out', () => {
  expect(outOfMemory('SIGINT')).toBeUndefined();
  expect(outOfMemory('SIGKILL')).toMatch(/If nobody did so/);
});

test('a picture that memory does not suffice for is told from a damaged one', () => {
  for (const message of [
    'out of memory --- size == 150MB',
    'std::bad_alloc',
    'Cannot allocate memory',
  ])
    expect(tooLittleMemory(message)?.fix).toMatch(/more memory/);
  expect(tooLittleMemory('VipsJpeg: premature end of JPEG image')).toBeUndefined();
});
