import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { replaceable } from '../../src/theme/components.ts';

const source = resolve(import.meta.dirname, '../../src');
const ofTheme: string[] = Object.values(replaceable).map((file) => join(source, file));

/** The components that a component shows, and those that these show. */
const shownBy = (file: string, known = new Set<string>()): Set<string> => {
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.astro)'/g)) {
    const shown = resolve(dirname(file), path);
    if (known.has(shown)) continue;
    known.add(shown);
    shownBy(shown, known);
  }
  return known;
};

const repeated = globSync('**/*.astro', { cwd: source })
  .map((file) => join(source, file))
  .filter((file) => readFileSync(file, 'utf8').includes('<Once '));

test('what is rendered once for all pages holds nothing of a theme, which may show another thing on each', () => {
  expect(repeated).toContain(join(source, replaceable.Masthead));
  for (const file of repeated) {
    expect([...shownBy(file)].filter((shown) => ofTheme.includes(shown))).toEqual([]);
  }
});

test('what is rendered once asks for nothing of the page that it is on', () => {
  for (const file of repeated) {
    for (const shown of [file, ...shownBy(file)]) {
      expect(readFileSync(shown, 'utf8'), shown).not.toMatch(
        /Astro\.(?:url|request|params|locals)/,
      );
    }
  }
});
