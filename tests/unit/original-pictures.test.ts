import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { dropOriginals } from '../../src/press/original-pictures.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'originals-'));
const place = path.join(folder, '_astro');
beforeEach(() => {
  mkdirSync(place, { recursive: true });
  for (const name of ['bridge.AB_C.jpg', 'mill.D-E.png', 'map.FG.svg', 'script.HI.js']) {
    writeFileSync(path.join(place, name), '');
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the original of a picture is not published if pages show only smaller sizes', () => {
  const shown = ['bridge.AB_C_Z1x.avif', 'mill.D-E_2k.avif', 'mill.D-E.png', 'script.HI.js'];
  dropOriginals(folder, new Set(shown.map((name) => `_astro/${name}`)));
  expect(readdirSync(place).sort()).toEqual(['map.FG.svg', 'mill.D-E.png', 'script.HI.js']);
});

test('a paper without pictures has no originals', () => {
  rmSync(place, { recursive: true });
  dropOriginals(folder, new Set());
});
