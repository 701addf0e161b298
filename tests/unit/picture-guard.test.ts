import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { standIn } from '../../src/darkroom/stand-in.ts';
import { labelAsXmp } from '../../src/darkroom/texts/label.ts';
import { unprintedPictures } from '../../src/press/picture-guard.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guard-'));
const place = path.join(folder, '_astro');
beforeEach(() => {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const photo = () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'navy' } });
const put = (name: string, bytes: Uint8Array): void => {
  writeFileSync(path.join(place, name), bytes);
};
const facts = { digest: '0123456789abcdef0123456789abcdef', width: 2, height: 1, drawing: false };
const showing = (name: string) => new Set([`_astro/${name}`]);

test('printed pictures pass, and so does a paper without any', async () => {
  put('a.B_c.webp', await photo().webp().toBuffer());
  put('a.B_d.avif', await photo().avif().toBuffer());
  put('script.js', Buffer.from('1'));
  expect(await unprintedPictures(folder, showing('a.B_c.webp'))).toEqual([]);
  rmSync(place, { recursive: true });
  expect(await unprintedPictures(folder, new Set())).toEqual([]);
});

test('a picture with what a camera has written into it does not pass', async () => {
  const exif = { IFD0: { Artist: 'A. Camera' } };
  put('b.C.jpg', await photo().jpeg().withExif(exif).toBuffer());
  expect(await unprintedPictures(folder, new Set())).toMatchObject([{ file: '_astro/b.C.jpg' }]);
});

test('what the paper itself wrote into a picture passes', async () => {
  const label = labelAsXmp({ credit: 'Ann & Bob', source: 'trainedAlgorithmicMedia' }) ?? '';
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    put(`g.H.${format}`, await photo().withXmp(label).toFormat(format).toBuffer());
  expect(await unprintedPictures(folder, new Set())).toEqual([]);
  put('i.J.webp', await photo().withXmp(`<x:xmpmeta>${label}</x:xmpmeta>`).webp().toBuffer());
  expect(await unprintedPictures(folder, new Set())).toMatchObject([{ file: '_astro/i.J.webp' }]);
});

test('a stand-in that a page shows does not pass; one that none shows is removed', async () => {
  put('c.D.jpg', standIn(facts, 'code'));
  put('e.F.jpg', standIn(facts, 'code'));
  expect(await unprintedPictures(folder, showing('c.D.jpg'))).toMatchObject([
    { file: '_astro/c.D.jpg', found: expect.stringContaining('stand-in') as string },
  ]);
  expect(readdirSync(place)).toEqual(['c.D.jpg']);
});
