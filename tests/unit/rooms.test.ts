import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/*
 * ESLint holds the rooms of src/ (which may import from which). What it does not see is a circle of files inside one room.
 */

/** The files that a file of src/ imports, type imports included. */
const importsOf = (file: string): string[] => {
  const text = readFileSync(file, 'utf8');
  const code = file.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.normalize(path.join(path.dirname(file), name)));
};

/** The first circle that a walk along the arrows runs into: files, the first of which is the last again. */
const circleIn = (arrows: ReadonlyMap<string, readonly string[]>): string[] => {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of arrows.get(file) ?? []) {
      const circle = walk(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of arrows.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
};

test('a circle of imports is found', () => {
  const arrows = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(circleIn(arrows)).toEqual(['b', 'd', 'b']);
});

test('no file of the engine imports itself by way of others, types included', () => {
  const files = globSync('src/**/*.{ts,astro}').filter((file) => !file.startsWith('src/content/'));
  expect(files.length).toBeGreaterThan(200);
  expect(circleIn(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});
