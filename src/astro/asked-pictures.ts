import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImageTransform } from 'astro';
import { assetsFolder } from './printed-files.ts';

/** A picture file that a page shows. */
export interface AskedPicture {
  /** The files that it is to be printed from and to, as paths from the paper's folder. */
  from: string;
  to: string;
  transform: ImageTransform;
}

/** How Astro names pictures: private functions of the installed package. */
interface Naming {
  hashTransform: (
    transform: ImageTransform,
    service: string,
    decisive: readonly string[],
  ) => string;
  propsToFilename: (file: string, transform: ImageTransform, digest: string) => string;
}

const astroFolder = dirname(createRequire(import.meta.url).resolve('astro/package.json'));

/** The path of a picture from the paper's folder, with a slash before it. */
const withoutBase = (src: string, base: string): string =>
  src.startsWith(base) ? `/${src.slice(base.length)}` : src;

/**
 * Has pages ask for pictures as they do in Astro's own build, which prints them when it has printed pages.
 * @param base the base path, with slashes around it
 * @param service the name of the picture service in Astro's configuration
 * @returns what pages have asked for since, by the files to print
 */
export const collectPictures = async (
  base: string,
  service: string,
): Promise<ReadonlyMap<string, AskedPicture>> => {
  const naming = pathToFileURL(join(astroFolder, 'dist/assets/utils/hash.js')).href;
  const { hashTransform, propsToFilename } = (await import(naming)) as Naming;
  const asked = new Map<string, AskedPicture>();
  const addStaticImage = (transform: ImageTransform, decisive: readonly string[]): string => {
    const { src } = transform;
    const isImported = typeof src === 'object' || typeof src === 'function';
    const from = withoutBase((isImported ? src : { src }).src, base);
    const digest = hashTransform(transform, service, decisive);
    const name = propsToFilename(from, transform, digest);
    const to = posix.join('/', isImported ? '' : assetsFolder, name);
    asked.set(to, { from: from.slice(1), to: to.slice(1), transform });
    return new URL(encodeURI(base.slice(0, -1) + to), 'http://paper').pathname;
  };
  Object.assign(globalThis, {
    astroAsset: { addStaticImage, referencedImages: new Set<string>() },
  });
  return asked;
};
