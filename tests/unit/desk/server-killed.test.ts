import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';

const paper = mkdtempSync(path.join(tmpdir(), 'desk-killed-'));
mkdirSync(path.join(paper, 'content'));
afterAll(() => {
  rmSync(paper, { recursive: true, force: true });
});

/** Writes two long texts again and again, as saves do, until it is killed. */
const writer = `
  import { readFileSync } from 'node:fs';
  import { blobId } from '${path.resolve('src/desk/server/blob-id.ts')}';
  import { writeFiles } from '${path.resolve('src/desk/server/write-files.ts')}';
  const folder = { paperDir: '${paper}', contentDir: '${paper}/content', content: 'content/' };
  const idOf = (path) => {
    try { return blobId(readFileSync('${paper}/' + path)); } catch { return undefined; }
  };
  for (let number = 0; ; number += 1) {
    const bytes = Buffer.from(String(number % 10).repeat(300_000));
    writeFiles(folder, ['content/a.md', 'content/b.md'].map((path) => ({ path, bytes, was: idOf(path) })));
    if (number === 0) console.log('begun');
  }
`;

test('a desk that is killed in the middle of a save leaves whole files', async () => {
  for (const wait of [1, 5, 11, 23, 42]) {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', writer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await setTimeout(wait);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    for (const file of ['a.md', 'b.md']) {
      expect(readFileSync(path.join(paper, 'content', file), 'utf8')).toMatch(/^(\d)\1{299999}$/);
    }
  }
  // What is left over is passed over by every list.
  const others = readdirSync(path.join(paper, 'content')).filter(
    (name) => !/^[ab]\.md$/.test(name),
  );
  expect(others.every((name) => name.endsWith('.part'))).toBe(true);
});
