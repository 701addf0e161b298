import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { parts } from '../../../src/record/code.ts';

/** What a file takes from other rooms, without types. */
const importsOf = (file: string): string[] => {
  const text = readFileSync(new URL(`../../../src/${file}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^import (?!type).* from '(\.[./a-z-]+)'/gm)]
    .map(([, name = '']) => posix.join(posix.dirname(file), name))
    .filter((name) => !name.startsWith('record/'));
};

test('what texts are read with includes everything outside of the room that decides it', () => {
  const reading = ['words', 'body-blocks', 'versions', 'learn-texts', 'typography', 'word-tokens'];
  const imported = [...reading.map((name) => `record/${name}.ts`), 'copy/plain-signs.ts'].flatMap(
    importsOf,
  );
  expect(imported).not.toEqual([]);
  expect(parts).toEqual(expect.arrayContaining(imported));
});
