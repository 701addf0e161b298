import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readSwitches } from '../../src/config/switches.ts';
import { papers } from '../papers.ts';
import { printed } from './printed.ts';

type Manifest = {
  start_url: string;
  scope: string;
  dir: string;
  lang: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose?: string }[];
};

describe.each(papers)('the icons of the paper $name', ({ name, env }) => {
  const { base, files, bytes, pages, page } = printed(name);
  const manifest = JSON.parse(bytes(`${base}site.webmanifest`).toString('utf8')) as Manifest;

  test('include a favicon with pictures of 16, 32 and 48 pixels', async () => {
    const icon = bytes(`${base}favicon.ico`);
    const sides = Array.from({ length: icon.readUInt16LE(4) }, async (_, n) => {
      const offset = icon.readUInt32LE(6 + n * 16 + 12);
      const length = icon.readUInt32LE(6 + n * 16 + 8);
      const { width, height } = await sharp(icon.subarray(offset, offset + length)).metadata();
      return [width, height];
    });
    expect(await Promise.all(sides)).toEqual([
      [16, 16],
      [32, 32],
      [48, 48],
    ]);
  });

  test('include one for home screens, of 180 pixels and without transparency', async () => {
    const icon = bytes(`${base}apple-touch-icon.png`);
    const { width, height } = await sharp(icon).metadata();
    expect([width, height]).toEqual([180, 180]);
    expect((await sharp(icon).stats()).isOpaque).toBe(true);
  });

  test('exist as the web manifest names them, in the size that it gives', async () => {
    for (const { src, sizes, type } of manifest.icons) {
      expect(src.startsWith(base), src).toBe(true);
      expect(files.has(src), src).toBe(true);
      const { width, height, format } = await sharp(bytes(src)).metadata();
      expect([`${width}x${height}`, `image/${format}`]).toEqual([sizes, type]);
    }
    const purposes = manifest.icons.map((icon) => icon.purpose ?? 'any');
    expect(purposes).toContain('maskable');
    expect(purposes.filter((purpose) => purpose === 'any').length).toBeGreaterThan(1);
  });

  test('come with a web manifest that matches the pages', () => {
    const { $ } = page(base);
    expect(manifest).toMatchObject({
      lang: $('html').attr('lang'),
      dir: $('html').attr('dir'),
      start_url: base,
      scope: base,
      theme_color: $('meta[name="theme-color"][media*="light"]').attr('content'),
    });
  });

  test('are linked from every full page, along with the manifest, and never inlined', () => {
    const drawn = path.join(readSwitches(env).publicDir, 'favicon.svg');
    const vector = existsSync(drawn) ? [`${base}favicon.svg`] : [];
    for (const { $, path: address, html } of pages) {
      const hrefs = (rel: string) =>
        $(`link[rel="${rel}"]`)
          .toArray()
          .map((link) => link.attribs['href'] ?? '');
      expect(hrefs('icon'), address).toEqual([`${base}favicon.ico`, ...vector]);
      expect(hrefs('apple-touch-icon'), address).toEqual([`${base}apple-touch-icon.png`]);
      expect(hrefs('manifest'), address).toEqual([`${base}site.webmanifest`]);
      expect(html, address).not.toContain('data:image');
    }
  });
});

test('the paper that comes with the engine shows its logo unchanged in browser tabs', () => {
  const { bytes } = printed('home');
  expect(bytes('/favicon.svg')).toEqual(readFileSync('src/content/publisher-logo.svg'));
});
