import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { createCheckMemory, readingCode } from '../../src/check/check-memory.ts';
import { type Checked, checkPaper } from '../../src/check/check-paper.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { isUnread } from '../../src/copy/unread-body.ts';
import { openReadings } from '../../src/copy/readings.ts';
import { writeKept } from '../../src/kept.ts';
import { awkwardContent, writeAwkwardPaper } from '../fixtures/awkward/write.ts';
import { importsOf } from './imports-of.ts';
import { type OddPaper, oddPaper, storyWith } from './odd-paper.ts';

/** Longer than a change stays too recent to be told from the next one. */
const aWhile = 150;

const emptyFolder = (): string => {
  const folder = path.join(tmpdir(), `readings-${String(process.hrtime.bigint())}`);
  mkdirSync(folder);
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

/** Everything that a check finds out, with all texts. */
const allOf = ({ publication, theme, ...found }: Checked): unknown =>
  structuredClone({ ...found, name: publication?.name, colours: theme?.colours });

test.each(['mistakes', 'hostile', 'right-to-left', 'style-guide', 'awkward', 'one-article'])(
  'a check finds the same with what was kept as from nothing: %s',
  async (name) => {
    const fixture = path.resolve('tests/fixtures', name);
    if (name === 'awkward') await writeAwkwardPaper();
    const content = name === 'awkward' ? path.resolve(awkwardContent) : `${fixture}/content`;
    if (!existsSync(content)) return;
    await wait(aWhile);
    const kept = emptyFolder();
    const check = (cache: string) =>
      checkPaper(
        readSwitches({
          CONTENT_DIR: content,
          PUBLICATION: `${fixture}/publication.ts`,
          CACHE_DIR: cache,
          SOURCE_DATE_EPOCH: '1740816000',
        }),
      );
    const first = await check(kept);
    const second = await check(kept);
    expect(first.copy.articles.length).toBeGreaterThan(0);
    expect(second.copy.articles.filter(isUnread).length).toBeGreaterThan(0);
    expect(second.mistakes).toEqual(first.mistakes);
    expect(second.warnings).toEqual(first.warnings);
    expect(allOf(second)).toEqual(allOf(first));
  },
);

test('what is kept of texts depends on all code that decides it', () => {
  const seen = importsOf('src/check/body-facts.ts', 'src/copy/read-entry.ts');
  expect(seen.size).toBeGreaterThan(50);
  const counted = new Set(globSync([...readingCode]));
  expect([...seen].filter((file) => !counted.has(file))).toEqual([]);
});

const story = 'articles/2025/first/index.md';

/** Changes a file and gives it the times that it had. */
const changeInSecret = (file: string, text: string): void => {
  const { atime, mtime } = statSync(file);
  writeFileSync(file, text);
  utimesSync(file, atime, mtime);
};

const grey = (background: string, width = 40): Promise<Buffer> =>
  sharp({ create: { width, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

const withPicture = storyWith('leadImage: { src: ./lead.png, alt: Grey }', 'See [it](a.csv).');

/** A change of the paper, and what a check says of it. */
type Change = [name: string, change: (paper: OddPaper) => unknown, found: RegExp | undefined];

const changes: Change[] = [
  [
    'a story that was touched',
    ({ at }) => {
      utimesSync(at(story), new Date(), new Date());
    },
    undefined,
  ],
  [
    'a story with other words of the same length',
    ({ at }) => {
      writeFileSync(at(story), withPicture.replace('(a.csv)', '(b.csv)'));
    },
    /b\.csv, which does not exist/,
  ],
  [
    'a story whose old times were put back',
    ({ at }) => {
      changeInSecret(at(story), withPicture.replace('section: world', 'section: earth'));
    },
    /earth.+which is not among the sections/,
  ],
  [
    'a story that another file was moved over',
    ({ at }) => {
      const { atime, mtime } = statSync(at(story));
      writeFileSync(at('../other.md'), withPicture.replace('(a.csv)', '(c.csv)'));
      utimesSync(at('../other.md'), atime, mtime);
      renameSync(at('../other.md'), at(story));
    },
    /c\.csv, which does not exist/,
  ],
  [
    'a story that was removed',
    ({ at }) => {
      rmSync(at(story));
    },
    /\/2025\/02\/first\/, which does not exist/,
  ],
  [
    'a story that moved to another month',
    ({ at }) => {
      writeFileSync(at(story), withPicture.replace('2025-02-13', '2025-01-13'));
    },
    /\/2025\/02\/first\/, which does not exist/,
  ],
  [
    'a story that became a draft',
    ({ at }) => {
      writeFileSync(at(story), withPicture.replace('section:', 'draft: true\nsection:'));
    },
    /\/2025\/02\/first\/, which is a draft/,
  ],
  [
    'an old address of another story',
    ({ write }) => write('articles/2025/third.md', storyWith('formerUrls: [/2025/02/first/]')),
    /the address \/2025\/02\/first\/, already used by/,
  ],
  [
    'an old address that redirects nowhere',
    ({ write }) => write('redirects.yaml', '/old/: /nowhere/\n'),
    /\/nowhere\/, which does not exist/,
  ],
  [
    'a topic with the address of a page',
    ({ write }) => write('pages/topics.md', '---\ntitle: A\ndescription: B.\n---\n\nWords.\n'),
    /the address \/topics\/, already used by the list of topics/,
  ],
  [
    'a story that was added',
    ({ write }) => write('articles/2025/third.md', storyWith('section: nowhere')),
    /third\.md/,
  ],
  [
    'a story that cannot be read any more',
    ({ at }) => {
      writeFileSync(at(story), Buffer.from([0x2d, 0xff]));
    },
    /not UTF-8/,
  ],
  [
    'a picture that took the place of another',
    ({ at }) => {
      changeInSecret(at('articles/2025/first/lead.png'), 'no picture');
    },
    /lead\.png/,
  ],
  [
    'a picture that was removed',
    ({ at }) => {
      rmSync(at('articles/2025/first/lead.png'));
    },
    /lead\.png, which does not exist/,
  ],
  [
    'a file beside a story that was emptied',
    ({ at }) => {
      changeInSecret(at('articles/2025/first/a.csv'), '');
    },
    /a\.csv, which is empty/,
  ],
  [
    'a file beside a story with other words of the same length',
    ({ at }) => {
      changeInSecret(at('articles/2025/first/a.csv'), 'a,c\n');
    },
    undefined,
  ],
  [
    'captions with a mistake',
    ({ at }) => {
      changeInSecret(at('files/clip.vtt'), 'WEBVTX\n');
    },
    /WEBVTX/,
  ],
  [
    'an author who has left',
    ({ at }) => {
      rmSync(at('authors/reporter.yaml'));
    },
    /reporter.+which is not among the authors/,
  ],
  [
    'a crosshead with another name, to which another story leads',
    ({ write }) => write('pages/about.md', '---\ntitle: A\ndescription: B.\n---\n\n## Other\n'),
    /#at-here, an anchor that is not there/,
  ],
];

const spoilt = async (): Promise<OddPaper> => {
  const paper = await oddPaper();
  await paper.write(story, withPicture);
  await paper.write('articles/2025/first/lead.png', await grey('#888'));
  await paper.write('articles/2025/first/a.csv', 'a,b\n');
  await paper.write('files/clip.vtt', 'WEBVTT\n');
  await paper.write('files/clip.mp4', 'film');
  await paper.write('pages/about.md', '---\ntitle: A\ndescription: B.\n---\n\n## Here\n');
  const links = 'See [it](/2025/02/first/) and [that](/about/#at-here).';
  await paper.write('articles/2025/second.md', storyWith('', links));
  await wait(aWhile);
  return paper;
};

test.each(changes)('a check sees %s, whatever was kept', async (_, change, found) => {
  const paper = await spoilt();
  const memory = createCheckMemory();
  expect((await paper.check({}, memory)).mistakes).toEqual([]);
  await change(paper);
  const cache = emptyFolder();
  const fromNothing = await paper.check({ CACHE_DIR: cache });
  const text = JSON.stringify(fromNothing.mistakes);
  if (found) expect(text).toMatch(found);
  else expect(text).toBe('[]');
  // In another process, and in the one that made the check before; twice, for what changed just now is not known again.
  for (const again of [createCheckMemory(), memory]) {
    expect(allOf(await paper.check({}, again))).toEqual(allOf(fromNothing));
    await wait(aWhile);
    expect(allOf(await paper.check({}, again))).toEqual(allOf(fromNothing));
  }
});

test('a story that opens between two checks in one process is there from then on', async () => {
  const paper = await spoilt();
  const links = 'See [it](/2025/02/late/).';
  const late = storyWith('formerUrls: [/old/]').replace('02-13T20:15', '02-28T08:00');
  await paper.write('articles/2025/late.md', late);
  await paper.write('articles/2025/second.md', storyWith('', links));
  const memory = createCheckMemory();
  const at = async (moment: string) => {
    const env = { SOURCE_DATE_EPOCH: String(Date.parse(moment) / 1000) };
    const { mistakes, heldBack, redirects } = await paper.check(env, memory);
    const found = mistakes.map((mistake) => mistake.found).join();
    return [found, heldBack.length, redirects.exact.map(({ path }) => path)];
  };
  const before = await at('2025-02-20T08:00:00Z');
  expect(before).toEqual([expect.stringMatching(/late\/, which opens later than this/), 1, []]);
  expect(await at('2025-02-28T08:00:00Z')).toEqual(['', 0, ['/old']]);
  expect(await at('2025-02-20T08:00:00Z')).toEqual(before);
});

test('a story whose text is asked for after it was saved again is not taken for the one that was checked', async () => {
  const paper = await spoilt();
  await paper.check();
  const { copy } = await paper.check();
  const first = copy.articles.find(({ id }) => id === 'first');
  const second = copy.articles.find(({ id }) => id === 'second');
  writeFileSync(paper.at(story), storyWith('', 'Other words.'));
  expect(second?.body).toContain('See [it](/2025/02/first/)');
  expect(() => first?.body).toThrow(/first\/index\.md was saved while the paper was being read/);
});

test('what other code has read is not believed', async () => {
  const paper = await spoilt();
  const [folders, folder] = [
    { contentDir: paper.at('.'), paperDir: paper.at('..') },
    emptyFolder(),
  ];
  const open = (code: string) => {
    const readings = openReadings(folders, folder, code);
    const { entry } = readings.read('articles', paper.at(story));
    const notes = entry && readings.notesOn(entry);
    if (entry) readings.note(entry, `by ${code}`);
    readings.keep();
    return { notes, isUnread: entry !== undefined && isUnread(entry) };
  };
  expect(open('old')).toEqual({ notes: undefined, isUnread: false });
  expect(open('old')).toEqual({ notes: 'by old', isUnread: true });
  expect(open('new')).toEqual({ notes: undefined, isUnread: false });
});

/** The files of readings in a paper's cache. */
const keptIn = (paper: OddPaper): string[] => {
  const folder = paper.at('../.cache/readings');
  return readdirSync(folder).map((name) => path.join(folder, name));
};

const damages: [string, (file: string) => void][] = [
  [
    'was damaged',
    (file) => {
      const bytes = readFileSync(file);
      const last = bytes.length - 20;
      bytes[last] = (bytes[last] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
  [
    'was cut',
    (file) => {
      writeFileSync(file, readFileSync(file).subarray(0, -20));
    },
  ],
  [
    'is no list',
    (file) => {
      const [, code = ''] = readFileSync(file, 'latin1').split('\n');
      writeKept(file.replace(/\.kept$/, ''), `${code}\nnothing`);
    },
  ],
  [
    'somebody has forged who does not know the secret',
    (file) => {
      const bytes = readFileSync(file);
      const content = bytes.subarray(bytes.indexOf('\n') + 1);
      const forged = content.toString('latin1').replaceAll('See [it]', 'See [he]');
      writeKept(file.replace(/\.kept$/, ''), Buffer.from(forged, 'latin1'));
      process.env['CACHE_SECRET'] = 'known to the build';
      onTestFinished(() => {
        delete process.env['CACHE_SECRET'];
      });
    },
  ],
];

test.each(damages)('what was kept and %s is read again', async (_, damage) => {
  const paper = await spoilt();
  const before = allOf(await paper.check());
  expect(keptIn(paper).length).toBeGreaterThan(0);
  for (const file of keptIn(paper)) damage(file);
  const { copy, ...others } = await paper.check();
  expect(copy.articles.map(isUnread)).toEqual([false, false]);
  expect(allOf({ copy, ...others })).toEqual(before);
  expect((await paper.check()).copy.articles.map(isUnread)).toEqual([true, true]);
});

test('a check whose cache cannot be written says what it finds all the same', async () => {
  const paper = await spoilt();
  const cache = path.join(emptyFolder(), 'cache');
  mkdirSync(cache);
  writeFileSync(path.join(cache, 'readings'), 'a file');
  const checks = [await paper.check(), await paper.check({ CACHE_DIR: cache })];
  expect(allOf(checks[1] as Checked)).toEqual(allOf(checks[0] as Checked));
});

test('a paper that was copied as it is finds what was kept of its texts again', async () => {
  const paper = await spoilt();
  await paper.check();
  const elsewhere = path.join(emptyFolder(), 'paper');
  cpSync(paper.at('..'), elsewhere, { recursive: true, preserveTimestamps: true });
  const { copy } = await paper.check({ PAPER_DIR: elsewhere });
  expect(copy.articles.map(isUnread)).toEqual([true, true]);
});
