import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AstroConfig } from 'astro';
import sharp from 'sharp';
import { afterAll, afterEach, expect, test } from 'vitest';
import { keptSuffix, readKept, writeKept } from '../../src/kept.ts';
import pictureService from '../../src/press/picture-service.ts';
import { pictureSettings } from '../../src/press/picture-settings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Blobs that are hard to compress. */
const picture = (seed: number): Promise<Buffer> =>
  sharp(
    Buffer.from(
      Array.from({ length: 96 * 54 * 3 }, (_, n) => Math.round(128 + 127 * Math.sin(n * seed))),
    ),
    { raw: { width: 96, height: 54, channels: 3 } },
  )
    .png()
    .toBuffer();

const asked = { src: '/_astro/view.png', format: 'webp', width: 64, height: 36, quality: 60 };

const encode = async (
  source: Uint8Array,
  options: Partial<typeof asked> = {},
  settings: object = {},
): Promise<Buffer> => {
  const config = { service: { config: { ...pictureSettings, ...settings } } };
  const { data } = await pictureService.transform(
    source,
    { ...asked, ...options },
    config as unknown as AstroConfig['image'],
    console,
  );
  return Buffer.from(data);
};

const shared = { cache: { folder, code: 'today' } };
const kept = (): string[] => readdirSync(folder).sort();
const fileOf = (name = ''): string => path.join(folder, name.slice(0, -keptSuffix.length));

test.each(['avif', 'webp', 'jpeg'])(
  'a picture is encoded to the same bytes each time: %s',
  async (format) => {
    const source = await picture(1);
    const [one, other] = [await encode(source, { format }), await encode(source, { format })];
    expect(one.length).toBeGreaterThan(100);
    expect(one.equals(other)).toBe(true);
  },
);

test('a shared cache returns what the encoder would, whatever the picture’s name', async () => {
  const source = await picture(1);
  const plain = await encode(source);
  expect((await encode(source, {}, shared)).equals(plain)).toBe(true);
  expect(kept()).toHaveLength(1);
  const file = fileOf(kept()[0]);
  expect(readKept(file)?.equals(plain)).toBe(true);
  writeKept(file, 'kept');
  expect(String(await encode(source, { src: '/_astro/other.png' }, shared))).toBe('kept');
});

test('the key covers all that decides the bytes: the picture, the request, the settings and the code', async () => {
  const source = await picture(1);
  await encode(source, {}, shared);
  writeKept(fileOf(kept()[0]), 'kept');
  const others = [
    await encode(await picture(2), {}, shared),
    await encode(source, { width: 32, height: 18 }, shared),
    await encode(source, { quality: 20 }, shared),
    await encode(source, { format: 'jpeg' }, shared),
    await encode(source, {}, { ...shared, webp: { effort: 1 } }),
    await encode(source, {}, { cache: { folder, code: 'tomorrow' } }),
  ];
  expect(others.map(String)).not.toContain('kept');
  expect(kept()).toHaveLength(1 + others.length);
});

test.each<[string, (file: Buffer) => Buffer]>([
  ['cut', (file) => file.subarray(0, -9)],
  ['emptied', () => Buffer.alloc(0)],
  ['changed in one byte', (file) => file.fill((file.at(-1) ?? 0) ^ 1, file.length - 1)],
])('a kept picture that was %s is encoded again', async (_, damage) => {
  const source = await picture(1);
  const plain = await encode(source, {}, shared);
  const file = path.join(folder, kept()[0] ?? '');
  const whole = readFileSync(file);
  writeFileSync(file, damage(Buffer.from(whole)));
  expect((await encode(source, {}, shared)).equals(plain)).toBe(true);
  expect(readFileSync(file).equals(whole)).toBe(true);
});

test('two simultaneous builds get the same picture, and leave one complete file', async () => {
  const source = await picture(3);
  const all = await Promise.all(Array.from({ length: 8 }, () => encode(source, {}, shared)));
  const plain = await encode(source);
  expect(all.every((each) => each.equals(plain))).toBe(true);
  expect(kept()).toHaveLength(1);
});
