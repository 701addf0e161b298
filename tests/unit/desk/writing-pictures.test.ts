import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureKind } from '../../../src/desk/pictures/picture-kind.ts';
import { pictureName } from '../../../src/desk/pictures/picture-name.ts';
import { type Readable, pictureParts } from '../../../src/desk/pictures/picture-parts.ts';
import { pictureTexts } from '../../../src/darkroom/texts/picture-texts.ts';

const plain = sharp({ create: { width: 64, height: 48, channels: 3, background: '#a81e1e' } });

describe('a picture’s name beside its story', () => {
  test.each([
    ['Bridge at Dawn.JPG', 'bridge-at-dawn.jpg'],
    ['Café Éclair (1).png', 'cafe-eclair-1.jpg'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\me\\IMG_0001.HEIC.jpg', 'img_0001heic.jpg'],
    ['міст.jpg', 'photo.jpg'],
    ['<img src=x onerror=alert(1)>.jpg', 'img-srcx-onerroralert1.jpg'],
    ['CON.jpg', 'photo.jpg'],
    ['.jpg', 'photo.jpg'],
    ['', 'photo.jpg'],
    ['--a--.jpg', 'a.jpg'],
  ])('from %j', (from, name) => {
    expect(pictureName(from, 'jpg', [])).toBe(name.replaceAll('_', '-'));
  });

  test('is free, whatever its capitals', () => {
    expect(pictureName('photo.png', 'jpg', ['Photo.JPG', 'photo-2.jpg'])).toBe('photo-3.jpg');
  });

  test('is safe from any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (from) => {
        expect(pictureName(from, 'jpg', [])).toMatch(/^[a-z\d](?:[a-z\d-]{0,58}[a-z\d])?\.jpg$/);
      }),
    );
  });
});

describe('what a file is, whatever it is called', () => {
  test.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('%s', async (format) => {
    expect(pictureKind(await plain.clone().toFormat(format).toBuffer())).toBe(format);
  });

  test.each([
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
    ['<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['<!doctype html><svg></svg>', 'unknown'],
    ['', 'empty'],
    ['hello', 'unknown'],
  ])('%j', (content, kind) => {
    expect(pictureKind(Buffer.from(content, 'latin1'))).toBe(kind);
  });
});

describe('a picture that may stay as it is', () => {
  const parts = (kind: Readable, bytes: Uint8Array) => pictureParts(kind, bytes);

  test.each(['jpeg', 'png', 'webp'] as const)(
    '%s: whole, still, with nothing else in it',
    async (kind) => {
      const bytes = await plain.clone().toFormat(kind).toBuffer();
      expect(parts(kind, bytes)).toEqual({ isWhole: true, isAnimated: false, isBare: true });
    },
  );

  test.each(['jpeg', 'png', 'webp'] as const)('not a %s with anything in it', async (kind) => {
    const make = () => plain.clone().toFormat(kind);
    const odd = [
      make().withExif({ IFD0: { Artist: 'Jane' } }),
      make().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'),
      make().withIccProfile('p3'),
    ];
    for (const one of odd) expect(parts(kind, await one.toBuffer()).isBare).toBe(false);
    const bytes = Buffer.concat([await make().toBuffer(), Buffer.from('a video')]);
    expect(parts(kind, bytes).isBare).toBe(false);
  });

  test('not one in the colours of print', async () => {
    const bytes = await plain.clone().toColourspace('cmyk').jpeg().toBuffer();
    expect(parts('jpeg', bytes).isBare).toBe(false);
  });

  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('not half a %s', async (kind) => {
    const noise = sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    });
    const bytes = await noise.toFormat(kind).toBuffer();
    expect(parts(kind, bytes).isWhole).toBe(true);
    expect(parts(kind, bytes.subarray(0, bytes.length / 2)).isWhole).toBe(false);
  });

  test.each(['gif', 'webp'] as const)('not a moving %s', async (kind) => {
    const frame = { width: 8, height: 16, pageHeight: 8, channels: 3 as const };
    const raw = Buffer.from(Array.from({ length: 8 * 16 * 3 }, (_, at) => at % 251));
    const bytes = await sharp(raw, { raw: frame }).toFormat(kind).toBuffer();
    expect(parts(kind, bytes).isAnimated).toBe(true);
  });

  test('whatever the bytes are, the answer comes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom<Readable>('jpeg', 'png', 'webp', 'gif'),
        (bytes, kind) => {
          expect(parts(kind, bytes)).toBeDefined();
        },
      ),
    );
  });
});

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="Reuters">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Міст через Дніпро &amp; гай.</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Ольга Коваль</rdf:li></rdf:Seq></dc:creator>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A bridge of three arches.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('the texts that a file brings with it', () => {
  test('are those of its XMP', async () => {
    const bytes = await plain.clone().jpeg().withXmp(xmp).toBuffer();
    expect(pictureTexts(bytes)).toEqual({
      alt: 'A bridge of three arches.',
      caption: 'Міст через Дніпро & гай.',
      credit: 'Ольга Коваль / Reuters',
      makers: ['Ольга Коваль'],
    });
  });

  test('or its EXIF', async () => {
    const exif = {
      IFD0: { ImageDescription: 'A bridge', Artist: 'Jane Doe', Copyright: '© 2025' },
    };
    const bytes = await plain.clone().jpeg().withExif(exif).toBuffer();
    expect(pictureTexts(bytes)).toEqual({
      caption: 'A bridge',
      credit: 'Jane Doe',
      makers: ['Jane Doe'],
      rights: '(C) 2025',
    });
  });

  test('not what a camera writes where a caption could be', async () => {
    const exif = { IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } };
    expect(pictureTexts(await plain.clone().jpeg().withExif(exif).toBuffer())).toEqual({});
  });

  test('none of a file without', async () => {
    expect(pictureTexts(await plain.clone().png().toBuffer())).toEqual({});
    expect(pictureTexts(await plain.clone().webp().toBuffer())).toEqual({});
    expect(pictureTexts(Buffer.from('hello'))).toEqual({});
  });
});
