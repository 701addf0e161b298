import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptSuffix } from '../../src/kept.ts';
import { drawPictures } from '../bench/pictures.ts';
import { buildPaper, editionMoment, type Kept, type Paper, pathIn } from '../papers.ts';
import { different, filesIn } from '../files-in.ts';

/*
 * A paper that reuses pages must be the same as if it were built from zero. One paper is edited step by step, and built
 * both ways at the same time after each step. Only the interplay of the parts is tested here; which change affects which
 * page's key is in the unit tests of the keys.
 */

const copy = path.resolve('.test/used-again-copy');
const fixture = path.resolve('tests/fixtures/one-article');
const publicationFile = path.join(copy, 'publication.ts');
const inCopy = (...parts: string[]): string => path.join(copy, 'content', ...parts);
const story = (slug: string): string => inCopy('articles', slug, 'index.md');

let moment = editionMoment;

/** A disk other than that of the checkout, where there is one. */
const elsewhere = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'paper-'));
afterAll(() => {
  rmSync(elsewhere, { recursive: true });
});

const paper = (name: string): Paper => ({
  name,
  outDir: `.test/${name}`,
  // Where the cache is changes nothing.
  ...(name.endsWith('anew') ? { cacheDir: path.join(elsewhere, 'cache') } : {}),
  env: {
    SOURCE_DATE_EPOCH: String(moment.getTime() / 1000),
    BASE_PATH: '/paper/',
    CONTENT_DIR: '.test/used-again-copy/content',
    PUBLICATION: '.test/used-again-copy/publication.ts',
  },
});

const write = (
  slug: string,
  { topics = 'Bells', published = '2025-02-01T09:00:00+00:00', body = '', more = '' } = {},
): void => {
  mkdirSync(inCopy('articles', slug), { recursive: true });
  writeFileSync(
    story(slug),
    `---\nheadline: "The story of ${slug}"\nstandfirst: "What became of ${slug}."\nsection: town\n` +
      `authors: [wilhelmina-tansy]\npublished: "${published}"\ntopics: [${topics}]\n${more}---\n\n` +
      `The council of ${slug} met again under the tower, and its bells were heard far away.\n\n${body}\n`,
  );
};

const change = (file: string, from: string | RegExp, to: string): void => {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has nothing to change.`);
  writeFileSync(file, after);
};

/** Draws another picture under two file names already in use. */
const drawView = async (number: number): Promise<void> => {
  await drawPictures(inCopy('articles'), number + 1);
  renameSync(
    inCopy('articles', `${String(number).padStart(4, '0')}.jpg`),
    inCopy('articles', 'view.jpg'),
  );
  for (let n = 0; n < number; n += 1)
    rmSync(inCopy('articles', `${String(n).padStart(4, '0')}.jpg`));
  cpSync(inCopy('articles', 'view.jpg'), inCopy('articles', 'IMG (1).jpg'));
};

const draw = async (name: string, width: number, height: number) => {
  await sharp({ create: { width, height, channels: 3, background: 'navy' } })
    .png()
    .toFile(inCopy(name));
};

const drawAdvertisement = async (): Promise<void> => {
  await draw('banner.png', 1456, 180);
  await draw('strip.png', 640, 200);
};

const video = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const picture = 'leadImage: { src: ../view.jpg, alt: "A view" }\n';
const desk = `desk: { backend: { name: 'github', repo: 'press/paper' } },
  `;
const advertising = `advertising: {
    houseAds: {
      feed: {
        title: 'In your reader',
        link: '/rss.xml',
        pictures: { banner: 'banner.png', strip: 'strip.png' },
      },
      letter: { title: 'In your letter box', link: '/about/' },
      fair: { title: 'The fair', link: '/about/', from: '2025-03-02T20:00:00+00:00' },
    },
    slots: { top: ['feed', 'letter', 'fair'] },
  },
  comments:`;

/** What happens to the paper, in order; each step builds on the ones before. */
const steps: [what: string, how: () => Promise<void> | void, isAnythingUsedAgain: boolean][] = [
  [
    'a story is edited, and links to another',
    () => {
      change(story('harbour'), 'far away.', 'far away. See [the mill](/town/mill/).');
      change(story('flood'), '## ', '## 2025-02-02T10:00:00+00:00 It falls\n\nAt last.\n\n## ');
      // It changes the policy of the paper, which hosts send.
      change(story('orchard'), 'far away.', `far away.\n\n${video}`);
    },
    true,
  ],
  [
    'the picture that two stories share is replaced under its old name, and the paper gets a desk',
    async () => {
      await drawView(1);
      change(publicationFile, 'comments:', `${desk}comments:`);
    },
    true,
  ],
  [
    'a scheduled story becomes due, on the same day, the desk goes, and the logo is another',
    async () => {
      await draw('logo.png', 600, 600);
      change(publicationFile, desk, '');
      moment = new Date(moment.getTime() + 2 * 3_600_000);
      change(story('orchard'), video, '');
    },
    true,
  ],
  [
    'the paper gets advertisements',
    async () => {
      await drawAdvertisement();
      change(publicationFile, 'comments:', advertising);
    },
    false,
  ],
];

/** A paper's files, and those of its hosts beside it. */
const allFilesOf = (name: string): Map<string, Buffer> => {
  const folder = pathIn(paper(name));
  const beside = [...filesIn(`${folder}-hosting`)];
  return new Map([
    ...filesIn(folder),
    ...beside.map(([file, bytes]): [string, Buffer] => [path.join('hosting', file), bytes]),
  ]);
};

const build = async (
  name: string,
  kept: Kept,
): Promise<{ files: Map<string, Buffer>; usedAgain: number; output: string }> => {
  const { ok, output } = await buildPaper(paper(name), kept);
  if (!ok) throw new Error(output);
  return {
    output,
    files: allFilesOf(name),
    usedAgain: Number(/ ([\d,]+) of both reused/.exec(output)?.[1]?.replaceAll(',', '')),
  };
};

/** The paper on a host that gets only the files on the lists of changes, by their paths. */
type Host = Map<string, Buffer>;

const inCache = (...parts: string[]): string => path.resolve('.test/.cache/used-again', ...parts);
const linesOf = (name: string): string[] =>
  readFileSync(inCache(name), 'utf8').split('\n').slice(0, -1);
const inPaper = (files: Map<string, Buffer>): Host =>
  new Map([...files].filter(([file]) => !file.startsWith('hosting/')));

/** Notes that the host has the edition on air. */
const noteDeployed = (): void => {
  cpSync(inCache('edition.txt'), inCache('deployed-edition.txt'));
};

/** Copies what is on the lists to the host, and deletes there what is gone. */
const copyTo = (host: Host, files: Map<string, Buffer>): void => {
  for (const file of linesOf('changed-files.txt')) {
    const bytes = files.get(file);
    if (!bytes) throw new Error(`${file} is to be uploaded, but it is not there.`);
    host.set(file, bytes);
  }
  for (const file of linesOf('removed-files.txt')) host.delete(file);
  noteDeployed();
};

const namesIn = (files: Map<string, Buffer>, pattern: RegExp): string[] =>
  [...files.keys()].filter((file) => pattern.test(file));

const feedsOf = (files: Map<string, Buffer>): string[] =>
  namesIn(files, /^(?:(?:town|author\/[^/]+|topic\/[^/]+)\/)?(?:rss\.xml|atom\.xml|feed\.json)$/);

const minutes = 60_000;

describe('a paper that reuses pages', () => {
  const printed = pathIn(paper('used-again'));
  let last: Map<string, Buffer>;
  let host: Host;

  beforeAll(async () => {
    rmSync(copy, { recursive: true, force: true });
    cpSync(path.join(fixture, 'content'), path.join(copy, 'content'), { recursive: true });
    cpSync(path.join(fixture, 'publication.ts'), publicationFile);
    // Short lists, so that a page is not rebuilt because of a story that it shows only incidentally.
    change(
      publicationFile,
      'comments:',
      "lists: { related: 1, mustRead: 1 },\n  hosting: { compressedCopies: ['gzip'] },\n  comments:",
    );
    await drawView(0);
    for (const slug of ['harbour', 'mill', 'orchard', 'quay', 'bridge']) write(slug);
    write('market', { more: 'leadImage: { src: "../IMG (1).jpg", alt: "A view" }\n' });
    write('tower', { more: picture });
    write('square', { body: '![A view](../view.jpg)\n', more: picture });
    write('regatta', { published: '2025-03-01T09:00:00+00:00', topics: 'Ships' });
    write('flood', {
      more: 'kind: live\nstate: live\n',
      body: '## 2025-02-02T09:00:00+00:00 The river rises\n\nAt the mill.',
    });
    ({ files: last } = await build('used-again', 'pictures'));
    host = inPaper(last);
    noteDeployed();
  }, 3 * minutes);

  test(
    'keeps what a build had printed of its pictures when it was killed, and prints each picture once',
    async () => {
      const name = 'used-again-killed';
      const kept = path.resolve('.test/.cache', name, 'pictures');
      const keptNow = (): Map<string, string> =>
        new Map(
          (existsSync(kept) ? readdirSync(kept) : [])
            .filter((file) => file.endsWith(keptSuffix))
            .map((file) => [file, statSync(path.join(kept, file))] as const)
            .map(([file, { ino, mtimeMs }]) => [file, `${String(ino)} ${String(mtimeMs)}`]),
        );
      // An earlier run may have left some.
      rmSync(kept, { recursive: true, force: true });
      const death = new AbortController();
      const own = { ...paper(name), keepsPictures: true };
      const building = buildPaper(own, 'pictures', death.signal);
      const watch = setInterval(() => {
        if (keptNow().size >= 3) death.abort();
      }, 5);
      const killed = await building;
      clearInterval(watch);
      expect(killed.output).toContain('SIGKILL');
      const before = keptNow();
      expect(before.size).toBeGreaterThanOrEqual(3);

      const { ok, output } = await buildPaper(own, 'everything');
      expect(ok, output).toBe(true);
      const after = keptNow();
      expect(after.size).toBeGreaterThan(before.size);
      for (const [file, unchanged] of before) expect(after.get(file), file).toBe(unchanged);
      const files = allFilesOf(name);
      expect(different(last, files)).toEqual([]);

      // One picture lies in the paper under two names.
      const printed = namesIn(files, /^_astro\/.+\.avif$/);
      const distinct = new Set(printed.map((file) => files.get(file)?.toString('base64')));
      expect(printed.length).toBeGreaterThan(distinct.size);
      expect([...after.keys()].filter((file) => file.includes('.avif'))).toHaveLength(
        distinct.size,
      );
    },
    3 * minutes,
  );

  test.each(steps)(
    'matches a build from zero: %s',
    async (_, how, isAnythingUsedAgain) => {
      await how();
      const [again, anew] = await Promise.all([
        build('used-again', 'everything'),
        build('used-again-anew', 'pictures'),
      ]);
      expect(different(anew.files, again.files)).toEqual([]);
      expect(anew.usedAgain).toBe(0);
      expect(different(last, again.files).length).toBeGreaterThan(0);
      expect(again.usedAgain > 0).toBe(isAnythingUsedAgain);
      last = again.files;
      // The first edition never reaches the host: the lists of the second name the files of both.
      if (how === steps[0]?.[1]) return;
      copyTo(host, last);
      expect(different(inPaper(last), host)).toEqual([]);
    },
    3 * minutes,
  );

  test(
    'reuses every story, list and icon when only a day has passed, and changes no byte beyond the front page',
    async () => {
      moment = new Date(moment.getTime() + 24 * 3_600_000);
      const again = await build('used-again', 'everything');
      // An open page of a running story must know how old it is itself.
      const running = namesIn(last, /\/live\.json$/).map((file) => file.replace('live.json', ''));
      const stories = namesIn(last, /town\/\w.*\/index\.html$/).filter(
        (file) => !running.includes(file.replace('index.html', '')),
      );
      const lists = namesIn(last, /^(?:town|latest|author\/[^/]+|topic\/[^/]+)\/index\.html$/);
      const archive = namesIn(last, /^(?:archive\/\d.*\/index\.html|sitemap-[^n].*\.xml)$/);
      const icons = namesIn(last, /^(?:(?:apple-touch-)?icon(?:-\w+)?\.png|favicon\.ico)$/);
      const kept = [stories, lists, archive, icons, feedsOf(last)];
      expect(again.usedAgain).toBe(kept.flat().length);
      // There are no corrections, so their feed has the time of its edition.
      const ofTheMoment = /^(?:index\.html|corrections\/rss\.xml)(?:\.gz)?$/;
      expect(
        different(last, again.files).filter(
          (file) => !ofTheMoment.test(file) && !running.some((path) => file.startsWith(path)),
        ),
      ).toEqual([]);
      expect(different(last, again.files)).toContain('index.html');
      expect(linesOf('changed-files.txt')).toEqual(different(last, again.files).sort());
      expect(linesOf('removed-files.txt')).toEqual([]);
      last = again.files;
      copyTo(host, last);
    },
    3 * minutes,
  );

  test(
    'fails to build with a truncated picture, and keeps the last edition byte for byte',
    async () => {
      change(story('tower'), 'far away.', 'far away, they say.');
      const view = inCopy('articles', 'view.jpg');
      const whole = readFileSync(view);
      writeFileSync(view, whole.subarray(0, whole.length / 2));
      const { ok, output } = await buildPaper(paper('used-again'), 'everything');
      expect(ok, output).toBe(false);
      expect(different(last, allFilesOf('used-again'))).toEqual([]);
      writeFileSync(view, whole);
    },
    3 * minutes,
  );

  test(
    'recovers from an interrupted build and changes made to the output by hand',
    async () => {
      const kept = path.resolve('.test/.cache/used-again');
      const leftOver = ['work', 'work/next/_astro', 'work/next/t', 'work/cache/assets'].map(
        (folder) => path.join(kept, folder),
      );
      for (const folder of [...leftOver, path.join(printed, '.next-edition')]) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, 'half.html'), 'half a page');
      }
      // The first pages of the new edition were already on air.
      writeFileSync(path.join(copy, 'newer.html'), 'a newer page');
      renameSync(path.join(copy, 'newer.html'), path.join(printed, 'town/square/index.html'));
      writeFileSync(path.join(printed, 'town/market/index.html'), 'a joke');
      writeFileSync(path.join(printed, namesIn(last, /^cards\//)[0] ?? ''), 'not a picture');
      rmSync(path.join(printed, 'town/index.html'));
      writeFileSync(path.join(printed, 'town/forgotten.html'), 'left lying about');
      // What the last build kept was damaged, or somebody has put something into it.
      for (const name of namesIn(filesIn(kept), /^bodies\/articles\//)) {
        change(path.join(kept, name), '<p>', '<script>evil()</script><p>');
      }
      truncateSync(path.join(kept, 'bodies/articles-known.json.kept'), 100);
      const [again, anew] = await Promise.all([
        build('used-again', 'everything'),
        build('used-again-anew', 'pictures'),
      ]);
      expect(different(anew.files, again.files)).toEqual([]);
      expect(again.usedAgain).toBeGreaterThan(0);
      expect(again.files.get('town/tower/index.html')?.toString()).toContain('far away, they say.');
      last = again.files;
      copyTo(host, last);
      expect(different(inPaper(last), host)).toEqual([]);
    },
    3 * minutes,
  );

  test(
    'is built by one process at a time, also if what it goes by has been damaged',
    async () => {
      const list = path.resolve('.test/.cache/used-again/edition.kept');
      writeFileSync(list, JSON.stringify({ dir: printed, files: [] }));
      const both = await Promise.all([
        build('used-again', 'everything'),
        build('used-again', 'everything'),
      ]);
      const outputs = both.map(({ output }) => output);
      expect(outputs.filter((text) => text.includes('Another build'))).toHaveLength(1);
      expect(both.map(({ usedAgain }) => usedAgain > 0).sort()).toEqual([false, true]);
      expect(different(last, allFilesOf('used-again'))).toEqual([]);
      // What the host has is not known any more: everything must be copied.
      expect(existsSync(inCache('changed-files.txt'))).toBe(false);
    },
    3 * minutes,
  );
});
