import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readerInTurn } from '../../src/read-in-turn.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-in-turn-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('files of every size are read whole, and none has anything of the one before it', () => {
  const read = readerInTurn();
  for (const size of [1000, 0, 256 * 1024, 256 * 1024 - 1, 5, 3_000_000, 700_001]) {
    const file = join(folder, String(size));
    writeFileSync(file, Buffer.alloc(size, size % 251));
    expect(read(file).equals(readFileSync(file))).toBe(true);
  }
});

test('a file that says nothing of its size is read whole too', () => {
  expect(readerInTurn()('/proc/version').toString()).toBe(readFileSync('/proc/version', 'utf8'));
});

test('a file that is not there is an error', () => {
  const read = readerInTurn();
  expect(() => read(join(folder, 'none'))).toThrow(/ENOENT/);
});
