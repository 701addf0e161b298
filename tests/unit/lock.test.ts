import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lock } from '../../src/press/lock.ts';

let folder: string;
let file: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const module = JSON.stringify(path.resolve('src/press/lock.ts'));

/** A build in another process, which has the lock. */
const otherBuild = async (): Promise<ChildProcess> => {
  const code =
    `const { lock } = await import(${module});` +
    `await lock(${JSON.stringify(folder)}, { atMost: 0, say: () => undefined });` +
    `console.log('has it'); setTimeout(() => undefined, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
};

const take = async (atMost: number): Promise<{ said: string[]; letGo: () => void }> => {
  const said: string[] = [];
  const letGo = await lock(folder, { atMost, say: (text) => said.push(text) });
  return { said, letGo };
};
const theirs = (changes: object): void => {
  const mine = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...mine, ...changes }));
};

describe('a build', () => {
  test('takes a lock, and leaves nothing behind', async () => {
    const { said, letGo } = await take(0);
    expect(said).toEqual([]);
    expect(readdirSync(folder)).toEqual(['lock']);
    letGo();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('waits for another that uses the same cache, and says so once', async () => {
    const other = await otherBuild();
    const waiting = take(20_000);
    setTimeout(() => other.kill('SIGKILL'), 700);
    const { said, letGo } = await waiting;
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Another build \\(process ${String(other.pid)} on .+\\) is using .*lock-.*\\. Waiting`,
        ),
      ),
    ]);
    letGo();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('ends when that takes too long, and says what to do', async () => {
    await otherBuild();
    await expect(take(0)).rejects.toThrow(`If there is none, delete ${file}.`);
    expect(existsSync(file)).toBe(true);
  });

  test('does not wait for one that was killed', async () => {
    const other = await otherBuild();
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(existsSync(file)).toBe(true);
    const { said, letGo } = await take(0);
    expect(said).toEqual([]);
    letGo();
  });

  test('nor for another process that has got the number of one that was killed', async () => {
    await take(0);
    theirs({ started: 'long ago' });
    await expect(take(0)).resolves.toMatchObject({ said: [] });
  });

  test('does not take the lock of another machine, while its build renews it', async () => {
    await take(0);
    theirs({ place: 'elsewhere', pid: 1 });
    await expect(take(0)).rejects.toThrow('process 1 on elsewhere');
    const sixMinutesAgo = Date.now() / 1000 - 6 * 60;
    utimesSync(file, sixMinutesAgo, sixMinutesAgo);
    await expect(take(0)).resolves.toMatchObject({ said: [] });
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  test.each(['', '{"pid":', 'null', '{}'])('is not kept out for ever by %j', async (text) => {
    writeFileSync(file, text);
    await expect(take(0)).rejects.toThrow('Another build');
    utimesSync(file, 0, 0);
    await expect(take(0)).resolves.toMatchObject({ said: [] });
  });
});
