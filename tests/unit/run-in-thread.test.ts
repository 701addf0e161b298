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

const run = (code: string): (() => Promise<unknown>) => {
  const file = path.join(folder, 'work.mjs');
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${code}`);
  return runInThread(pathToFileURL(file), { word: 'ink' });
};

test('work in a thread gets its data, and the build waits for it', async () => {
  await expect(run("if (workerData.word !== 'ink') throw new Error();")()).resolves.toBe(undefined);
});

test('work in a thread may have a result', async () => {
  await expect(run('parentPort.postMessage(workerData.word)')()).resolves.toBe('ink');
});

test.each([
  ['throws', "throw new Error('out of ' + workerData.word)", 'out of ink'],
  ['exits silently', 'process.exit(1)', 'ended before its work was done'],
  ['waits forever', 'await new Promise(() => {})', 'ended before its work was done'],
])(
  'the failure of a thread that %s is reported only to the caller that awaits it',
  async (_, code, words) => {
    const ended = new Promise((resolve) => {
      process.once('worker', (worker) => worker.once('exit', resolve));
    });
    const wait = run(code);
    await ended;
    await expect(wait()).rejects.toThrow(words);
  },
);
