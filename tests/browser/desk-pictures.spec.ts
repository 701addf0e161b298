import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { tagsOf } from '../exiftool.ts';
import { violationsOn } from './axe.ts';
import { openStage, StageForge, withForge } from './desk-stage/open-stage.ts';

const path = 'content/articles/2025/one/index.md';
const story = '---\nheadline: "One"\nkind: news\n---\n\nA first paragraph.\n';

/** Red on the left, blue on the right, as a camera held upright sees it. */
const camera = (width: number, height: number) => {
  const half = { width: width / 2, height, channels: 3 as const };
  return sharp({ create: { width, height, channels: 3, background: '#0000c8' } }).composite([
    { input: { create: { ...half, background: '#c80000' } }, left: 0, top: 0 },
  ]);
};

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">The bridge "at dawn"</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li></rdf:Seq></dc:creator><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A bridge of three arches.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>`;

const exif = {
  IFD0: { Make: 'Canon', Model: 'EOS' },
  IFD2: { BodySerialNumber: '12345' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '50/1 27/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '30/1 31/1 0/1',
  },
};

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const jpeg = (name: string, buffer: Buffer): File => ({ name, mimeType: 'image/jpeg', buffer });

const open = async (page: Page, view: 'body' | 'picture') => {
  await withForge(page.context(), new StageForge({ [path]: story }));
  await openStage(page, { view });
};

const choose = async (page: Page, ...files: File[]) => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(?:Picture|Choose a picture)$/ }).click();
  await (await chooser).setFiles(files);
};

const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name });

/** Puts the pictures of the dialog into the text. */
const insert = async (page: Page) => {
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
};

const openNow = (page: Page) =>
  page.evaluate(async () => {
    const { openFile } = globalThis as never as {
      openFile: {
        text: { value: string };
        newPictures: { value: { name: string; bytes: Blob }[] };
      };
    };
    const pictures = openFile.newPictures.value.map(async ({ name, bytes }) => {
      const url = await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.addEventListener('load', () => {
          resolve(reader.result as string);
        });
        reader.readAsDataURL(bytes);
      });
      return { name, base64: url.split(',')[1] ?? '' };
    });
    return { text: openFile.text.value, pictures: await Promise.all(pictures) };
  });

const stored = async (page: Page) => {
  const { text, pictures } = await openNow(page);
  return {
    text,
    pictures: pictures.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })),
  };
};

const pixel = async (bytes: Buffer, left: number, top: number) => {
  const { width, height } = await sharp(bytes).metadata();
  const region = {
    left: Math.round(left * width),
    top: Math.round(top * height),
    width: 1,
    height: 1,
  };
  return [
    ...(await sharp(bytes).extract(region).removeAlpha().toColourspace('srgb').raw().toBuffer()),
  ];
};

const expectBare = async (bytes: Buffer) => {
  const {
    exif: hasExif,
    xmp: hasXmp,
    iptc,
    icc,
    orientation,
    space,
  } = await sharp(bytes).metadata();
  expect([hasExif, hasXmp, iptc, icc, orientation]).toEqual(Array(5).fill(undefined));
  expect(space).toBe('srgb');
  expect(Object.keys(await tagsOf(bytes, 'jpg')).join()).not.toMatch(/GPS|XMP|IPTC|IFD0/);
  expect(bytes.toString('latin1')).not.toMatch(/Exif|Canon|12345|xmpmeta|Photoshop/);
};

test('a photograph from a phone is upright, small and tells nothing but what its file says of it', async ({
  page,
}) => {
  const lying = await camera(4000, 3000)
    .jpeg()
    .withExif(exif)
    .withXmp(xmp)
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect(await tagsOf(lying, 'jpg')).toMatchObject({
    'IFD0:Orientation': 6,
    'GPS:GPSLatitude': 50.45,
  });
  await open(page, 'body');
  await choose(page, jpeg('Ünser Bild (1).JPG', lying));
  await expect(field(page, 'What the picture shows')).toHaveValue('A bridge of three arches.');
  await expect(page.getByText('please check')).toBeVisible();
  await expect(field(page, 'Credit')).toHaveValue('Jane Doe');
  expect(await violationsOn(page)).toEqual([]);
  await insert(page);
  await expect.poll(async () => (await stored(page)).text).not.toBe(story);
  const { text, pictures } = await stored(page);
  expect(text).toBe(
    `${story}\n![A bridge of three arches.](./unser-bild-1.jpg "The bridge \\"at dawn\\" | Jane Doe")\n`,
  );
  const [picture] = pictures;
  if (!picture) throw new Error('No picture was taken in.');
  expect(picture.name).toBe('unser-bild-1.jpg');
  const { width, height, format } = await sharp(picture.bytes).metadata();
  expect([width, height, format]).toEqual([2560, Math.round((2560 * 4000) / 3000), 'jpeg']);
  await expectBare(picture.bytes);
  // What was on the left is at the top.
  const [red] = await pixel(picture.bytes, 0.5, 0.1);
  const [, , blue] = await pixel(picture.bytes, 0.5, 0.9);
  expect([red, blue].map((light) => Number(light) > 180)).toEqual([true, true]);
});

test('colours of print and of wide screens become those that every screen knows', async ({
  page,
}) => {
  const plain = sharp({ create: { width: 400, height: 300, channels: 3, background: '#c83c3c' } });
  const cmyk = await plain.clone().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
  const wide = await plain.clone().withIccProfile('p3').png().toBuffer();
  await open(page, 'body');
  await choose(page, jpeg('a.jpg', cmyk), { name: 'a.png', mimeType: 'image/png', buffer: wide });
  await expect(field(page, 'What the picture shows')).toHaveCount(2);
  for (const one of await field(page, 'What the picture shows').all()) await one.fill('Red');
  await insert(page);
  await expect.poll(async () => (await stored(page)).text).not.toBe(story);
  const { text, pictures } = await stored(page);
  expect(text).toContain('![Red](./a.jpg)\n![Red](./a.png)\n');
  // Browsers know no inks, so that of a picture for print they show the nearest that numbers tell.
  for (const [number, most] of [45, 6].entries()) {
    const bytes = pictures[number]?.bytes ?? Buffer.alloc(0);
    await expectBare(bytes);
    const found = await pixel(bytes, 0.5, 0.5);
    const apart = [0xc8, 0x3c, 0x3c].map((wanted, at) => Math.abs((found[at] ?? 0) - wanted));
    expect(Math.max(...apart)).toBeLessThan(most);
  }
});

test('a small picture with nothing else in it keeps its bytes; a transparent drawing stays one', async ({
  page,
}) => {
  const small = await camera(300, 200).jpeg().toBuffer();
  const clear = {
    create: { width: 3000, height: 100, channels: 4 as const, background: '#00000000' },
  };
  const drawing = await sharp(clear).png().toBuffer();
  await open(page, 'body');
  await choose(page, jpeg('a.jpg', small), {
    name: 'b.png',
    mimeType: 'image/png',
    buffer: drawing,
  });
  await expect(field(page, 'What the picture shows')).toHaveCount(2);
  for (const one of await field(page, 'What the picture shows').all()) await one.fill('x');
  await insert(page);
  const { pictures } = await stored(page);
  expect(pictures[0]?.bytes.equals(small)).toBe(true);
  expect(await sharp(pictures[1]?.bytes).metadata()).toMatchObject({
    width: 2560,
    format: 'png',
    hasAlpha: true,
  });
});

test('what cannot be printed is refused with a sentence; the rest is taken', async ({ page }) => {
  const good = await camera(300, 200).jpeg().toBuffer();
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const noisy = { width: 400, height: 400, channels: 3 as const, background: 'grey', noise };
  const whole = await sharp({ create: noisy }).jpeg().toBuffer();
  const huge = await sharp({
    create: { width: 8000, height: 6500, channels: 3, background: 'red' },
  })
    .png()
    .toBuffer();
  const frames = { width: 8, height: 16, pageHeight: 8, channels: 3 as const };
  const moving = await sharp(Buffer.from(Array.from({ length: 384 }, (_, at) => at % 251)), {
    raw: frames,
  })
    .gif()
    .toBuffer();
  await open(page, 'body');
  await choose(
    page,
    jpeg('iphone.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')),
    jpeg(
      '<b>logo</b>.jpg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ),
    jpeg('half.jpg', whole.subarray(0, whole.length / 2)),
    { name: 'huge.png', mimeType: 'image/png', buffer: huge },
    { name: 'moving.gif', mimeType: 'image/gif', buffer: moving },
    jpeg('../../../good.jpg', good),
  );
  for (const words of [
    'iphone.jpg is in Apple’s format HEIC',
    '<b>logo</b>.jpg is a vector drawing',
    'half.jpg is incomplete or damaged',
    'huge.png has more than 50 megapixels',
    'moving.gif is animated',
  ])
    await expect(page.getByText(words)).toBeVisible();
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect(page.getByRole('alert')).toContainText('Say in a sentence what the picture shows');
  await field(page, 'What the picture shows').fill('Two colours');
  await page.getByRole('button', { name: 'Insert' }).click();
  await expect.poll(async () => (await stored(page)).text).toContain('![Two colours](./good.jpg)');
});

test('the lead image may be decorative, and only then without a description', async ({ page }) => {
  await open(page, 'picture');
  await choose(page, jpeg('lead.jpg', await camera(300, 200).jpeg().toBuffer()));
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByRole('alert')).toContainText('or tick that it is decorative');
  await page.getByRole('checkbox', { name: /Decorative/ }).check();
  await field(page, 'Credit').fill('Jane Doe');
  await page.getByRole('button', { name: 'Use this picture' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await stored(page)).text).toBe(
    story.replace(
      '---\n\n',
      'leadImage:\n  src: "./lead.jpg"\n  alt: ""\n  credit: "Jane Doe"\n  decorative: true\n---\n\n',
    ),
  );
  await expect(page.locator('.picture-field img')).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove' }).click();
  expect((await stored(page)).text).toBe(story);
});

test('a picture is dropped on the text, or pasted into it', async ({ page }) => {
  const base64 = (await camera(300, 200).jpeg().toBuffer()).toString('base64');
  await open(page, 'body');
  for (const type of ['drop', 'paste']) {
    await page.getByRole('textbox', { name: 'Text', exact: true }).evaluate(
      async (area, given) => {
        const bytes = Uint8Array.from(atob(given.base64), (sign) => sign.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'image.jpg', { type: 'image/jpeg' }));
        const init = { bubbles: true, cancelable: true };
        area.dispatchEvent(
          given.type === 'drop'
            ? new DragEvent('drop', { ...init, dataTransfer: data })
            : new ClipboardEvent('paste', { ...init, clipboardData: data }),
        );
        await Promise.resolve();
      },
      { base64, type },
    );
    await field(page, 'What the picture shows').fill(type);
    await insert(page);
    await expect.poll(async () => (await stored(page)).text).toContain(type);
  }
  const { text, pictures } = await stored(page);
  expect(text).toMatch(
    /!\[drop\]\(\.\/image\.jpg\)[^]*!\[paste\]\(\.\/image-2\.jpg\)|!\[paste\]\(\.\/image-2\.jpg\)[^]*!\[drop\]/,
  );
  expect(pictures.map(({ name }) => name)).toEqual(['image.jpg', 'image-2.jpg']);
});
