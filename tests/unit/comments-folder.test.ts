import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePrivate } from '../../comments-server/private-folder.ts';
import { limiter } from '../../comments-server/limits.ts';
import { networkOf } from '../../comments-server/sender.ts';
import { languages as spoken } from '../../comments-server/messages.ts';
import { languages } from '../../src/language/names.ts';

// Windows has no modes.
describe.skipIf(process.platform === 'win32')('the folder of the comments', () => {
  let above: string;
  let folder: string;
  const modeOf = async (name = ''): Promise<string> =>
    ((await stat(path.join(folder, name))).mode & 0o777).toString(8);

  beforeEach(async () => {
    above = await mkdtemp(path.join(tmpdir(), 'comments-folder-'));
    folder = path.join(above, 'kept/here');
  });
  afterEach(() => rm(above, { recursive: true, force: true }));

  test('is made for its owner alone', async () => {
    expect(makePrivate(folder)).toEqual([]);
    expect(await modeOf()).toBe('700');
  });

  test('is closed if others could read it, its files too', async () => {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    const files = ['waline.sqlite', 'waline.sqlite-journal', 'session-key'];
    for (const file of files) {
      await writeFile(path.join(folder, file), '');
      await chmod(path.join(folder, file), 0o644);
    }
    expect(makePrivate(folder).toSorted()).toEqual(
      [folder, ...files.map((file) => path.join(folder, file))].toSorted(),
    );
    expect(await modeOf()).toBe('700');
    for (const file of files) expect(await modeOf(file), file).toBe('600');
    expect(makePrivate(folder)).toEqual([]);
  });

  test('is refused if it is open and holds other things, which may be meant to be read', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'index.html'), '');
    await chmod(folder, 0o755);
    expect(() => makePrivate(folder)).toThrow(/SQLITE_PATH.*chmod 700/);
    expect(await modeOf()).toBe('755');
    await chmod(folder, 0o700);
    expect(makePrivate(folder)).toEqual([]);
  });
});

test('a limit counts each sender apart, and forgets them in time', () => {
  let now = 0;
  const limit = limiter(2, 10, () => now);
  expect([limit('a'), limit('a'), limit('a'), limit('b')]).toEqual([0, 0, 10, 0]);
  now = 9500;
  expect(limit('a')).toBe(1);
  now = 10_000;
  expect(limit('a')).toBe(0);
  const none = limiter(0, 10, () => now);
  expect([none('a'), none('a')]).toEqual([0, 0]);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:0DB8:0000:0000:1::', '2001:db8:0:0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s shares its limits with the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('readers are told why in every language of the interface', () => {
  expect(spoken).toEqual([...languages]);
});
