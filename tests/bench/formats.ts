import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { darkroomCode } from '../../src/darkroom/code.ts';
import { createInspector, type Picture } from '../../src/darkroom/darkroom.ts';
import { openMemory } from '../../src/darkroom/memory.ts';
import { shelve } from '../../src/darkroom/shelf.ts';
import service from '../../src/press/picture-service.ts';
import { median, table } from './figures.ts';
import { work } from './packages.ts';
import { pictureFiles } from './pictures.ts';

/*
 * node tests/bench/formats.ts [--photos FOLDER]: CPU time and bytes for each file of a lead picture, printed by the paper's
 * own picture service, from the check on. The first file of a picture also pays for decoding it.
 */

/** A file, as pages ask the picture service for it. */
interface File {
  format: string;
  width: number;
  /** In proportion, if left out. */
  height?: number;
  fit?: string;
  position?: string;
  background?: string;
}

/** The files made from a lead picture: for the story's page, for lists, and for structured data. */
const files: File[] = [
  ...[480, 800, 1280, 320, 640].map((width) => ({ format: 'avif', width })),
  ...[1280, 640].map((width) => ({ format: 'jpeg', width, background: '#ffffff' })),
  ...[1200, 900, 675].map((height) => ({
    format: 'webp',
    width: 1200,
    height,
    fit: 'cover',
    position: 'attention',
  })),
];

const { values } = parseArgs({
  options: { pictures: { type: 'string', default: '10' }, photos: { type: 'string' } },
});
const pictures = await pictureFiles(values.photos, Number(values.pictures));
// One core, so that the CPU time is the picture's alone.
sharp.concurrency(1);
const root = path.join(work, 'formats-root');
rmSync(root, { recursive: true, force: true });
mkdirSync(root, { recursive: true });

const timed = async <T>(doIt: () => Promise<T>): Promise<[seconds: number, done: T]> => {
  const began = process.cpuUsage();
  const done = await doIt();
  const { user, system } = process.cpuUsage(began);
  return [(user + system) / 1e6, done];
};

const costs = new Map<string, { seconds: number[]; bytes: number[] }>();
const note = (what: string, seconds: number, bytes: number): void => {
  const cost = costs.get(what) ?? { seconds: [], bytes: [] };
  cost.seconds.push(seconds);
  cost.bytes.push(bytes);
  costs.set(what, cost);
};

for (const name of pictures) {
  const inspect = createInspector([path.dirname(name)], openMemory(root, 'none'));
  const [seconds, found] = await timed(() => inspect(`./${path.basename(name)}`, name));
  if ('found' in found) throw new Error(found.found);
  note('the check', seconds, 0);
  const picture: Picture = found;
  const standIn = readFileSync(path.join(root, shelve(root, picture, darkroomCode()).path));
  const all = { seconds, bytes: 0 };
  for (const file of files) {
    const height = Math.round((file.width / picture.width) * picture.height);
    const options = { src: name, height, ...file };
    const config = { service: { entrypoint: '', config: { root, endsBuild: false } } };
    const [time, { data }] = await timed(() =>
      service.transform(standIn, options, config as never, undefined as never),
    );
    const size = file.height ? `${file.width} × ${file.height}` : `${file.width} wide`;
    note(`${file.format}, ${size}`, time, data.length);
    all.seconds += time;
    all.bytes += data.length;
  }
  note('all of them', all.seconds, all.bytes);
}
const rows = [...costs].map(([what, { seconds, bytes }]) => {
  const mean = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  return [
    what,
    median(seconds).toFixed(3),
    mean(seconds).toFixed(3),
    (median(bytes) / 1000).toFixed(1),
    (mean(bytes) / 1000).toFixed(1),
  ];
});
console.log(`${pictures.length} pictures`);
console.log(table([['file', 'CPU s', 'mean', 'kB', 'mean'], ...rows]));
