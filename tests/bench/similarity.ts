import { ssim } from 'ssim.js';

/** Pixels in sRGB: three bytes each. */
export interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

type Plane = Parameters<typeof ssim>[0];

/** One value for each pixel, as a grey picture in the form that browsers have it in. */
const planeOf = (
  { data, width, height }: Pixels,
  valueOf: (red: number, green: number, blue: number) => number,
): Plane => {
  const grey = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; to < grey.length; from += 3, to += 4) {
    const value = valueOf(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0);
    grey.fill(value, to, to + 3);
    grey[to + 3] = 255;
  }
  return { data: grey, width, height };
};

const brightness = (red: number, green: number, blue: number): number =>
  0.299 * red + 0.587 * green + 0.114 * blue;

/** Brightness and the two differences of colour (ITU-T T.871), and how much each counts: eyes see brightness best. */
const planes: [(red: number, green: number, blue: number) => number, number][] = [
  [brightness, 6 / 8],
  [(...pixel) => 128 + 0.564 * (pixel[2] - brightness(...pixel)), 1 / 8],
  [(...pixel) => 128 + 0.713 * (pixel[0] - brightness(...pixel)), 1 / 8],
];

/** How much a print resembles the picture that it was made from: the structural similarity (SSIM), 1 for the same. */
export const similarity = (print: Pixels, picture: Pixels): number =>
  planes.reduce((sum, [valueOf, share]) => {
    const { mssim } = ssim(planeOf(picture, valueOf), planeOf(print, valueOf), {
      downsample: false,
    });
    return sum + share * mssim;
  }, 0);
