import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AstroConfig } from 'astro';
import sharp from 'sharp';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { shelve } from '../../src/darkroom/shelf.ts';
import { keptSuffix, readKept, writeKept } from '../../src/kept.ts';
import pictureService from '../../src/press/picture-service.ts';
import { countReused } from '../../src/press/reused-pictures.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
const root = mkdtempSync(path.join(tmpdir(), 'pictures-root-'));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => {
  for (const place of [folder, root]) rmSync(place, { recursive: true, force: true });
});

/** Blobs that are hard to compress. */
const blobs = (seed: number, width = 96, height = 54) =>
  sharp(
    Buffer.from(
      Array.from({ length: width * height * 3 }, (_, n) =>
        Math.round(128 + 127 * Math.sin(n * seed)),
      ),
    ),
    { raw: { width, height, channels: 3 } },
  );
const picture = (seed: number): Promise<Buffer> => blobs(seed).png().toBuffer();

const asked = { src: '/_astro/view.png', format: 'webp', width: 64, height: 36, quality: 60 };

const encode = async (
  source: Uint8Array,
  options: Partial<Record<string, string | number | undefined>> = {},
  settings: object = {},
): Promise<Buffer> => {
  const config = { service: { config: { root, endsBuild: false, ...settings } } };
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

test.each(['avif', 'webp', 'jpeg', 'png'])(
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

test('the key covers all that decides the bytes: the picture, the request and the code', async () => {
  const source = await picture(1);
  await encode(source, {}, shared);
  writeKept(fileOf(kept()[0]), 'kept');
  const others = [
    await encode(await picture(2), {}, shared),
    await encode(source, { width: 32, height: 18 }, shared),
    await encode(source, { quality: 20 }, shared),
    await encode(source, { format: 'jpeg' }, shared),
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

/** Puts a picture on the shelf, and gives back what Astro gets of it. */
const standInFor = (file: string, drawing = false, credit?: string): Buffer => {
  const bytes = readFileSync(file);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const facts = {
    digest,
    width: 96,
    height: 54,
    drawing,
    frames: 1,
    name: path.parse(file).name,
    file,
    copy: credit === undefined ? undefined : { credit },
  };
  return readFileSync(path.join(root, shelve(root, facts, 'code').path));
};

describe('what the service prints', () => {
  const original = path.join(root, 'mayor’s.jpg');

  test('is the picture that a stand-in stands for', async () => {
    writeFileSync(original, await picture(4));
    const printed = await encode(standInFor(original));
    expect(printed.equals(await encode(await picture(4)))).toBe(true);
  });

  test('is never a picture that has changed since it was checked', async () => {
    writeFileSync(original, await picture(5));
    const stand = standInFor(original);
    writeFileSync(original, await picture(6));
    await expect(encode(stand)).rejects.toThrow(/mayor’s\.jpg.+has changed since/s);
  });

  test('loses nothing of a drawing', async () => {
    const sign = { create: { width: 96, height: 54, channels: 3, background: '#b00000' } } as const;
    writeFileSync(original, await sharp(sign).png().toBuffer());
    const stand = standInFor(original, true);
    for (const name of ['png', 'webp']) {
      const printed = await encode(stand, { format: name, quality: undefined });
      const pixel = await sharp(printed).removeAlpha().raw().toBuffer();
      expect([...pixel.subarray(0, 3)], name).toEqual([0xb0, 0, 0]);
      expect(printed.length).toBeLessThan(300);
    }
  });
});

const grain = { type: 'gaussian', mean: 120, sigma: 20 } as const;
const fromCamera = sharp({
  create: { width: 2400, height: 1800, channels: 3, background: '#777777', noise: grain },
})
  .jpeg()
  .toBuffer();

/** How Astro hands a picture to the service. */
const handed: [string, (source: Buffer) => Buffer][] = [
  [
    'of the copy',
    (source) => {
      const file = path.join(root, 'handed.jpg');
      writeFileSync(file, source);
      return standInFor(file);
    },
  ],
  ['of a theme', (source) => source],
];

describe.each(handed)('a picture %s', (_, take) => {
  const format = (name: string) => ({ format: name, background: '#ffffff' });

  test.each(['avif', 'webp', 'jpeg', 'png'])(
    'says nothing about the camera, the place or the photographer: %s',
    async (name) => {
      const exif = { IFD0: { Artist: 'A. Camera' }, IFD3: { GPSLatitude: '50/1 27/1 0/1' } };
      const source = await blobs(7)
        .jpeg()
        .withMetadata({ orientation: 6 })
        .withExifMerge(exif)
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>')
        .toBuffer();
      const { exif: before, xmp } = await sharp(source).metadata();
      expect(before && xmp).toBeTruthy();
      const printed = await encode(take(source), format(name));
      const metadata = await sharp(printed).metadata();
      for (const part of ['exif', 'xmp', 'iptc', 'icc', 'comments'] as const)
        expect(metadata[part], part).toBeUndefined();
      expect(printed.includes('A. Camera')).toBe(false);
    },
  );

  test.each([
    ['in CMYK', () => blobs(8).toColourspace('cmyk').jpeg()],
    ['with 16 bits', () => blobs(8).toColourspace('rgb16').png()],
    ['in wide colours', () => blobs(8).withIccProfile('p3').jpeg()],
    ['in grey, half transparent', () => blobs(8).greyscale().ensureAlpha(0.5).png()],
  ])('is in sRGB with 8 bits, also of a picture %s', async (_, make) => {
    const source = await make().toBuffer();
    for (const name of ['avif', 'webp', 'jpeg']) {
      const printed = await sharp(await encode(take(source), format(name))).metadata();
      expect(printed).toMatchObject({ space: 'srgb', depth: 'uchar', width: 64, height: 36 });
    }
  });

  test('stands upright, whatever the format of the picture', async () => {
    for (const make of ['jpeg', 'png', 'webp'] as const) {
      const source = await blobs(9).withMetadata({ orientation: 6 }).toFormat(make).toBuffer();
      const printed = await sharp(await encode(take(source), { width: 27, height: 48 })).metadata();
      expect(printed).toMatchObject({ width: 27, height: 48 });
    }
  });

  test('is the first frame of an animation', async () => {
    const frames = [await picture(1), await picture(2)];
    const source = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const printed = await sharp(await encode(take(source))).metadata();
    expect(printed).toMatchObject({ width: 64, height: 36 });
    expect(printed.pages ?? 1).toBe(1);
  });

  test('is a crop of the shape that was asked for, but never larger than the picture', async () => {
    const crop = { fit: 'cover', position: 'attention', width: 1200, height: 1200 };
    const printed = await sharp(await encode(take(await picture(1)), crop)).metadata();
    expect(printed).toMatchObject({ width: 54, height: 54 });
  });

  test.each([
    ['in full width', { width: 1280, height: 960 }, [1280, 960]],
    ['in a teaser', { width: 320, height: 240 }, [320, 240]],
    ['by its width alone', { width: 701, height: undefined }, [701, 526]],
    ['by its height alone', { width: undefined, height: 527 }, [703, 527]],
    [
      'as a square',
      { fit: 'cover', position: 'attention', width: 1200, height: 1200 },
      [1200, 1200],
    ],
    ['larger than the engine’s own pages show it', { width: 2000, height: 1500 }, [2000, 1500]],
    ['as large as it is', { width: undefined, height: undefined }, [2400, 1800]],
    ['larger than it is', { width: 4800, height: 3600 }, [2400, 1800]],
  ])('from a camera is as large as it was asked for: %s', async (__, size, [width, height]) => {
    const source = await fromCamera;
    const printed = await sharp(await encode(take(source), { ...size, format: 'jpeg' })).metadata();
    expect(printed).toMatchObject({ width, height });
  });
});

test('a picture that two stories credit differently is printed with each credit, under two names', async () => {
  const file = path.join(root, 'credited.png');
  writeFileSync(file, await picture(11));
  const stands = [undefined, 'Ann', 'Bob'].map((credit) => standInFor(file, false, credit));
  expect(new Set(stands.map(String)).size).toBe(3);
  const printed = await Promise.all(stands.map((stand) => encode(stand, {}, shared)));
  const xmps = await Promise.all(printed.map(async (one) => (await sharp(one).metadata()).xmp));
  expect(xmps.map((xmp) => /Credit="(.*?)"/.exec(String(xmp))?.[1])).toEqual([
    undefined,
    'Ann',
    'Bob',
  ]);
  expect(kept()).toHaveLength(3);
  // The next build takes each from the cache.
  expect(
    (await encode(standInFor(file, false, 'Bob'), {}, shared)).equals(
      printed[2] ?? Buffer.alloc(0),
    ),
  ).toBe(true);
  expect(kept()).toHaveLength(3);
});

test('a picture is in the shared cache once, however its file is called', async () => {
  for (const name of ['one.png', 'other.png']) {
    writeFileSync(path.join(root, name), await picture(10));
    await encode(standInFor(path.join(root, name)), {}, shared);
  }
  expect(kept()).toHaveLength(1);
});

test('a picture is in the shared cache once, however pages describe and show it', async () => {
  const source = await picture(13);
  await encode(source, { alt: 'A mill.', loading: 'lazy' }, shared);
  await encode(source, { alt: 'The mill at night.', class: 'wide', index: 3 }, shared);
  expect(kept()).toHaveLength(1);
});

test('a picture that stories have under two names is printed once, also if both are printed at the same moment', async () => {
  const source = await picture(14);
  const stands = ['here.png', 'there.png'].map((name) => {
    writeFileSync(path.join(root, name), source);
    return standInFor(path.join(root, name));
  });
  expect(stands[0]?.equals(stands[1] ?? Buffer.alloc(0))).toBe(false);
  let reused = 0;
  const stopCounting = countReused(folder, () => (reused += 1));
  const [here, there] = await Promise.all(stands.map((stand) => encode(stand, {}, shared)));
  stopCounting();
  expect(here?.equals(there ?? Buffer.alloc(0))).toBe(true);
  expect(reused).toBe(1);
  expect(kept()).toHaveLength(1);
});
