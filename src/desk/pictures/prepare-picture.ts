import { bareJpeg, isReadable, pictureParts, type Readable } from './picture-parts.ts';
import { pictureKind } from './picture-kind.ts';
import { pictureName } from './picture-name.ts';
import { type PictureTexts, pictureTexts } from '../../darkroom/texts/picture-texts.ts';

/** Why a file cannot be taken in as a picture. */
export type PictureFault =
  'heic' | 'svg' | 'tiff' | 'animated' | 'damaged' | 'huge' | 'empty' | 'unknown';

export class PictureError extends Error {
  readonly fault: PictureFault;

  constructor(fault: PictureFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** A picture that is ready to be stored, and what its file said of it. */
export interface PreparedPicture {
  name: string;
  bytes: Blob;
  width: number;
  height: number;
  texts: PictureTexts;
}

/** The widest that a picture is stored, in pixels. */
const maxWidth = 2_560;

/** The most pixels that the paper takes, and that a phone's canvas holds. */
const maxPixels = 50_000_000;
const canvasPixels = 16_000_000;

/** A file that is no larger is stored as it is, if there is nothing else in it. */
const smallEnough = 1_500_000;

/** A picture that came without loss stays so up to this size. */
const smallDrawing = 200_000;

const quality = 0.85;

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp' } as const;

const kindFrom = (bytes: Uint8Array): Readable => {
  const kind = pictureKind(bytes);
  if (!isReadable(kind)) throw new PictureError(kind);
  return kind;
};

/** Decodes a picture upright, in a browser. Its size is known first, so that nobody can fill the memory. */
const decoded = async (file: Blob): Promise<HTMLImageElement> => {
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', reject);
      image.src = url;
    });
    if (image.naturalWidth * image.naturalHeight > maxPixels) throw new PictureError('huge');
    await image.decode();
    return image;
  } catch (cause) {
    if (cause instanceof PictureError) throw cause;
    throw new PictureError('damaged', { cause });
  } finally {
    URL.revokeObjectURL(url);
  }
};

const drawn = (image: HTMLImageElement): CanvasRenderingContext2D => {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, maxWidth / width, Math.sqrt(canvasPixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { colorSpace: 'srgb' });
  if (!context) throw new PictureError('huge');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return context;
};

const encoded = (canvas: HTMLCanvasElement, format: 'jpeg' | 'png'): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob);
        else reject(new PictureError('huge'));
      },
      `image/${format}`,
      quality,
    );
  });

/** Browsers add a profile of sRGB, which a picture without any is in. */
const encodedJpeg = async (canvas: HTMLCanvasElement): Promise<Blob> => {
  const blob = await encoded(canvas, 'jpeg');
  return new Blob(bareJpeg(new Uint8Array(await blob.arrayBuffer())), { type: 'image/jpeg' });
};

const isTransparent = (context: CanvasRenderingContext2D): boolean => {
  const { canvas } = context;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
  return false;
};

/** A photograph becomes a JPEG; what is transparent, or a drawing that is smaller without loss, a PNG. */
const encodedBest = async (
  context: CanvasRenderingContext2D,
  from: Readable,
): Promise<{ bytes: Blob; format: 'jpeg' | 'png' }> => {
  const { canvas } = context;
  if (from === 'jpeg') return { bytes: await encodedJpeg(canvas), format: 'jpeg' };
  const png = await encoded(canvas, 'png');
  if (isTransparent(context)) return { bytes: png, format: 'png' };
  const jpeg = await encodedJpeg(canvas);
  return png.size <= Math.max(jpeg.size, smallDrawing)
    ? { bytes: png, format: 'png' }
    : { bytes: jpeg, format: 'jpeg' };
};

/**
 * Makes a picture ready to be stored beside a story: upright, in sRGB, at most 2,560 pixels wide, with nothing in it but
 * the picture (no place, no serial numbers, no thumbnail), under a safe and free name. A small one that is all that
 * already keeps its bytes.
 * @param taken the names beside the story
 * @throws {PictureError} when it cannot be taken in
 */
export const preparePicture = async (
  file: Blob & { name?: string },
  taken: readonly string[],
): Promise<PreparedPicture> => {
  const original = new Uint8Array(await file.arrayBuffer());
  const kind = kindFrom(original);
  const parts = pictureParts(kind, original);
  if (parts.isAnimated) throw new PictureError('animated');
  if (!parts.isWhole) throw new PictureError('damaged');
  // What its name says it is would mislead the browser.
  const image = await decoded(new Blob([original], { type: `image/${kind}` }));
  const texts = pictureTexts(original);
  const name = (ending: string): string => pictureName(file.name ?? '', ending, taken);
  const { naturalWidth: width, naturalHeight: height } = image;
  const keeps = parts.isBare && width <= maxWidth && original.length <= smallEnough;
  if (keeps && (kind === 'jpeg' || kind === 'png' || kind === 'webp')) {
    const bytes = new Blob([original], { type: `image/${kind}` });
    return { name: name(endings[kind]), bytes, width, height, texts };
  }
  const context = drawn(image);
  const { bytes, format } = await encodedBest(context, kind);
  const { canvas } = context;
  return {
    name: name(endings[format]),
    bytes,
    width: canvas.width,
    height: canvas.height,
    texts,
  };
};
