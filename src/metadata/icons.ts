import sharp from 'sharp';
import { iconNames } from './icon-names.ts';

/** Sizes of the pictures in favicon.ico: for tabs, for sharper screens, for shortcuts on a desktop. */
const faviconSizes = [16, 32, 48];
/**
 * The side of the icon that phones cut to any shape, and the share of it that is never cut off (W3C, Web App Manifest).
 */
const maskable = { side: 512, safeDiameter: 0.8 };

const toPng = { palette: true, compressionLevel: 9, effort: 10 } as const;

/** The logo's background: the colour of its corner, or white if the corner is transparent. */
const backgroundOf = async (logo: Buffer): Promise<{ r: number; g: number; b: number }> => {
  const corner = { left: 0, top: 0, width: 1, height: 1 };
  const [r = 255, g = 255, b = 255, alpha = 0] = await sharp(logo)
    .toColourspace('srgb')
    .ensureAlpha()
    .extract(corner)
    .raw()
    .toBuffer();
  return alpha === 255 ? { r, g, b } : { r: 255, g: 255, b: 255 };
};

const plainIcon =
  (side: number) =>
  (logo: Buffer): Promise<Buffer> =>
    sharp(logo).resize(side, side).png(toPng).toBuffer();

/** Not transparent, because home screens show transparent parts as black. */
const touchIcon = async (logo: Buffer): Promise<Buffer> =>
  sharp(logo)
    .resize(180, 180)
    .flatten({ background: await backgroundOf(logo) })
    .png(toPng)
    .toBuffer();

/** The logo without its margin, on its own background, as large as fits the circle that is never cut off. */
const maskableIcon = async (logo: Buffer): Promise<Buffer> => {
  const background = await backgroundOf(logo);
  const { width: whole } = await sharp(logo).metadata();
  const flat = sharp(logo).flatten({ background });
  const { data, info } = await flat.trim().png().toBuffer({ resolveWithObject: true });
  const { side, safeDiameter } = maskable;
  const scale = Math.min(side / whole, (side * safeDiameter) / Math.hypot(info.width, info.height));
  const scaled = (length: number): number => Math.max(1, Math.floor(length * scale));
  const mark = await sharp(data)
    .resize(scaled(info.width), scaled(info.height), { fit: 'fill' })
    .toBuffer();
  return sharp({ create: { width: side, height: side, channels: 3, background } })
    .composite([{ input: mark, gravity: 'centre' }])
    .png(toPng)
    .toBuffer();
};

/** PNG pictures in one ICO file: a header of 6 bytes, 16 bytes for each picture, then the pictures. */
const favicon = async (logo: Buffer): Promise<Buffer> => {
  const pictures = await Promise.all(
    faviconSizes.map((side) =>
      sharp(logo).resize(side, side).ensureAlpha().png({ compressionLevel: 9 }).toBuffer(),
    ),
  );
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [n, picture] of pictures.entries()) {
    const entry = 6 + 16 * n;
    const side = faviconSizes[n] ?? 0;
    head.writeUInt8(side, entry);
    head.writeUInt8(side, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(picture.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
};

/**
 * The paper's icons by file name, each with the function that makes it from the path of the publisher's logo, a square
 * picture. The same logo gives the same bytes.
 */
export const icons: ReadonlyMap<string, (logo: Buffer) => Promise<Buffer>> = new Map([
  [iconNames.favicon, favicon],
  [iconNames.touch, touchIcon],
  [iconNames.small, plainIcon(192)],
  [iconNames.large, plainIcon(512)],
  [iconNames.maskable, maskableIcon],
]);
