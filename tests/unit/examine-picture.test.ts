import { readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { examine, type Facts } from '../../src/darkroom/examine.ts';
import { openMemory } from '../../src/darkroom/memory.ts';
import { digestIn, standIn } from '../../src/darkroom/stand-in.ts';

/** A picture with soft waves, as a photograph has. */
const photo = (width = 320, height = 240): Sharp =>
  sharp(
    Buffer.from(
      Array.from({ length: width * height * 3 }, (_, n) =>
        Math.round(128 + 80 * Math.sin(n / 997) + 40 * Math.sin(n * n)),
      ),
    ),
    { raw: { width, height, channels: 3 } },
  );
const jpeg = await photo().jpeg().toBuffer();
const png = await photo().png().toBuffer();

const drawing = (width: number, height: number, shapes: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
        `<rect width="100%" height="100%" fill="#fff"/>${shapes}</svg>`,
    ),
  )
    .png()
    .toBuffer();

/** Changes some bytes in the middle. */
const spoilt = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  for (let n = 0; n < 200; n += 1) copy[(copy.length >> 1) + n] = (n * 37) & 0xff;
  return copy;
};

describe('a picture can be printed', async () => {
  test.each([
    ['JPEG', jpeg],
    ['PNG', png],
    ['WebP', await photo().webp().toBuffer()],
    ['AVIF', await photo().avif().toBuffer()],
    ['GIF', await photo().gif().toBuffer()],
    ['JPEG in CMYK', await photo().toColourspace('cmyk').jpeg().toBuffer()],
    ['PNG with 16 bits', await photo().toColourspace('rgb16').png().toBuffer()],
    ['JPEG with a film after its end', Buffer.concat([jpeg, Buffer.alloc(100_000, 'ftypmp42')])],
    ['JPEG with padding', Buffer.concat([jpeg, Buffer.alloc(200_000)])],
    ['PNG with a trailer', Buffer.concat([png, Buffer.alloc(10_000, 'x')])],
  ])('%s', async (_, bytes) => {
    expect(await examine(bytes)).toEqual({ width: 320, height: 240, frames: 1, drawing: false });
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('turned on its side: %s', async (format) => {
    const turned = photo().withMetadata({ orientation: 6 }).toFormat(format);
    expect(await examine(await turned.toBuffer())).toMatchObject({ width: 240, height: 320 });
  });

  test('very wide or long, no larger than every format allows', async () => {
    const plain = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: 'grey' } })
        .jpeg()
        .toBuffer();
    expect(await examine(await plain(18_000, 2000))).toMatchObject({ width: 16_000, height: 1778 });
    expect(await examine(await plain(800, 20_000))).toMatchObject({ width: 640, height: 16_000 });
  });

  test('animated, and its frames are counted', async () => {
    const frames = [await photo().png().toBuffer(), await photo().negate().png().toBuffer()];
    for (const format of ['gif', 'webp'] as const) {
      const animation = sharp(frames, { join: { animated: true } }).toFormat(format);
      expect(await examine(await animation.toBuffer())).toMatchObject({
        frames: 2,
        width: 320,
        height: 240,
      });
    }
    const control = Buffer.from('0000000861635443000000070000000000000000', 'hex');
    control.write('acTL', 4, 'latin1');
    const apng = Buffer.concat([png.subarray(0, 33), control, png.subarray(33)]);
    // Its checksum is wrong, which does not matter for counting.
    const found = await examine(apng);
    if ('frames' in found) expect(found.frames).toBe(7);
  });
});

describe('a picture that cannot be printed is told', async () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'which is empty'],
    ['words', Buffer.from('no picture'), 'which is not a usable picture'],
    [
      'HEIC',
      Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
      'which is in Apple’s format HEIC',
    ],
    ['JPEG XL', Buffer.from('\xff\x0a\x01\x02', 'latin1'), 'which is in JPEG XL'],
    ['TIFF', await photo().tiff().toBuffer(), 'which is a TIFF file or a camera’s raw file'],
    ['BMP', Buffer.from('BM000000000000'), 'which is a bitmap (BMP)'],
    [
      'SVG without a size',
      Buffer.from('<?xml version="1.0"?>\n<!-- a --><svg xmlns="a"/>'),
      'which is an SVG file without a size',
    ],
    ['a film', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), 'which is a video'],
    ['a page', Buffer.from('<!DOCTYPE html><html>'), 'which is a web page'],
    [
      'Git LFS',
      Buffer.from('version https://git-lfs.github.com/spec/v1\n'),
      'which is only a pointer of Git LFS',
    ],
    ['half a JPEG', jpeg.subarray(0, jpeg.length >> 1), 'which is incomplete or damaged'],
    ['a spoilt JPEG', spoilt(jpeg), 'which is incomplete or damaged'],
    ['half a PNG', png.subarray(0, png.length >> 1), 'which is incomplete or damaged'],
    ['a spoilt PNG', spoilt(png), 'which is incomplete or damaged'],
    ['the start of a JPEG', jpeg.subarray(0, 20), 'which is incomplete or damaged'],
  ])('%s', async (_, bytes, what) => {
    expect(await examine(bytes)).toMatchObject({ what });
  });

  test('a cut JPEG whose preview is whole', async () => {
    const preview = await photo(64, 48).jpeg().toBuffer();
    const cut = Buffer.concat([jpeg.subarray(0, jpeg.length - 500), preview]);
    expect(await examine(cut)).toMatchObject({ what: 'which is incomplete or damaged' });
  });

  test('one of absurd proportions', async () => {
    expect(await examine(await photo(600, 4).png().toBuffer())).toMatchObject({
      what: '600 × 4 pixels',
    });
  });

  test('one that would fill the memory, before it is decoded', async () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(60_000);
    header.writeUInt32BE(60_000, 4);
    header.writeUInt8(8, 8);
    const bomb = Buffer.from(png);
    // A size of 3,600 megapixels in an otherwise good file.
    header.copy(bomb, 16, 0, 8);
    const found = await examine(bomb);
    expect('what' in found && found.what).toMatch(/60000 × 60000 pixels|damaged/);
  });
});

describe('a flat drawing', () => {
  const bars = Array.from(
    { length: 8 },
    (_, n) => `<rect x="${100 * n}" y="${70 * n}" width="60" height="600" fill="#06c"/>`,
  ).join('');

  test('is known as one, so that it is printed without loss', async () => {
    expect(await examine(await drawing(900, 700, bars))).toMatchObject({ drawing: true });
  });

  test('is not a photograph, whatever its format', async () => {
    for (const format of ['png', 'webp', 'jpeg'] as const) {
      const bytes = await photo(900, 700).toFormat(format).toBuffer();
      expect(await examine(bytes), format).toMatchObject({ drawing: false });
    }
  });
});

describe('what stands in for a picture', () => {
  const digest = '0123456789abcdef0123456789abcdef';

  test.each([true, false])('has its size and its digest, and nothing else', async (isDrawing) => {
    const facts = { digest, width: 1600, height: 900, drawing: isDrawing };
    const bytes = standIn(facts, 'code name');
    const { imageMetadata } = await import('astro/assets/utils');
    const format = isDrawing ? 'png' : 'jpg';
    expect(await imageMetadata(bytes)).toMatchObject({ width: 1600, height: 900, format });
    expect(digestIn(bytes)).toBe(digest);
    expect(bytes.length).toBeLessThan(200);
    expect(standIn(facts, 'other name').equals(bytes)).toBe(false);
  });

  test('is not taken for a picture, nor a picture for it', () => {
    expect(digestIn(jpeg)).toBeUndefined();
    expect(digestIn(Buffer.from('short'))).toBeUndefined();
  });
});

describe('the memory of the darkroom', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'memory-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const file = path.join(folder, 'pictures.json.kept');
  const facts: Facts = { width: 2, height: 1, frames: 1, drawing: false };
  const fault = { what: 'which is empty', expected: 'a', fix: 'b' };
  const learnt = (): string => {
    const memory = openMemory(folder, 'code');
    memory.learn('a', facts);
    memory.learn('b', fault);
    memory.keep();
    return readFileSync(file, 'utf8');
  };

  test('has what was found out, until it is not asked for any more', () => {
    learnt();
    const memory = openMemory(folder, 'code');
    expect(memory.recall('b')).toEqual(fault);
    memory.keep();
    expect(openMemory(folder, 'code').recall('b')).toEqual(fault);
    expect(openMemory(folder, 'code').recall('a')).toBeUndefined();
  });

  test('has nothing that other code found out', () => {
    learnt();
    expect(openMemory(folder, 'newer code').recall('a')).toBeUndefined();
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -5)],
    ['empty', () => ''],
    ['changed', (text: string) => text.replace('"width":2', '"width":3')],
    ['of another program', () => '[]'],
  ])('is not believed when it is %s', (_, change) => {
    writeFileSync(file, change(learnt()));
    expect(openMemory(folder, 'code').recall('a')).toBeUndefined();
  });

  test('does without a place to write', () => {
    writeFileSync(path.join(folder, 'a file'), '');
    const memory = openMemory(path.join(folder, 'a file/cache'), 'code');
    memory.learn('a', facts);
    expect(memory.keep).not.toThrow();
  });
});
