import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/*
 * ESLint holds the rooms of src/ (which may import from which). It does not see import cycles within one room.
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

/** The first import cycle found: its files in order, with the first repeated at the end. */
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

test('an import cycle is found', () => {
  const arrows = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(circleIn(arrows)).toEqual(['b', 'd', 'b']);
});

test('no file of the engine imports itself through other files, types included', () => {
  const files = globSync('src/**/*.{ts,tsx,astro}').filter(
    (file) => !file.startsWith('src/content/'),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(circleIn(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});
