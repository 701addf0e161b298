import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { printPicture } from '../../src/darkroom/print.ts';
import type { PictureLabel } from '../../src/copy/printable-picture.ts';
import { isLabel, labelAsXmp, labelOf } from '../../src/darkroom/texts/label.ts';
import { pictureTexts } from '../../src/darkroom/texts/picture-texts.ts';
import { startExiftool } from '../exiftool.ts';

const exiftool = startExiftool();
afterAll(() => exiftool.end());

const texts = {
  credit: 'Jane Doe / Reuters',
  makers: ['Jane Doe'],
  rights: '© 2025 Reuters',
  license: 'https://pictures.example/license',
  source: 'digitalCapture' as const,
};

describe('a printed picture says', () => {
  test('what its file says, if the copy says nothing', () => {
    expect(labelOf({}, texts)).toEqual(texts);
  });

  test('what the copy says, and what of the file does not contradict it', () => {
    const copy = { credit: 'Photo: Jane Doe', license: 'https://a.example/' };
    expect(labelOf(copy, texts)).toEqual({ ...texts, ...copy });
  });

  test('nothing of other makers and their rights', () => {
    expect(labelOf({ credit: 'John Roe' }, texts)).toEqual({
      credit: 'John Roe',
      license: undefined,
      source: 'digitalCapture',
    });
  });

  test('nothing at all, if neither says anything', () => {
    expect(labelAsXmp(labelOf({}, { alt: 'A bridge.', sealed: true }))).toBeUndefined();
  });
});

describe('the label of a picture', async () => {
  const noise = { type: 'gaussian', mean: 120, sigma: 20 } as const;
  const photo = await sharp({
    create: { width: 320, height: 200, channels: 3, background: '#777777', noise },
  })
    .png()
    .toBuffer();
  const print = async (format: string, label?: PictureLabel): Promise<Buffer> => {
    const xmp = label && labelAsXmp(label);
    return printPicture(photo, { width: 320, format }, { drawing: format === 'png', xmp });
  };
  const formats = ['avif', 'webp', 'jpeg', 'png'];

  test.each(formats)('is what others read in a %s', async (format) => {
    const tags = await exiftool.read(await print(format, texts), format);
    expect(tags).toMatchObject({
      'XMP-photoshop:Credit': 'Jane Doe / Reuters',
      'XMP-dc:Creator': 'Jane Doe',
      'XMP-dc:Rights': '© 2025 Reuters',
      'XMP-xmpRights:WebStatement': 'https://pictures.example/license',
    });
    const artificial = { credit: 'The Courier', source: 'trainedAlgorithmicMedia' } as const;
    expect(await exiftool.read(await print(format, artificial), format)).toMatchObject({
      'XMP-photoshop:Credit': 'The Courier',
      'XMP-iptcExt:DigitalSourceType':
        'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    });
  });

  const long: [string, PictureLabel][] = [
    ['of usual length', texts],
    ['in Arabic', { credit: 'تصوير '.repeat(27).trim(), rights: 'حقوق '.repeat(30) }],
    ['of nothing but emoji', { credit: '👨‍👩‍👧‍👦'.repeat(115) }],
    ['with markup', { credit: '<a href="x">&'.repeat(12), makers: ['"><script>'.repeat(16)] }],
    ['of many makers', { credit: 'A', makers: Array<string>(20).fill('x'.repeat(160)) }],
    [
      'with a licence without end',
      { credit: 'A', license: `https://a.example/${'x'.repeat(1900)}` },
    ],
  ];
  test.each(long)('%s adds at most 700 bytes to a file, and keeps the credit', async (_, label) => {
    for (const format of formats) {
      const bytes = await print(format, label);
      expect(bytes.length - (await print(format)).length, format).toBeLessThanOrEqual(700);
      const credit = String((await exiftool.read(bytes, format))['XMP-photoshop:Credit']);
      expect(label.credit?.startsWith(credit.replace('…', '')), credit).toBe(true);
    }
  });

  test('is told from what a camera or a program wrote', () => {
    expect(isLabel(Buffer.from(labelAsXmp(texts) ?? ''))).toBe(true);
    const start = '<x:xmpmeta xmlns:x="adobe:ns:meta/">';
    expect(isLabel(Buffer.from(`${start}${labelAsXmp(texts) ?? ''}`))).toBe(false);
  });

  test('takes the place of everything that the file had beside it', async () => {
    const secret = 'Serial 4711';
    const original = await exiftool.write(await sharp(photo).jpeg().toBuffer(), 'jpg', [
      '-GPSLatitude=50.45',
      '-GPSLongitude=30.5',
      `-SerialNumber=${secret}`,
      `-XMP-aux:SerialNumber=${secret}`,
      `-IPTC:City=${secret}`,
      `-XMP-iptcCore:Location=${secret}`,
      `-XMP-xmp:CreatorTool=${secret}`,
      `-Comment=${secret}`,
      '-XMP-photoshop:Credit=Jane Doe',
    ]);
    const xmp = labelAsXmp(labelOf({}, pictureTexts(original)));
    for (const format of formats) {
      const bytes = await printPicture(original, { format }, { drawing: false, xmp });
      const tags = await exiftool.read(bytes, format);
      expect(tags['XMP-photoshop:Credit']).toBe('Jane Doe');
      const groups = Object.keys(tags).map((tag) => tag.split(':')[0]);
      expect(groups.join()).not.toMatch(/GPS|IFD|Exif(?!Tool)|IPTC|aux|iptcCore|XMP-xmp\b|Thumb/);
      expect(bytes.includes(secret)).toBe(false);
    }
  });
});
