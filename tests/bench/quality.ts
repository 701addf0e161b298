import sharp, { type AvifOptions, type JpegOptions, type WebpOptions } from 'sharp';
import { parseArgs } from 'node:util';
import { table } from './figures.ts';
import { pictureFiles } from './pictures.ts';
import { type Pixels, similarity } from './similarity.ts';

/*
 * node tests/bench/quality.ts --photos FOLDER: what the effort of an encoder costs in time, and what it saves readers in
 * bytes, at the same quality. For each effort, the quality is sought at which prints resemble their pictures as much as
 * those of the yardstick do, on average; bytes and time at that quality lie between those at the measured ones.
 */

type Options = AvifOptions | WebpOptions | JpegOptions;

/** How a format can be encoded. The first is the yardstick, at the quality that sharp takes if none is given. */
const formats: Record<string, { quality: number; ways: Options[] }> = {
  avif: {
    quality: 50,
    ways: [
      { effort: 2 },
      { effort: 0 },
      { effort: 1 },
      { effort: 3 },
      { effort: 4 },
      { effort: 1, chromaSubsampling: '4:2:0' },
    ],
  },
  webp: {
    quality: 80,
    ways: [{ effort: 4 }, { effort: 0 }, { effort: 1 }, { effort: 2 }, { effort: 3 }],
  },
  jpeg: { quality: 80, ways: [{ mozjpeg: true }, {}, { progressive: true }] },
};

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    pictures: { type: 'string', default: '12' },
    widths: { type: 'string', default: '800' },
    formats: { type: 'string', default: Object.keys(formats).join() },
  },
});
// One core, so that the CPU time is the picture's alone.
sharp.concurrency(1);

const pixelsOf = async (file: string | Buffer, width?: number): Promise<Pixels> => {
  const { data, info } = await sharp(file)
    .autoOrient()
    .resize(width)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** What all pictures cost on average, encoded in one way. */
interface Cost {
  quality: number;
  similarity: number;
  seconds: number;
  kilobytes: number;
}

const costOf = async (pictures: Pixels[], format: string, options: Options): Promise<Cost> => {
  const sum = { similarity: 0, seconds: 0, kilobytes: 0 };
  for (const picture of pictures) {
    const { data, width, height } = picture;
    const encoder = sharp(data, { raw: { width, height, channels: 3 } });
    const began = process.cpuUsage();
    const print = await encoder.toFormat(format as 'avif', options).toBuffer();
    const { user, system } = process.cpuUsage(began);
    sum.seconds += (user + system) / 1e6 / pictures.length;
    sum.kilobytes += print.length / 1000 / pictures.length;
    sum.similarity += similarity(await pixelsOf(print), picture) / pictures.length;
  }
  return { quality: options.quality ?? NaN, ...sum };
};

/** The cost at a similarity between two that were measured. */
const between = (a: Cost, b: Cost, wanted: number): Cost => {
  const share = (wanted - a.similarity) / (b.similarity - a.similarity);
  const at = (name: keyof Cost): number => a[name] + share * (b[name] - a[name]);
  return {
    ...{ quality: at('quality'), similarity: wanted },
    ...{ seconds: at('seconds'), kilobytes: at('kilobytes') },
  };
};

/** Looks for the quality with the wanted similarity, in steps of two from the one given: AVIF knows no finer ones. */
const match = async (
  costAt: (quality: number) => Promise<Cost>,
  quality: number,
  wanted: number,
): Promise<Cost> => {
  let last = await costAt(quality);
  const step = last.similarity < wanted ? 2 : -2;
  for (let next = quality + step; next > 20 && next < 98; next += step) {
    const cost = await costAt(next);
    if (cost.similarity >= wanted !== last.similarity >= wanted) return between(last, cost, wanted);
    last = cost;
  }
  throw new Error('No quality is as good.');
};

const files = await pictureFiles(values.photos, Number(values.pictures));
const pictures: Pixels[] = [];
for (const file of files) {
  for (const width of values.widths.split(',')) pictures.push(await pixelsOf(file, Number(width)));
}
console.log(`${files.length} pictures, ${values.widths} pixels wide; means`);
const rows: string[][] = [];
for (const name of values.formats.split(',')) {
  const { quality, ways } = formats[name] ?? { quality: 0, ways: [] };
  const costAt = (way: Options, at: number) => costOf(pictures, name, { ...way, quality: at });
  const yardstick = await costAt(ways[0] ?? {}, quality);
  for (const [n, way] of ways.entries()) {
    const cost =
      n === 0 ? yardstick : await match((at) => costAt(way, at), quality, yardstick.similarity);
    console.error(name, way);
    const more = (100 * cost.kilobytes) / yardstick.kilobytes - 100;
    rows.push([
      ...[name, JSON.stringify(way), cost.quality.toFixed(1), cost.similarity.toFixed(4)],
      ...[cost.seconds.toFixed(3), cost.kilobytes.toFixed(1)],
      `${more < 0 ? '−' : '+'}${Math.abs(more).toFixed(1)} %`,
    ]);
  }
}
console.log(
  table([['format', 'how', 'quality', 'SSIM', 'CPU s', 'kB', 'bytes for readers'], ...rows]),
);
