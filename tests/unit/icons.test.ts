import { mkdtemp, rm, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/addresses.ts';
import { iconNames } from '../../src/metadata/icon-names.ts';
import { icons } from '../../src/metadata/icons.ts';
import { manifestOf } from '../../src/metadata/manifest.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'icons-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A logo of 600 pixels: a white square on this background, reaching this far from the centre to each side. */
async function logoOf(ground: string, reach: number): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600">
    <rect width="600" height="600" fill="${ground}"/>
    <rect x="${300 - reach}" y="${300 - reach}" width="${2 * reach}" height="${2 * reach}" fill="#fff"/>
  </svg>`;
  const name = `${ground.replace('#', '')}-${reach}.png`;
  await writeFile(path.join(folder, name), await sharp(Buffer.from(svg)).png().toBuffer());
  return name;
}
const draw = async (logo: string, name: string): Promise<Buffer> => {
  const make = icons.get(name);
  if (!make) throw new Error(`There is no ${name}.`);
  return make(await readFile(path.join(folder, logo)));
};
/** The colour of a pixel: red, green, blue and alpha. */
const pixel = async (icon: Buffer, left: number, top: number): Promise<number[]> => [
  ...(await sharp(icon).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

describe('the icons', () => {
  test.each([
    [iconNames.touch, 180],
    [iconNames.small, 192],
    [iconNames.large, 512],
    [iconNames.maskable, 512],
  ])('%s is a PNG of %i pixels', async (name, side) => {
    const { format, width, height } = await sharp(
      await draw(await logoOf('#123456', 200), name),
    ).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: side, height: side });
  });

  test('favicon.ico contains pictures of 16, 32 and 48 pixels, as its header says', async () => {
    const icon = await draw(await logoOf('#123456', 200), iconNames.favicon);
    expect([0, 2, 4].map((at) => icon.readUInt16LE(at))).toEqual([0, 1, 3]);
    let end = 6 + 3 * 16;
    for (const [n, side] of [16, 32, 48].entries()) {
      const at = 6 + n * 16;
      expect([icon.readUInt8(at), icon.readUInt8(at + 1)]).toEqual([side, side]);
      const [length, offset] = [icon.readUInt32LE(at + 8), icon.readUInt32LE(at + 12)];
      expect(offset).toBe(end);
      end = offset + length;
      const { format, width, height } = await sharp(icon.subarray(offset, end)).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', width: side, height: side });
    }
    expect(icon.length).toBe(end);
  });

  test('are byte-for-byte the same each time', async () => {
    const logo = await logoOf('#123456', 200);
    for (const name of icons.keys()) {
      expect((await draw(logo, name)).equals(await draw(logo, name)), name).toBe(true);
    }
  });

  test.each([
    ['a logo that fills its square', 299],
    ['a logo with a margin', 150],
  ])('of %s lose nothing to a round mask, and have the logo’s own background', async (_, reach) => {
    const icon = await draw(await logoOf('#123456', reach), iconNames.maskable);
    const { data } = await sharp(icon).greyscale().raw().toBuffer({ resolveWithObject: true });
    let furthest = 0;
    for (const [n, light] of data.entries()) {
      if (light > 200)
        furthest = Math.max(furthest, Math.hypot((n % 512) - 255.5, Math.floor(n / 512) - 255.5));
    }
    expect(furthest).toBeLessThanOrEqual(0.4 * 512);
    expect(furthest).toBeGreaterThan(0.2 * 512);
    expect(await pixel(icon, 0, 0)).toEqual([0x12, 0x34, 0x56, 255]);
  });

  test('for home screens have no transparent parts, which would turn black', async () => {
    const clear = await logoOf('transparent', 200);
    expect(await pixel(await draw(clear, iconNames.touch), 0, 0)).toEqual([255, 255, 255, 255]);
    expect((await pixel(await draw(clear, iconNames.small), 0, 0))[3]).toBe(0);
  });

  test('of a single-colour logo have that colour', async () => {
    const icon = await draw(await logoOf('#ffffff', 200), iconNames.maskable);
    expect(await pixel(icon, 256, 256)).toEqual([255, 255, 255, 255]);
  });
});

describe('the web manifest', () => {
  const least = {
    name: 'The Paper of the Town',
    tagline: 'All of it',
    url: 'https://news.example',
    language: 'ar-EG',
    timeZone: 'Africa/Cairo',
    publisher: { name: 'The Press', logo: 'logo.png' },
  };
  const addresses = createAddresses(least.url, '/paper/', '/{slug}/');
  const manifest = (fields: object = {}) =>
    manifestOf(publicationSchema.parse({ ...least, ...fields }), addresses, '#fffefb');

  test('names the paper, its language, its direction and its scope', () => {
    expect(manifest({ shortName: 'Paper' })).toMatchObject({
      name: least.name,
      short_name: 'Paper',
      lang: 'ar-EG',
      dir: 'rtl',
      id: '/paper/',
      start_url: '/paper/',
      scope: '/paper/',
      display: 'minimal-ui',
      theme_color: '#fffefb',
      background_color: '#fffefb',
    });
    expect(manifest()).toMatchObject({ short_name: least.name });
  });

  test('lists the icons under the base path, one of them maskable', () => {
    expect(manifest()).toMatchObject({
      icons: [
        { src: '/paper/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/paper/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/paper/icon-maskable.png', sizes: '512x512', purpose: 'maskable' },
      ],
    });
  });
});
