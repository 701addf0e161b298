import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runInThread } from '../../src/press/run-in-thread.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'beside-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (code: string): (() => Promise<void>) => {
  const file = path.join(folder, 'work.mjs');
  writeFileSync(file, `import { workerData } from 'node:worker_threads';\n${code}`);
  return runInThread(pathToFileURL(file), { word: 'ink' });
};

test('work that is done beside a build is waited for, and is given what it needs', async () => {
  await expect(run("if (workerData.word !== 'ink') throw new Error();")()).resolves.toBe(undefined);
});

test.each([
  ['throws', "throw new Error('out of ' + workerData.word)", 'out of ink'],
  ['exits without a word', 'process.exit(1)', 'ended before its work was done'],
  ['waits for what never comes', 'await new Promise(() => {})', 'ended before its work was done'],
])('a thread that %s is told of, and only where it is waited for', async (_, code, words) => {
  const ended = new Promise((resolve) => {
    process.once('worker', (worker) => worker.once('exit', resolve));
  });
  const wait = run(code);
  await ended;
  await expect(wait()).rejects.toThrow(words);
});
