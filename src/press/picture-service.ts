import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';
import { writeWhole } from '../write-whole.ts';

/** The folder of encoded pictures that several papers share, and a digest of the code that encodes them. */
interface SharedCache {
  folder: string;
  code: string;
}

/** The picture, enlarged if it is too small to be cropped to this size. */
const enlarged = async (
  picture: Uint8Array,
  { width, height }: { width: number; height: number },
): Promise<Uint8Array> => {
  const { autoOrient } = await sharp(picture).metadata();
  const scale = Math.max(width / autoOrient.width, height / autoOrient.height);
  if (scale <= 1) return picture;
  return sharp(picture)
    .autoOrient()
    .resize({
      width: Math.ceil(autoOrient.width * scale),
      height: Math.ceil(autoOrient.height * scale),
    })
    .png({ compressionLevel: 1 })
    .toBuffer();
};

const encode: typeof sharpService.transform = async (picture, options, ...rest) => {
  const { fit, width, height } = options as { fit?: string; width?: number; height?: number };
  const source =
    fit === 'cover' && width && height ? await enlarged(picture, { width, height }) : picture;
  return sharpService.transform(source, options, ...rest);
};

/** Encodes a picture, unless it is in the shared cache. */
const transform: typeof sharpService.transform = async (picture, options, config, logger) => {
  const settings = config.service.config as { cache?: SharedCache };
  const { format } = options as { format?: string };
  const { cache } = settings;
  if (!cache || !format) return encode(picture, options, config, logger);
  const key = createHash('sha256')
    // The picture's name does not change its bytes.
    .update(JSON.stringify([cache.code, { ...options, src: '' }, { ...settings, cache: '' }]))
    .update(picture)
    .digest('hex');
  const file = join(cache.folder, `${key}.${format}`);
  const known = await readFile(file).catch(() => undefined);
  if (known) return { data: known, format };
  const encoded = await encode(picture, options, config, logger);
  await mkdir(cache.folder, { recursive: true });
  await writeWhole(file, encoded.data);
  return encoded;
};

/**
 * Astro's own picture service, except that a picture cropped to a size (`fit: cover`) really has that size. Astro's
 * never enlarges, so a small picture would have fewer pixels than its attributes say.
 */
export default { ...sharpService, transform };
