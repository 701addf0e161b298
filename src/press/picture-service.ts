import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ImageTransform, LocalImageService } from 'astro';
import astroService from 'astro/assets/services/sharp';
import type { Mistake } from '../copy/mistakes.ts';
import { printPicture, tooLittleMemory, type Wanted } from '../darkroom/print.ts';
import { type Original, takeOriginal } from '../darkroom/shelf.ts';
import { digestIn } from '../darkroom/stand-in.ts';
import { readKept, writeKept } from '../kept.ts';
import type { PictureSettings } from './picture-settings.ts';
import { reportReused } from './reused-pictures.ts';
import { stopAt } from './stop.ts';

/** How many originals stay in memory: all sizes of a picture are printed one after another. */
const atHand = 4;

/** What a page may ask for beyond Astro's own options: the format of `srcset`, if `src` has another. */
type Options = ImageTransform & { srcsetFormat?: string };

const mistakeOf = (file: string, error: unknown): Mistake => {
  const { message } = error as Error;
  return {
    file,
    found: `a picture that could not be printed: ${message}`,
    expected: 'a picture that can be decoded',
    fix: 'Build again. If that does not help, export the picture again as JPEG or PNG.',
    ...tooLittleMemory(message),
  };
};

/**
 * Makes Astro's picture service. Whatever it prints is encoded anew (`printPicture`); Astro's own publishes the original
 * where it cannot encode one, with all that a camera has written into it.
 */
const createService = (): LocalImageService => {
  const originals = new Map<string, Original>();
  const originalOf = async (digest: string, root: string): Promise<Original> => {
    const original = originals.get(digest) ?? (await takeOriginal(root, digest));
    originals.delete(digest);
    originals.set(digest, original);
    for (const old of [...originals.keys()].slice(0, -atHand)) originals.delete(old);
    return original;
  };

  /** A theme may show pictures of its own, for which nothing stands in. */
  const print = async (input: Uint8Array, wanted: Wanted, root: string): Promise<Uint8Array> => {
    const digest = digestIn(input);
    const { bytes, ...how } =
      digest === undefined ? { bytes: input, drawing: false } : await originalOf(digest, root);
    return printPicture(bytes, wanted, how);
  };

  const nameOf = (input: Uint8Array, src: string): string => {
    const known = originals.get(digestIn(input) ?? '');
    return known?.file ?? src;
  };

  return {
    ...astroService,

    // A printed picture is named after its original, whose name has a digest of it, and of these. Without the original
    // among them, pictures of one size end alike, and a page of many pictures is smaller when compressed.
    propertiesToHash: ['width', 'height', 'format', 'quality', 'fit', 'position', 'background'],

    getSrcSet: async (options, config, logger) => {
      const { srcsetFormat, ...rest } = options as Options;
      const widths = await (astroService.getSrcSet?.(rest, config, logger) ?? []);
      if (srcsetFormat === undefined) return widths;
      return widths.map((one) => {
        // What is behind a transparent picture is for formats that cannot be transparent.
        const transform = { ...one.transform, format: srcsetFormat, background: undefined };
        return { ...one, transform };
      });
    },

    getHTMLAttributes: async (options, config, logger) => {
      const attributes = await astroService.getHTMLAttributes?.(options, config, logger);
      return { ...attributes, srcsetFormat: undefined };
    },

    transform: async (input, options, config) => {
      const { root, cache, endsBuild } = config.service.config as unknown as PictureSettings;
      const wanted = options as Wanted;
      const format = wanted.format ?? 'webp';
      const key = createHash('sha256')
        // The picture's name does not change its bytes.
        .update(JSON.stringify([cache?.code, { ...options, src: '' }]))
        .update(digestIn(input) ?? input)
        .digest('hex');
      const file = cache && join(cache.folder, `${key}.${format}`);
      const known = file && readKept(file);
      if (known) {
        reportReused(cache.folder);
        return { data: known, format };
      }
      try {
        const data = await print(input, wanted, root);
        if (file) writeKept(file, data);
        return { data, format };
      } catch (error) {
        const mistake = mistakeOf(nameOf(input, options.src), error);
        if (endsBuild) return stopAt([mistake]);
        throw new Error(`${mistake.file}: ${mistake.found}. ${mistake.fix}`, { cause: error });
      }
    },
  };
};

export default createService();
