import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import type { Card } from '../../src/cards/card.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { paletteOf } from '../palette.ts';
import { readDrawing } from '../../src/cards/prepare-cards.ts';
import { noEdition } from '../../src/press/last-edition.ts';
import { beginCards } from '../../src/press/print-cards.ts';
import { seededRandom } from './corpus.ts';

const { colours } = readDrawing(await paletteOf());
const plain = { paper: 'BEVOLVE NEWS', language: 'en-GB', kicker: 'World · Analysis' };
const headline = 'Trump promises Kyiv involvement in peace talks with Russia';
const longest = `${headline}, and much more of it to come in the next few days and weeks, officials say`;

const folder = join(tmpdir(), 'bench-cards');
await mkdir(folder, { recursive: true });

/** Clouds of colour with some grain: as hard to scale and compress as a photograph. */
const photograph = async (name: string, width: number, height: number): Promise<string> => {
  const file = join(folder, name);
  const random = seededRandom(width);
  const noise = (size: number) =>
    Buffer.from(Array.from({ length: size * size * 3 }, () => Math.floor(random() * 256)));
  const clouds = sharp(noise(24), { raw: { width: 24, height: 24, channels: 3 } });
  const grain = await sharp(noise(256), { raw: { width: 256, height: 256, channels: 3 } })
    .ensureAlpha(0.12)
    .png()
    .toBuffer();
  await sharp(await clouds.resize(width, height, { kernel: 'cubic', fit: 'fill' }).png().toBuffer())
    .composite([{ input: grain, tile: true }])
    .toFile(file);
  return file;
};

/** Cards with every kind of text and picture. */
const specimens: [name: string, card: Card][] = [
  ['one word', { ...plain, headline: 'Egg' }],
  ['a headline', { ...plain, headline }],
  ['120 characters', { ...plain, headline: longest }],
  ['one word of 100', { ...plain, headline: 'Unpronounceable'.repeat(7).slice(0, 100) }],
  [
    'Arabic',
    {
      ...plain,
      language: 'ar',
      headline: 'مكتبة البلدة تمدّد ساعاتها حتى العاشرة مساءً (NATO، 2025)',
    },
  ],
  ['Hebrew', { ...plain, headline: 'ראש הממשלה: "נמשיך ב־NATO גם ב־2025", ומה יקרה עכשיו?' }],
  [
    'Ukrainian',
    {
      ...plain,
      language: 'uk',
      headline: 'Трамп обіцяє залучити Київ до мирних переговорів із Росією',
    },
  ],
  ['Greek', { ...plain, headline: 'Νύχτα στην πόλη που δεν υπάρχει, με φεγγάρι και ἀέρα' }],
  [
    'Japanese',
    {
      ...plain,
      headline: '日本語の見出しは、ここで「改行」される。首相が会見を開いて説明した内容',
    },
  ],
  ['Chinese', { ...plain, headline: '不存在的城市今日无事，臺灣總統選舉國際新聞' }],
  ['Korean', { ...plain, headline: '한국어 제목은 띄어쓰기로 나뉩니다, 대통령 기자회견' }],
  ['emoji', { ...plain, headline: '👩‍👩‍👧‍👦 🏳️‍🌈 👨🏽‍🚀 🇳🇵 1️⃣ — families, flags and keycaps 🏴󠁧󠁢󠁳󠁣󠁴󠁿' }],
  ['paid for', { ...plain, paid: 'Sponsored', headline: 'A better bridge' }],
  ['JPEG, 1600 × 900', { ...plain, headline, picture: await photograph('a.jpg', 1600, 900) }],
  [
    'JPEG, 4000 × 3000',
    { ...plain, headline: longest, picture: await photograph('b.jpg', 4000, 3000) },
  ],
  [
    'JPEG, 1500 × 2000',
    { ...plain, headline, note: 'By A. Name', picture: await photograph('c.jpg', 1500, 2000) },
  ],
  ['PNG, 1600 × 900', { ...plain, headline, picture: await photograph('d.png', 1600, 900) }],
  ['WebP, 1600 × 900', { ...plain, headline, picture: await photograph('e.webp', 1600, 900) }],
];

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

/** CPU time of each specimen: the first time, while its fonts are loaded, then the minimum and the median. */
const measure = async (times: number, into: string | undefined): Promise<void> => {
  if (into !== undefined) await mkdir(into, { recursive: true });
  console.log(`${''.padEnd(20)}  first time     minimum      median        size`);
  for (const [n, [name, card]] of specimens.entries()) {
    const draw = () => drawCard(card, colours);
    const first = await cpuOf(draw);
    const costs: number[] = [];
    for (let time = 0; time < times; time += 1) costs.push(await cpuOf(draw));
    costs.sort((a, b) => a - b);
    const [minimum = first, median = first] = [costs[0], costs[Math.floor(times / 2)]];
    const jpeg = await draw();
    console.log(
      `${name.padEnd(20)}  ${first.toFixed(0).padStart(7)} ms  ${minimum.toFixed(1).padStart(7)} ms  ${median.toFixed(1).padStart(7)} ms` +
        `  ${(jpeg.length / 1024).toFixed(0).padStart(7)} KB`,
    );
    const file = `${String(n + 1).padStart(2, '0')} ${name}.jpg`;
    if (into !== undefined) await writeFile(join(into, file), jpeg);
  }
};

/** CPU time, wall time and memory for an edition with only new cards, and for the next one, with none. */
const printMany = async (count: number): Promise<void> => {
  const cards = Array.from({ length: count }, (_, n) => {
    const card: Card = specimens[n % specimens.length]?.[1] ?? plain;
    const digest = String(n).padStart(12, '0');
    return {
      digest,
      file: `cards/${digest}.jpg`,
      card: { ...card, headline: `${card.headline ?? ''} ${n}`.slice(-120) },
    };
  });
  const cache = join(folder, 'cache');
  await rm(cache, { recursive: true, force: true });
  for (const edition of ['first edition', 'next edition']) {
    const began = performance.now();
    const cpu = await cpuOf(async () => {
      const kept = { folder: cache, isShared: false };
      return beginCards(cards, noEdition, { cache: kept, colours }).printInto(join(folder, 'dist'));
    });
    const seconds = (performance.now() - began) / 1000;
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(
      `${edition}: ${count} cards, ${(cpu / 1000).toFixed(1)} s CPU, ${(cpu / count).toFixed(1)} ms each,` +
        ` ${seconds.toFixed(1)} s wall time, ${peak.toFixed(0)} MB peak`,
    );
  }
};

const { values } = parseArgs({
  options: {
    /** How often each specimen is drawn. */
    times: { type: 'string', default: '20' },
    /** A folder to write the specimens to, for a look at them. */
    into: { type: 'string' },
    /** Measures an edition with this many cards instead. */
    cards: { type: 'string' },
  },
});

if (values.cards === undefined) await measure(Number(values.times), values.into);
else await printMany(Number(values.cards));
await rm(folder, { recursive: true });
