import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ImageTransform, LocalImageService } from 'astro';
import astroService from 'astro/assets/services/sharp';
import type { Mistake } from '../copy/mistakes.ts';
import { suffices } from '../darkroom/negative.ts';
import { printPicture, tooLittleMemory, type Wanted } from '../darkroom/print.ts';
import { digestIn } from '../darkroom/stand-in.ts';
import { readKept, writeKept } from '../kept.ts';
import { keepOriginalsAtHand } from './originals-at-hand.ts';
import type { PictureSettings } from './picture-settings.ts';
import { reportReused } from './reused-pictures.ts';
import { stopAt } from './stop.ts';

/** What a page may ask for beyond Astro's own options: the format of `srcset`, if `src` has another. */
type Options = ImageTransform & { srcsetFormat?: string };

/** What decides a print, beside the picture and the code; neither its name nor how a page describes and shows it does. */
const decisive = ['width', 'height', 'format', 'quality', 'fit', 'position', 'background'] as const;

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
  const originals = keepOriginalsAtHand();
  /** What is being printed: Astro asks for a picture that stories have under two names twice, perhaps at the same moment. */
  const printing = new Map<string, Promise<Uint8Array>>();

  /** A theme may show pictures of its own, for which nothing stands in. */
  const print = async (input: Uint8Array, wanted: Wanted, root: string): Promise<Uint8Array> => {
    const digest = digestIn(input);
    if (digest === undefined) return printPicture(input, wanted, { drawing: false });
    const original = await originals.take(digest, root);
    const { bytes, drawing } = original;
    const negative = drawing ? undefined : await original.negative();
    const source = negative && suffices(negative, wanted) ? negative : bytes;
    return printPicture(source, wanted, original);
  };

  const nameOf = async (input: Uint8Array, src: string, root: string): Promise<string> => {
    const digest = digestIn(input);
    const original = digest && (await originals.take(digest, root).catch(() => undefined));
    return original ? original.file : src;
  };

  return {
    ...astroService,

    // A printed picture is named after its original, whose name has a digest of it, and of these. Without the original
    // among them, pictures of one size end alike, and a page of many pictures is smaller when compressed.
    propertiesToHash: [...decisive],

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
        .update(JSON.stringify([cache?.code, decisive.map((name) => wanted[name] ?? '')]))
        .update(digestIn(input) ?? input)
        .digest('hex');
      const file = cache && join(cache.folder, `${key}.${format}`);
      const kept = file && readKept(file);
      const begun = kept ?? printing.get(key);
      if (cache && begun) reportReused(cache.folder);
      try {
        if (begun) return { data: await begun, format };
        const printed = print(input, wanted, root);
        printing.set(key, printed);
        const data = await printed;
        // Before anything else is printed: a build may be stopped at any moment.
        if (file) writeKept(file, data);
        return { data, format };
      } catch (error) {
        const mistake = mistakeOf(await nameOf(input, options.src, root), error);
        if (endsBuild) return stopAt([mistake]);
        throw new Error(`${mistake.file}: ${mistake.found}. ${mistake.fix}`, { cause: error });
      } finally {
        if (!begun) printing.delete(key);
      }
    },
  };
};

export default createService();
