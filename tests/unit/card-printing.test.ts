import { readFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { drawCard, maxBytes } from '../../src/cards/draw.ts';
import { layOut, shapeFor } from '../../src/cards/layouts.ts';
import { paletteOf } from '../palette.ts';
import { readDrawing } from '../../src/cards/prepare-cards.ts';
import { noEdition } from '../../src/press/last-edition.ts';
import type { PrintableCard } from '../../src/cards/prepare-cards.ts';
import { beginCards } from '../../src/press/print-cards.ts';

const { colours } = readDrawing(await paletteOf());
const folder = await mkdtemp(join(tmpdir(), 'cards-'));
afterAll(() => rm(folder, { recursive: true }));

const card: Card = { paper: 'The Gazette', language: 'en-GB', headline: 'The bridge is open' };

/** The same noise on every run; nothing compresses worse. */
const noise = (width: number, height: number, channels: 1 | 3): Buffer => {
  let state = 1;
  return Buffer.from(
    Array.from({ length: width * height * channels }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state & 255;
    }),
  );
};

const picture = async (name: string, make: (file: string) => Promise<unknown>): Promise<Card> => {
  const file = join(folder, name);
  await make(file);
  return { ...card, picture: file };
};

const flat = (
  width: number,
  height: number,
  background: { r: number; g: number; b: number; alpha: number },
) => sharp({ create: { width, height, channels: 4, background } });

/** The colour of a pixel on a drawn card. */
const pixelOf = async (jpeg: Buffer, left: number, top: number): Promise<number[]> => [
  ...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

describe('a drawn card', () => {
  test.each<[string, () => Promise<Card>]>([
    [
      'words alone',
      async () => Promise.resolve({ ...card, kicker: 'Nation', note: 'By the desk' }),
    ],
    [
      'the paper itself',
      async () => Promise.resolve({ ...card, headline: undefined, note: 'News' }),
    ],
    [
      'a picture of pure noise',
      () =>
        picture('noise.jpg', (file) =>
          sharp(noise(1600, 900, 3), { raw: { width: 1600, height: 900, channels: 3 } })
            .jpeg()
            .toFile(file),
        ),
    ],
    [
      'a picture of pure noise, in greyscale',
      () =>
        picture('grey.png', (file) =>
          sharp(noise(1200, 800, 1), { raw: { width: 1200, height: 800, channels: 1 } })
            .png()
            .toFile(file),
        ),
    ],
    [
      'a portrait in CMYK',
      () =>
        picture('cmyk.jpg', (file) =>
          flat(700, 1000, { r: 10, g: 90, b: 160, alpha: 1 })
            .removeAlpha()
            .toColourspace('cmyk')
            .jpeg()
            .toFile(file),
        ),
    ],
  ])('of %s is a JPEG of 1200 × 630 pixels and at most 150 KB', async (_, make) => {
    const jpeg = await drawCard(await make(), colours);
    const { format, width, height, space, exif } = await sharp(jpeg).metadata();
    expect({ format, width, height, space, exif }).toEqual({
      format: 'jpeg',
      width: 1200,
      height: 630,
      space: 'srgb',
      exif: undefined,
    });
    expect(jpeg.length).toBeLessThanOrEqual(maxBytes);
    expect(jpeg.length).toBeGreaterThan(8_000);
  });

  test('rotates a picture as its camera recorded', async () => {
    const turned = await picture('turned.jpg', (file) =>
      sharp(noise(900, 1600, 3).fill(0), { raw: { width: 900, height: 1600, channels: 3 } })
        .composite([
          {
            input: { create: { width: 900, height: 800, channels: 3, background: '#00ff00' } },
            top: 0,
            left: 0,
          },
        ])
        .jpeg()
        // Rotated to the left: the top of the file is displayed on the left.
        .withMetadata({ orientation: 8 })
        .toFile(file),
    );
    const jpeg = await drawCard(turned, colours);
    const [left, right] = [await pixelOf(jpeg, 20, 200), await pixelOf(jpeg, 1180, 200)];
    expect(left[1]).toBeGreaterThan(200);
    expect(right[1]).toBeLessThan(50);
  });

  test('accepts 16-bit and greyscale pictures', async () => {
    const grey = await picture('grey16.png', (file) =>
      flat(1200, 700, { r: 100, g: 100, b: 100, alpha: 1 })
        .toColourspace('grey16')
        .png()
        .toFile(file),
    );
    expect((await sharp(grey.picture).metadata()).depth).toBe('ushort');
    const pixel = await pixelOf(await drawCard(grey, colours), 1180, 20);
    expect(pixel.every((value) => Math.abs(value - 100) < 3)).toBe(true);
  });

  test('shows the paper’s colour through a transparent picture', async () => {
    const window = await picture('window.png', (file) =>
      flat(1200, 700, { r: 0, g: 0, b: 0, alpha: 0 }).png().toFile(file),
    );
    const [red = 0] = await pixelOf(await drawCard(window, colours), 1180, 20);
    expect(red).toBeGreaterThan(230);
  });

  test('is byte-for-byte the same each time', async () => {
    const [one, other] = [await drawCard(card, colours), await drawCard(card, colours)];
    expect(one.equals(other)).toBe(true);
  });

  test('needs no installed font, because all its letters are outlines', async () => {
    for (const shape of ['plain', 'wide', 'tall'] as const) {
      const { pieces } = await layOut({ ...card, kicker: 'Nation' }, colours, shape);
      const elements = pieces.flatMap(({ svg }) =>
        [...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag),
      );
      expect(new Set(elements), shape).toEqual(new Set(['svg', 'rect', 'g', 'path']));
    }
  });
});

describe('the picture of a card', () => {
  test('fills the card, sits beside the words or is left out, depending on its shape and size', () => {
    expect(shapeFor({ width: 1600, height: 900 })).toBe('wide');
    expect(shapeFor({ width: 800, height: 1000 })).toBe('tall');
    expect(shapeFor({ width: 640, height: 480 })).toBe('tall');
    expect(shapeFor({ width: 40, height: 40 })).toBe('plain');
    expect(shapeFor({ width: 4000, height: 300 })).toBe('plain');
  });
});

describe('printing cards', () => {
  const printable = (digest: string, headline: string): PrintableCard => ({
    digest,
    file: `cards/${digest}.jpg`,
    card: { ...card, headline },
  });
  const begin = (cards: PrintableCard[], isShared = false) =>
    beginCards(cards, noEdition, { cache: { folder: join(folder, 'kept'), isShared }, colours });
  const print = async (cards: PrintableCard[], dist: string) => ({
    ...(await begin(cards).printInto(join(folder, dist))),
    files: (await readdir(join(folder, dist, 'cards'))).sort(),
    kept: (await readdir(join(folder, 'kept'))).sort(),
  });

  test('draws each once, then reuses it from the cache, and drops cards no longer needed', async () => {
    const [a, b, c] = [printable('a', 'One'), printable('b', 'Two'), printable('c', 'Three')];
    expect(await print([a, b, a], 'first')).toEqual({
      printed: 2,
      drawn: 2,
      files: ['a.jpg', 'b.jpg'],
      kept: ['a.jpg.kept', 'b.jpg.kept'],
    });
    await writeFile(join(folder, 'kept', 'b.jpg.part'), 'the half of a card');
    expect(await print([a, c], 'second')).toEqual({
      printed: 2,
      drawn: 1,
      files: ['a.jpg', 'c.jpg'],
      kept: ['a.jpg.kept', 'c.jpg.kept'],
    });
    const files = ['first', 'second'].map((dist) => readFile(join(folder, dist, 'cards/a.jpg')));
    const [first, second] = await Promise.all(files);
    expect(first && second?.equals(first)).toBe(true);
  });

  test('removes nothing from a cache shared with other papers', async () => {
    await print([printable('x', 'Of another paper')], 'other');
    await begin([printable('y', 'Of this one')], true).printInto(join(folder, 'shared'));
    expect(await readdir(join(folder, 'kept'))).toEqual(['x.jpg.kept', 'y.jpg.kept']);
    expect(await readdir(join(folder, 'shared/cards'))).toEqual(['y.jpg']);
  });

  test('starts a drawing thread only if a card is missing from the cache', async () => {
    const started: Worker[] = [];
    const note = (worker: Worker) => started.push(worker);
    process.on('worker', note);
    await print([printable('d', 'Four')], 'third');
    expect(started).toHaveLength(1);
    await print([printable('d', 'Four')], 'fourth');
    expect(started).toHaveLength(1);
    process.off('worker', note);
  });

  test('draws a card again that is not as it was drawn', async () => {
    const cards = [printable('g', 'Seven')];
    await print(cards, 'whole');
    await writeFile(join(folder, 'kept', 'g.jpg.kept'), 'a part of it');
    expect(await print(cards, 'again')).toMatchObject({ printed: 1, drawn: 1 });
    const [whole, again] = ['whole', 'again'].map((dist) =>
      readFileSync(join(folder, dist, 'cards/g.jpg')),
    );
    expect(whole && again?.equals(whole)).toBe(true);
  });

  test('fails with the headline of a card that cannot be drawn, however late the result is awaited', async () => {
    const broken = await picture('broken.jpg', (file) => writeFile(file, 'no picture'));
    const cards = [
      { ...printable('e', 'Five'), card: { ...broken, headline: 'The lost picture' } },
    ];
    const ended = new Promise((resolve) => {
      process.once('worker', (worker) => worker.once('exit', resolve));
    });
    const begun = begin(cards);
    await ended;
    await expect(begun.printInto(join(folder, 'fifth'))).rejects.toThrow(
      /^The social card “The lost picture” with the picture .+broken\.jpg could not be drawn: .*unsupported image format/,
    );
    expect(await readdir(join(folder, 'kept'))).not.toContain('e.jpg.kept');
  });

  test('does not keep a build alive that fails for another reason', async () => {
    const cards = Array.from({ length: 300 }, (_, n) => printable(`${n}`, `Story ${n}`));
    const cache = join(folder, 'left');
    const build = join(folder, 'build.mjs');
    await writeFile(
      build,
      `import { readdirSync } from 'node:fs';
      import { beginCards } from ${JSON.stringify(new URL('../../src/press/print-cards.ts', import.meta.url))};
      import { noEdition } from ${JSON.stringify(new URL('../../src/press/last-edition.ts', import.meta.url))};
      beginCards(${JSON.stringify(cards)}, noEdition, ${JSON.stringify({ cache: { folder: cache, isShared: false }, colours })});
      const printing = setInterval(() => {
        if (readdirSync(${JSON.stringify(cache)}).length > 0) clearInterval(printing);
      }, 20);
      process.exitCode = 1;`,
    );
    await expect(promisify(execFile)(process.execPath, [build])).rejects.toMatchObject({ code: 1 });
    expect((await readdir(cache)).length).toBeLessThan(cards.length);
  }, 30_000);
});
