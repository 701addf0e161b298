import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pixelsOf } from '../../src/darkroom/draw-svg.ts';
import { examine } from '../../src/darkroom/examine.ts';
import { printPicture } from '../../src/darkroom/print.ts';

const xmlns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const arch = '<path d="M0 200a150 150 0 0 1 300 0z" fill="#06c"/>';
const svg = (content = arch, attributes = 'width="300" height="200"'): Buffer =>
  Buffer.from(`<svg ${xmlns} ${attributes}>${content}</svg>`);
const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  .png()
  .toBuffer();
const dataOf = (bytes: Buffer, type = 'image/png'): string =>
  `data:${type};base64,${bytes.toString('base64')}`;

describe('a drawing in SVG is printed as pixels', () => {
  test.each([
    ['with a width and a height', 'width="300" height="200"', 600, 400],
    ['in other units', 'width="3in" height="144pt"', 432, 288],
    ['with a viewBox alone', 'viewBox="0 0 300 200"', 600, 400],
    ['that fills what it is in', 'width="100%" height="100%" viewBox="0,0 300,200"', 600, 400],
    ['with a width and a viewBox', 'width="600" viewBox="0 0 300 200"', 1200, 800],
    ['no larger than any page shows it', 'viewBox="0 0 12000 8000"', 1280, 853],
  ])('at twice its size: %s', async (_, attributes, width, height) => {
    expect(await examine(svg(arch, attributes))).toMatchObject({ width, height, frames: 1 });
  });

  test('without loss, if it is a flat drawing', async () => {
    const bars = Array.from(
      { length: 8 },
      (_, n) => `<path d="M${String(70 * n)} 0h40v400h-40z" fill="#06c"/>`,
    );
    expect(await examine(svg(bars.join(''), 'viewBox="0 0 640 480"'))).toMatchObject({
      drawing: true,
    });
  });

  test('with its lines drawn anew, not enlarged', async () => {
    const pixels = await pixelsOf(
      svg('<rect width="1" height="2" fill="#000"/>', 'viewBox="0 0 2 2"'),
    );
    const { data, info } = await sharp(pixels as Buffer)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const alphas = Array.from({ length: info.width }, (_, x) => data[x * info.channels + 3]);
    expect(alphas).toEqual([255, 255, 0, 0]);
  });

  test('without any of its markup', async () => {
    const hostile = svg(`<script>alert(1)</script><title>secret</title>${arch}`);
    const pixels = (await pixelsOf(hostile)) as Buffer;
    const printed = await printPicture(pixels, { width: 300, format: 'png' }, { drawing: true });
    expect(printed.subarray(1, 4).toString()).toBe('PNG');
    expect(printed.toString('latin1')).not.toMatch(/script|alert|secret|<svg/);
  });

  test('with its own gradients, styles, parts and pictures', async () => {
    const whole = svg(
      `<style><![CDATA[.a{fill:url(#g)}]]></style><defs><linearGradient id="g"/><g id="p">${arch}</g></defs>` +
        `<use xlink:href="#p" class="a"/><image href="${dataOf(png)}" width="9" height="9"/>` +
        `<rect style="filter:url('#f')" width="9" height="9"/>`,
    );
    expect(await examine(whole)).toMatchObject({ width: 600, height: 400 });
  });
});

describe('a drawing in SVG that could load or become more than it shows is refused', () => {
  const outside = /refers to something outside itself/;
  test.each<[string, Buffer, RegExp]>([
    ['a DOCTYPE', Buffer.from(`<!DOCTYPE svg>${svg().toString()}`), /DOCTYPE/],
    [
      'entities that grow',
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('<desc>&b;</desc>').toString()}`,
      ),
      /DOCTYPE/,
    ],
    [
      'a style sheet',
      Buffer.from(`<?xml-stylesheet href="a.css"?>${svg().toString()}`),
      /style sheet/,
    ],
    ['a picture of another site', svg('<image href="https://tracker.example/a.png"/>'), outside],
    ['a picture of this machine', svg('<image xlink:href="file:///etc/passwd"/>'), outside],
    ['a picture beside it', svg('<image xlink:href="lead.png"/>'), outside],
    [
      'an address under another prefix',
      svg('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="a.svg#b"/>'),
      outside,
    ],
    ['an address with an entity in it', svg('<image href="&#104;ttps://a.example/"/>'), outside],
    ['a drawing in a drawing', svg(`<image href="${dataOf(svg(), 'image/svg+xml')}"/>`), outside],
    ['a script’s address', svg('<a href="javascript:alert(1)"><path/></a>'), outside],
    ['a style of another site', svg('<style>@import "https://a.example/a.css";</style>'), outside],
    ['a font', svg('<style>@font-face{font-family:a;src:local(b)}</style>'), outside],
    ['a filter elsewhere', svg('<rect filter="url(https://a.example/f.svg#f)"/>'), outside],
    ['a fill elsewhere', svg('<rect style="fill: URL( \'a.svg#b\' )"/>'), outside],
    [
      'a fill elsewhere, in disguise',
      svg('<rect style="fill:\\75 r\\6C(//a.example/)"/>'),
      outside,
    ],
    ['the same in CDATA', svg('<style><![CDATA[a{fill:url(//a.example/)}]]></style>'), outside],
    [
      'another file',
      svg('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text"/>'),
      outside,
    ],
    ['a web page', svg('<foreignObject><p>Hello</p></foreignObject>'), /foreignObject/],
    [
      'the same with a prefix',
      svg('<s:foreignObject xmlns:s="http://www.w3.org/2000/svg"/>'),
      /foreignObject/,
    ],
    ['letters', svg('<text y="20">Hello</text>'), /letters/],
    ['no size', svg(arch, ''), /without a size/],
    ['no size but a share', svg(arch, 'width="100%" height="100%"'), /without a size/],
    ['a size of nothing', svg(arch, 'viewBox="0 0 0 10"'), /without a size/],
    [
      'more pixels than memory',
      svg(arch, 'viewBox="0 0 1000000000 1000000000"'),
      /1000000000 × 1000000000/,
    ],
    ['absurd proportions', svg(arch, 'viewBox="0 0 6000 4"'), /1280 × 1 pixels/],
    ['too many bytes', svg(`<!--${'x'.repeat(2_000_000)}-->`), /more than 2 megabytes/],
    [
      'another encoding',
      Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${svg().toString()}`),
      /damaged/,
    ],
    ['half of it', svg().subarray(0, 150), /damaged/],
    ['an entity that nobody knows', svg('<desc>&a;</desc>'), /damaged/],
  ])('%s', async (_, bytes, what) => {
    const found = await examine(bytes);
    expect('what' in found && found.what).toMatch(what);
  });

  test('pictures in it that would fill the memory', async () => {
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const found = await examine(svg(`<image href="${dataOf(bomb)}" width="9" height="9"/>`));
    expect('what' in found && found.what).toMatch(/3600000000 × 1|damaged/);
  });

  test('parts that are repeated without end', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) => `<g id="a${String(n + 1)}">${`<use href="#a${String(n)}"/>`.repeat(10)}</g>`,
    );
    const start = performance.now();
    const found = await examine(
      svg(`<defs><path id="a0" d="M0 0h9v9z"/>${levels.join('')}</defs><use href="#a12"/>`),
    );
    expect('what' in found && found.what).toMatch(/damaged|too long/);
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 70_000);
});
