import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { assetsFolder } from '../astro/printed-files.ts';
import type { Mistake } from '../copy/mistakes.ts';
import { digestIn } from '../darkroom/stand-in.ts';
import { isLabel } from '../darkroom/texts/label.ts';

const expected = 'only pictures that the paper has printed';

const standsIn = (file: string): boolean =>
  statSync(file).size <= 512 && digestIn(readFileSync(file)) !== undefined;

const faultOf = async (
  file: string,
  isShown: boolean,
): Promise<Pick<Mistake, 'found' | 'fix'> | undefined> => {
  if (standsIn(file)) {
    // Of a picture that no page shows.
    if (!isShown) {
      rmSync(file);
      return undefined;
    }
    return {
      found: 'the stand-in of a picture, which a component of the theme shows as it is',
      fix: 'Show the picture with <Image> of astro:assets, which prints it.',
    };
  }
  const { exif, xmp, iptc, tifftagPhotoshop, comments } = await sharp(file).metadata();
  const isClean = !exif && !iptc && !tifftagPhotoshop && !comments && (!xmp || isLabel(xmp));
  if (isClean) return undefined;
  return {
    found: 'a picture of the theme with what a camera or a program wrote into it',
    fix: 'Show it with <Image> of astro:assets, or export it again without metadata.',
  };
};

/**
 * Looks through the new pictures of an edition for one that was not printed: only a theme can show such a picture.
 * Reading the metadata of a picture takes a fraction of a millisecond. Stand-ins that nothing shows are removed.
 * @param next the folder of new files
 * @param shown the files that the pages of the edition show
 */
export const unprintedPictures = async (
  next: string,
  shown: ReadonlySet<string>,
): Promise<Mistake[]> => {
  const place = join(next, assetsFolder);
  if (!existsSync(place)) return [];
  const names = readdirSync(place).filter((name) => /\.(?:jpe?g|png|webp|avif|gif)$/i.test(name));
  const mistakes = new Map<string, Mistake>();
  const queue = names.sort().values();
  const look = async (): Promise<void> => {
    for (const name of queue) {
      const file = `${assetsFolder}/${name}`;
      const fault = await faultOf(join(place, name), shown.has(file));
      if (fault) mistakes.set(file, { file, expected, ...fault });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, look));
  return [...mistakes.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
};
