import sharpService from 'astro/assets/services/sharp';
import sharp from 'sharp';

/** A picture large enough that one of these sizes can be cut out of it. */
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

const transform: typeof sharpService.transform = async (picture, options, ...rest) => {
  const { fit, width, height } = options as { fit?: string; width?: number; height?: number };
  const source =
    fit === 'cover' && width && height ? await enlarged(picture, { width, height }) : picture;
  return sharpService.transform(source, options, ...rest);
};

/**
 * Astro's own printer of pictures, but that one cut to a size (`fit: cover`) has that size: left to itself it never
 * enlarges, and a picture's attributes would promise more pixels than it has.
 */
export default { ...sharpService, transform };
