import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';
import { readKept, writeKept } from '../kept.ts';
import { reportReused } from './reused-pictures.ts';

/** The folder that keeps encoded pictures between builds, and a digest of the code that encodes them. */
interface PictureCache {
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

/** Digests each picture once, however many are made from it. */
const rememberDigests = (): ((picture: Uint8Array) => string) => {
  const known = new WeakMap<Uint8Array, string>();
  return (picture) => {
    const digest = known.get(picture) ?? createHash('sha256').update(picture).digest('hex');
    known.set(picture, digest);
    return digest;
  };
};

const digestOf = rememberDigests();

/** Encodes a picture, unless it is in the cache. */
const transform: typeof sharpService.transform = async (picture, options, config, logger) => {
  const settings = config.service.config as { cache?: PictureCache };
  const { format } = options as { format?: string };
  const { cache } = settings;
  if (!cache || !format) return encode(picture, options, config, logger);
  const key = createHash('sha256')
    // The picture's name does not change its bytes.
    .update(JSON.stringify([cache.code, { ...options, src: '' }, { ...settings, cache: '' }]))
    .update(digestOf(picture))
    .digest('hex');
  const file = join(cache.folder, `${key}.${format}`);
  const known = readKept(file);
  if (known) {
    reportReused(cache.folder);
    return { data: known, format };
  }
  const encoded = await encode(picture, options, config, logger);
  writeKept(file, encoded.data);
  return encoded;
};

/**
 * Astro's own picture service, except that a picture cropped to a size (`fit: cover`) really has that size. Astro's
 * never enlarges, so a small picture would have fewer pixels than its attributes say.
 */
export default { ...sharpService, transform };
