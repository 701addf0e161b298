import type { ContentFault } from './kinds.ts';

/** The largest file that is taken for a picture, in bytes. */
const maxBytes = 200_000_000;

/** The most pixels that a picture may have: 50 megapixels. */
export const maxPixels = 50_000_000;

/** How many times as long as wide a picture may be, or as wide as long. */
const maxProportion = 50;

/** What is wrong with a file of so many bytes. */
export const bytesFault = (bytes: number): ContentFault | undefined =>
  bytes > maxBytes
    ? {
        what: `${String(Math.round(bytes / 1_000_000))} megabytes`,
        expected: `at most ${String(maxBytes / 1_000_000)} megabytes`,
        fix: 'Scale it down: 2,400 pixels on the long side are plenty.',
      }
    : undefined;

/** What is wrong with a picture of this size in pixels. */
export const sizeFault = ({
  width,
  height,
}: {
  width: number;
  height: number;
}): ContentFault | undefined => {
  const what = `${String(width)} × ${String(height)} pixels`;
  if (width * height > maxPixels) {
    return {
      what,
      expected: `at most ${String(maxPixels / 1_000_000)} megapixels`,
      fix: 'Scale it down: 2,400 pixels on the long side are plenty.',
    };
  }
  if (Math.max(width, height) > maxProportion * Math.min(width, height)) {
    return {
      what,
      expected: `a picture at most ${String(maxProportion)} times as long as wide, or as wide as long`,
      fix: 'Crop it to what it shows, or cut it into several.',
    };
  }
  return undefined;
};
