import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBodies } from '../../src/copy/bodies.ts';
import { keptSuffix, readCoded, readKept, writeCoded, writeKept } from '../../src/kept.ts';

const home = mkdtempSync(path.join(tmpdir(), 'kept-'));
const file = path.join(home, 'cards/a.jpg');
const onDisk = file + keptSuffix;
beforeEach(() => {
  writeKept(file, 'a card\nof two lines');
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

const flipped = (bytes: Buffer, at: number): Buffer =>
  bytes.fill((bytes.at(at) ?? 0) ^ 1, at, at + 1);

describe('what is kept between builds', () => {
  test('is nothing if other code made it, or another version of Node wrote it', () => {
    writeCoded(file, 'code', new Map([['a', [1]]]));
    expect(readCoded(file, 'code')).toEqual(new Map([['a', [1]]]));
    expect(readCoded(file, 'other code')).toBeUndefined();
    const written = readKept(file) ?? Buffer.alloc(0);
    // The version of the format.
    written[written.indexOf('\n') + 2] = 250;
    writeKept(file, written);
    expect(readCoded(file, 'code')).toBeUndefined();
  });

  test('is read back as it was written, text or bytes', () => {
    expect(readKept(file)?.toString()).toBe('a card\nof two lines');
    const bytes = Buffer.from([0, 10, 255, 10]);
    writeKept(file, bytes);
    expect(readKept(file)).toEqual(bytes);
    writeKept(file, '');
    expect(readKept(file)).toEqual(Buffer.alloc(0));
    expect(readdirSync(path.dirname(file))).toEqual(['a.jpg.kept']);
  });

  test('is nothing if any one of its bytes was changed', () => {
    const whole = readFileSync(onDisk);
    for (let at = 0; at < whole.length; at += 1) {
      writeFileSync(onDisk, flipped(Buffer.from(whole), at));
      expect(readKept(file)).toBe(undefined);
    }
  });

  test('is nothing if it was cut anywhere, emptied, or has grown', () => {
    const whole = readFileSync(onDisk);
    for (let end = 0; end < whole.length; end += 1) {
      writeFileSync(onDisk, whole.subarray(0, end));
      expect(readKept(file)).toBe(undefined);
    }
    writeFileSync(onDisk, Buffer.concat([whole, Buffer.from('\n')]));
    expect(readKept(file)).toBe(undefined);
  });

  test('is nothing under the name of another', () => {
    const other = path.join(home, 'cards/b.jpg');
    renameSync(onDisk, other + keptSuffix);
    expect(readKept(other)).toBe(undefined);
  });

  test('is nothing if it is missing or cannot be read, and can be made again', () => {
    rmSync(onDisk);
    expect(readKept(file)).toBe(undefined);
    mkdirSync(path.join(onDisk, 'a-folder'), { recursive: true });
    expect(readKept(file)).toBe(undefined);
    writeKept(file, 'again');
    expect(readKept(file)?.toString()).toBe('again');
  });

  test('with a secret, is nothing if somebody wrote it who does not know the secret', () => {
    vi.stubEnv('CACHE_SECRET', 'a guess');
    writeKept(file, '<script src="https://evil.example"></script>');
    vi.stubEnv('CACHE_SECRET', 'hush');
    expect(readKept(file)).toBe(undefined);
    writeKept(file, 'ours');
    expect(readKept(file)?.toString()).toBe('ours');
    expect(readFileSync(onDisk, 'utf8')).not.toContain('hush');
    vi.stubEnv('CACHE_SECRET', undefined);
    expect(readKept(file)).toBe(undefined);
  });
});

describe('a kept body', () => {
  const folder = path.join(home, 'bodies');
  const body = {
    markdown: 'Words.',
    html: '<p>Words.</p>',
    pictures: [],
    links: ['/about/'],
    alone: true,
  };
  const kept = path.join(folder, `one.json${keptSuffix}`);

  test('is used again, and what it links to is known without reading it', () => {
    const before = openBodies(folder);
    before.write('one', body);
    before.keepOnly(new Set(['one']));
    const bodies = openBodies(folder);
    expect(bodies.known('one')).toEqual({ links: ['/about/'], alone: true });
    expect(bodies.read('one')).toEqual(body);
    expect(bodies.known('two')).toBe(undefined);
    rmSync(`${folder}-known.json${keptSuffix}`);
    expect(openBodies(folder).known('one')?.links, 'The note was deleted.').toEqual(body.links);
  });

  test('is not there if it was cut off, or if somebody put a script into it', () => {
    openBodies(folder).write('one', body);
    const whole = readFileSync(kept, 'utf8');
    for (const damaged of [whole.slice(0, -9), whole.replace('<p>', '<script></script><p>')]) {
      writeFileSync(kept, damaged);
      expect(openBodies(folder).read('one')).toBe(undefined);
    }
    const bodies = openBodies(folder);
    bodies.write('one', body);
    expect(bodies.read('one')).toEqual(body);
  });

  test('is deleted with everything else that no story needs', () => {
    const bodies = openBodies(folder);
    bodies.write('one', body);
    bodies.write('two', body);
    writeFileSync(path.join(folder, 'old.json'), '{}');
    openBodies(folder).keepOnly(new Set(['two']));
    expect(readdirSync(folder)).toEqual([`two.json${keptSuffix}`]);
  });
});
