import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parts } from '../../src/press/digests.ts';
import { importsOf } from './imports-of.ts';

test('bodies are rendered again when any code changes that decides how they look', () => {
  const deciding = importsOf(
    'src/copy/rendered-entry.ts',
    'src/press/body-setting.ts',
    'src/press/markdown-setting.ts',
    'src/astro/markdown-renderer.ts',
  );
  const counted = new Set(globSync(parts.copy));
  expect(deciding.size).toBeGreaterThan(30);
  expect([...deciding].filter((file) => !counted.has(file))).toEqual([]);
});
