import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptSuffix } from '../../src/kept.ts';
import { different, filesIn } from '../files-in.ts';
import { copyOneArticlePaper } from '../one-article-paper.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'bundled-'));
const inFolder = (...names: string[]): string => path.join(folder, ...names);
const { story, page: printed } = copyOneArticlePaper(folder);
const hours = inFolder('public/hours.txt');
const bundle = inFolder('.cache', `bundle${keptSuffix}`);

const build = (env: Record<string, string> = {}): { code: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PAPER_DIR: folder,
      SOURCE_DATE_EPOCH: '1740816000',
      CACHE_SECRET: 'a secret of the build',
      ...env,
    },
  });
  return { code: status, output: stdout + stderr };
};

/** Builds, and says whether templates were bundled for that. */
const bundlesFor = (env?: Record<string, string>): boolean => {
  const { code, output } = build(env);
  expect(code, output).toBe(0);
  return output.includes('bundling templates');
};

const change = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

let saves = 0;
const save = (): void => {
  change(story, /$/, `\nIt struck ${String((saves += 1))} times.\n`);
};

beforeAll(async () => {
  mkdirSync(inFolder('public'));
  writeFileSync(hours, 'Closed on Sundays.\n');
  mkdirSync(inFolder('theme/components'), { recursive: true });
  writeFileSync(
    inFolder('theme/components/AfterArticle.astro'),
    [
      '---',
      "import type { Props } from 'bevolve-news/components/AfterArticle.astro';",
      'const { story } = Astro.props as Props;',
      "import { writeFileSync } from 'node:fs';",
      "import { Image } from 'astro:assets';",
      "import clock from '../clock.png';",
      "if (story.headline.includes('fourteen')) throw new Error('No clock strikes fourteen.');",
      '// Somebody saves a file while pages are being printed.',
      `if (story.headline.includes('sixteen')) writeFileSync(${JSON.stringify(hours)}, 'Closed today.');`,
      '---',
      '<p>The end.</p>',
      '<Image src={clock} alt="A clock" width={40} />',
      "{story.headline.includes('thirty') && <img src={clock.src} alt='The same' />}",
    ].join('\n'),
  );
  await sharp({ create: { width: 80, height: 80, channels: 3, background: '#884400' } })
    .png()
    .toFile(inFolder('theme/clock.png'));
  expect(bundlesFor()).toBe(true);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('templates are not bundled again for a story that was saved', () => {
  save();
  expect(bundlesFor()).toBe(false);
  save();
  expect(bundlesFor()).toBe(false);
  expect(readFileSync(printed, 'utf8')).toContain('It struck 2 times.');
}, 60_000);

test('nor for one that is a mistake: the build says where, and leaves the paper as it is', () => {
  const before = filesIn(inFolder('dist'));
  const written = readFileSync(story);
  change(story, /^headline:.*$/m, 'headline:');
  const { code, output } = build();
  expect(code).toBe(1);
  expect(output).toMatch(/field +headline/);
  expect(different(filesIn(inFolder('dist')), before)).toEqual([]);
  writeFileSync(story, written);
}, 60_000);

test('a component of the theme that fails at a story is named, and the paper stays as it is', () => {
  const before = filesIn(inFolder('dist'));
  const written = readFileSync(story);
  change(story, /^headline:.*$/m, 'headline: "The clock strikes fourteen"');
  const { code, output } = build();
  expect(code).toBe(1);
  expect(output).toContain('theme/components/AfterArticle.astro');
  expect(output).toContain('No clock strikes fourteen.');
  expect(different(filesIn(inFolder('dist')), before)).toEqual([]);
  writeFileSync(story, written);
}, 60_000);

test.each<[what: string, how: () => void, env?: Record<string, string>]>([
  [
    'the publication has changed',
    () => {
      change(inFolder('publication.ts'), 'that is on no map', 'that is on every map');
    },
  ],
  [
    'the theme has changed',
    () => {
      change(inFolder('theme/components/AfterArticle.astro'), 'The end.', 'The very end.');
    },
  ],
  [
    'a file that is printed as it is has changed',
    () => {
      change(hours, 'Sundays', 'Mondays');
    },
  ],
  [
    'somebody else has put one there',
    () => {
      change(bundle, 'hours', 'theft');
    },
  ],
  [
    'the paper that it was made for is gone',
    () => {
      rmSync(inFolder('dist'), { recursive: true });
    },
  ],
  ['the address has changed', () => undefined, { SITE_URL: 'https://elsewhere.example' }],
])(
  'they are bundled again if %s',
  (_what, how, env) => {
    save();
    how();
    expect(bundlesFor(env)).toBe(true);
    const page = readFileSync(printed, 'utf8');
    expect(page).toContain(`It struck ${String(saves)} times.`);
  },
  120_000,
);

const headlined = (headline: string): void => {
  change(story, /^headline:.*$/m, `headline: "${headline}"`);
};

test('a picture of the theme that no page shows any more as it is goes, as if the paper were built from nothing', () => {
  headlined('The clock strikes thirty');
  expect(bundlesFor()).toBe(true);
  headlined('The clock strikes');
  expect(bundlesFor()).toBe(false);
  const elsewhere = { OUT_DIR: inFolder('anew'), CACHE_DIR: inFolder('another-cache') };
  expect(bundlesFor(elsewhere)).toBe(true);
  expect(different(filesIn(inFolder('dist')), filesIn(inFolder('anew')))).toEqual([]);
}, 60_000);

test('a bundle is not used again if a file was saved while it was made', () => {
  rmSync(inFolder('dist'), { recursive: true });
  headlined('The clock strikes sixteen');
  expect(bundlesFor()).toBe(true);
  expect(readFileSync(inFolder('dist/hours.txt'), 'utf8')).not.toContain('today');
  headlined('The clock strikes');
  expect(bundlesFor()).toBe(true);
  expect(readFileSync(inFolder('dist/hours.txt'), 'utf8')).toContain('Closed today.');
}, 60_000);

test('a link among the files that are printed as they are has templates bundled each time', () => {
  symlinkSync(inFolder('content'), inFolder('public/copy'));
  const before = readFileSync(hours, 'utf8');
  writeFileSync(hours, 'Closed for ever.');
  expect(bundlesFor()).toBe(true);
  // Nor is the bundle from before it used.
  rmSync(inFolder('public/copy'));
  writeFileSync(hours, before);
  expect(bundlesFor()).toBe(true);
  expect(readFileSync(inFolder('dist/hours.txt'), 'utf8')).toBe(before);
}, 60_000);
