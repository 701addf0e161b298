import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { pictureTexts } from '../../src/darkroom/texts/picture-texts.ts';
import { line } from '../../src/schemas/values.ts';
import { startExiftool } from '../exiftool.ts';

const exiftool = startExiftool();
afterAll(() => exiftool.end());

const plain = (): Sharp =>
  sharp({ create: { width: 16, height: 8, channels: 3, background: '#888888' } });
const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
const jpeg = await plain().jpeg().toBuffer();

const rdf = (inside: string): string =>
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"' +
  ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"' +
  ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"' +
  ` xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const withXmp = (inside: string): Promise<Buffer> => plain().webp().withXmp(rdf(inside)).toBuffer();

describe('what the file of a picture says of it', () => {
  test.each(formats)(
    'is read from a %s, as a newsroom’s program has written it',
    async (format) => {
      const bytes = await exiftool.write(await plain().toFormat(format).toBuffer(), format, [
        '-XMP-dc:Creator=Ольга Коваль',
        '-XMP-photoshop:Credit=Reuters',
        '-XMP-dc:Rights=© 2025 Reuters',
        '-XMP-xmpRights:WebStatement=https://pictures.example/license',
        '-XMP-plus:LicensorURL=https://pictures.example/buy',
        '-XMP-iptcCore:AltTextAccessibility=Three arches & a river.',
        '-XMP-dc:Description-fr=Le pont.',
        '-XMP-dc:Description=The bridge.',
        '-XMP-iptcExt:DigitalSourceType=http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
      ]);
      expect(pictureTexts(bytes)).toEqual({
        alt: 'Three arches & a river.',
        caption: 'The bridge.',
        credit: 'Ольга Коваль / Reuters',
        makers: ['Ольга Коваль'],
        rights: '© 2025 Reuters',
        license: 'https://pictures.example/license',
        licensor: 'https://pictures.example/buy',
        source: 'digitalCapture',
      });
    },
  );

  test('is read from IPTC where there is no XMP', async () => {
    const bytes = await exiftool.write(jpeg, 'jpg', [
      '-IPTC:CodedCharacterSet=\u001b%G',
      '-IPTC:By-line=Zoë Müller',
      '-IPTC:Credit=dpa',
      '-IPTC:CopyrightNotice=© dpa',
      '-IPTC:Caption-Abstract=The bridge.',
    ]);
    expect(pictureTexts(bytes)).toEqual({
      caption: 'The bridge.',
      credit: 'Zoë Müller / dpa',
      makers: ['Zoë Müller'],
      rights: '© dpa',
    });
  });

  test.each(['jpeg', 'png', 'webp'] as const)('is read from the Exif of a %s', async (format) => {
    const bytes = await exiftool.write(await plain().toFormat(format).toBuffer(), format, [
      '-IFD0:Artist=Jane Doe',
      '-IFD0:Copyright=Acme',
      '-IFD0:ImageDescription=DSC_0042',
    ]);
    expect(pictureTexts(bytes)).toEqual({
      credit: 'Jane Doe',
      makers: ['Jane Doe'],
      rights: 'Acme',
    });
  });

  test('is not what belongs to another picture, or to its history', async () => {
    const history =
      '<xmpMM:Ingredients><rdf:Bag><rdf:li><rdf:Description><dc:creator>Somebody else</dc:creator>' +
      '</rdf:Description></rdf:li></rdf:Bag></xmpMM:Ingredients>';
    expect(pictureTexts(await withXmp(history))).toEqual({});
  });

  test('is not a name that no person has, nor an address that no browser opens', async () => {
    const bytes = await withXmp(
      '<dc:creator><rdf:Seq><rdf:li>Photographer</rdf:li></rdf:Seq></dc:creator>' +
        '<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>' +
        '<Iptc4xmpExt:DigitalSourceType>https://cv.example/anything</Iptc4xmpExt:DigitalSourceType>',
    );
    expect(pictureTexts(bytes)).toEqual({});
  });

  test('is an address in an attribute, or of whoever sells it', async () => {
    const bytes = await withXmp(
      '<xmpRights:WebStatement rdf:resource="https://a.example/l"/><plus:Licensor><rdf:Seq>' +
        '<rdf:li plus:LicensorName="A" plus:LicensorURL="https://a.example/buy"/></rdf:Seq></plus:Licensor>',
    );
    expect(pictureTexts(bytes)).toEqual({
      license: 'https://a.example/l',
      licensor: 'https://a.example/buy',
    });
  });
});

describe('a C2PA manifest', async () => {
  const box = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data]);
  };
  const jumbf = box(
    'jumb',
    box('jumd', Buffer.from('c2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0', 'latin1')),
  );
  const segment = Buffer.concat([Buffer.from('JP\0\x01\0\0\0\x01', 'latin1'), jumbf]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(segment.length + 2);
  const chunk = (name: string, data: Buffer): Buffer => {
    const little = Buffer.alloc(4);
    little.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(name), little, data, Buffer.alloc(data.length % 2)]);
  };
  const png = await plain().png().toBuffer();
  const pngChunk = Buffer.concat([box('caBX', jumbf), Buffer.alloc(4)]);
  // A chunk's length is that of its data alone.
  pngChunk.writeUInt32BE(jumbf.length);
  const uuid = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');

  test.each([
    [
      'JPEG',
      Buffer.concat([
        jpeg.subarray(0, 2),
        Buffer.from('ffeb', 'hex'),
        size,
        segment,
        jpeg.subarray(2),
      ]),
    ],
    ['PNG', Buffer.concat([png.subarray(0, 33), pngChunk, png.subarray(33)])],
    ['WebP', Buffer.concat([await plain().webp().toBuffer(), chunk('C2PA', jumbf)])],
    [
      'AVIF',
      Buffer.concat([await plain().avif().toBuffer(), box('uuid', Buffer.concat([uuid, jumbf]))]),
    ],
  ])('is seen in a %s', (_, bytes) => {
    expect(pictureTexts(bytes)).toEqual({ sealed: true });
  });

  test.each(formats)('is not seen in a %s without', async (format) => {
    expect(pictureTexts(await plain().toFormat(format).toBuffer())).toEqual({});
  });
});

describe('hostile and broken metadata', () => {
  const creator = (text: string): string =>
    `<dc:creator><rdf:Seq><rdf:li>${text}</rdf:li></rdf:Seq></dc:creator>`;

  test.each([
    ['markup', '&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['lines and tabs', 'Jane&#10;&#9; Doe', 'Jane Doe'],
    ['signs that turn the rest around', 'Jane \u202Eeod\u2066', 'Jane eod'],
    ['zero-width signs alone', '\u200B\u2060', undefined],
    ['another encoding', 'Zo\uFFFD', undefined],
    ['letters that are joined without being seen', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ])('%s becomes one line that the copy would take', async (_, written, read) => {
    const { credit } = pictureTexts(await withXmp(creator(written)));
    expect(credit).toBe(read);
    if (credit !== undefined) expect(line(160).parse(credit)).toBe(credit);
  });

  test.each(['x', 'é', '👨‍👩‍👧‍👦', 'a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309'])(
    'a name of ten thousand %s is cut to what the copy takes',
    async (sign) => {
      const { credit = '' } = pictureTexts(await withXmp(creator(sign.repeat(10_000))));
      expect(credit).toMatch(/…$/);
      expect(line(160).parse(credit)).toBe(credit);
    },
  );

  test.each([
    ['megabytes of it', creator('x').repeat(60_000)],
    ['elements without end', '<dc:creator>'.repeat(100_000)],
    ['ends without a start', '<a>'.repeat(50_000) + '</b>'.repeat(50_000)],
    ['a name of megabytes', creator('x'.repeat(3_000_000))],
    [
      'entities in entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${creator('&b;')}`,
    ],
    ['no XML at all', '<<<&&&>>>"\0'],
  ])('%s takes no time and breaks nothing', async (_, inside) => {
    const bytes = await withXmp(inside);
    const start = performance.now();
    expect(() => pictureTexts(bytes)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  test('whatever the bytes behind a format’s first ones are, an answer comes', () => {
    const starts = [
      'ffd8ffe1002445786966000049492a00',
      'ffd8ffed002050686f746f73686f7020332e3000',
      '89504e470d0a1a0a0000000069545874',
      '524946460000000057454250584d5020',
      '0000000c667479706176696600000000',
      '474946383961',
    ].map((hex) => Buffer.from(hex, 'hex'));
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(pictureTexts(Buffer.concat([start, rest]))).toBeDefined();
      }),
      { numRuns: 3_000 },
    );
  });
});
