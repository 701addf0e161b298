import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import service from '../../src/press/picture-service.ts';
import { median, table } from './figures.ts';
import { work } from './packages.ts';
import { copyPictures, pictureName } from './pictures.ts';

// node tests/bench/formats.ts: CPU time for each file of a lead picture, encoded by the paper's own picture service.

/** The files made from a lead picture: for the story's page, for lists, and for structured data. */
const files = [
  ...[480, 800, 1280, 320, 640].map((width) => ({ format: 'avif', width })),
  ...[1280, 640].map((width) => ({ format: 'jpeg', width, background: '#ffffff' })),
  ...[1200, 900, 675].map((height) => ({
    format: 'webp',
    width: 1200,
    height,
    fit: 'cover',
  })),
];

const { values } = parseArgs({ options: { pictures: { type: 'string', default: '10' } } });
const count = Number(values.pictures);
const folder = path.join(work, 'formats');
await copyPictures(folder, count);
// One core, so that the CPU time is the picture's alone.
sharp.concurrency(1);

const rows: string[][] = [];
let sum = 0;
for (const file of files) {
  const seconds: number[] = [];
  const bytes: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const name = path.join(folder, pictureName(n));
    const picture = await readFile(name);
    const began = process.cpuUsage();
    const options = { src: name, ...file };
    const config = { service: { entrypoint: '', config: { root: folder, endsBuild: false } } };
    const encoded = await service.transform(picture, options, config as never, undefined as never);
    const { user, system } = process.cpuUsage(began);
    seconds.push((user + system) / 1e6);
    bytes.push(encoded.data.length);
  }
  sum += median(seconds);
  const size = [file.width, ...('height' in file ? [file.height] : [])].join(' × ');
  rows.push([file.format, size, median(seconds).toFixed(2), (median(bytes) / 1000).toFixed(0)]);
}
console.log(`${count} pictures of 1600 × 900 pixels; medians`);
console.log(table([['format', 'pixels', 'CPU s', 'kB'], ...rows]));
console.log(`${sum.toFixed(2)} s CPU for all ${files.length} files of a picture`);
