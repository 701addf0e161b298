import { damaged, kindOf } from '../../darkroom/kinds.ts';
import { bytesFault, sizeFault } from '../../darkroom/limits.ts';
import { readSvg } from '../../darkroom/svg.ts';
import { pictureTexts } from '../../darkroom/texts/picture-texts.ts';
import { isCut, pictureFrames } from './picture-frames.ts';
import { pictureSize } from './picture-size.ts';
import type { ExaminePicture } from './see-picture.ts';

/**
 * Examines a picture as the darkroom does, with what browsers have: its format by its content, its size before anything
 * is decoded, and then whether it can be decoded.
 */
export const examineInBrowser: ExaminePicture = async (blob) => {
  const tooLarge = bytesFault(blob.size);
  if (tooLarge) return tooLarge;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const kind = kindOf(bytes);
  if (typeof kind === 'object') return kind;
  if (kind === 'svg') {
    const svg = readSvg(bytes);
    return 'what' in svg ? svg : { frames: 1 };
  }
  const size = pictureSize(bytes, kind);
  if (!size || size.width === 0 || size.height === 0) return damaged;
  const fault = sizeFault(size);
  if (fault) return fault;
  if (isCut(bytes, kind)) return damaged;
  try {
    // Their names say nothing, and so does the type that a browser makes of them.
    (await createImageBitmap(new Blob([bytes], { type: `image/${kind}` }))).close();
  } catch {
    return damaged;
  }
  return { frames: pictureFrames(bytes, kind), texts: pictureTexts(bytes) };
};
