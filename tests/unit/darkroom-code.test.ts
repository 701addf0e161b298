import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { parts } from '../../src/darkroom/code.ts';

test('what a picture is judged and printed with includes everything that those files import', () => {
  const imported = parts.flatMap((part) => {
    const text = readFileSync(new URL(`../../src/darkroom/${part}.ts`, import.meta.url), 'utf8');
    return [...text.matchAll(/from '(\.[./a-z-]+)\.ts'/g)]
      .map(([, name = '']) => posix.join(posix.dirname(part), name))
      .filter((name) => !name.startsWith('..'));
  });
  expect(parts).toEqual(expect.arrayContaining(imported));
});
