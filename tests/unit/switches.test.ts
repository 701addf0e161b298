import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readSwitches } from '../../src/config/switches.ts';

const now = new Date('2025-02-13T18:15:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The switches that are refused. */
const refused = (env: Record<string, string>): (string | undefined)[] =>
  readSwitches(env).mistakes.map(({ field }) => field);

test('no switch has to be set', () => {
  expect(readSwitches({})).toEqual({
    siteUrl: undefined,
    basePath: '/',
    paperDir: path.resolve('.'),
    contentDir: path.resolve('src/content'),
    publicDir: path.resolve('public'),
    themeDir: path.resolve('theme'),
    publicationFile: path.resolve('src/publication.ts'),
    moment: now,
    commentsServer: undefined,
    outDir: path.resolve('dist'),
    cacheDir: path.resolve('.cache'),
    pictureCache: undefined,
    mistakes: [],
  });
});

test('a switch that is set to nothing is not set', () => {
  const names = [
    'SITE_URL',
    'BASE_PATH',
    'PAPER_DIR',
    'CONTENT_DIR',
    'PUBLICATION',
    'COMMENTS_SERVER',
  ];
  const empty = Object.fromEntries(
    [...names, 'SOURCE_DATE_EPOCH', 'OUT_DIR', 'CACHE_DIR', 'PICTURE_CACHE'].map((name) => [
      name,
      ' ',
    ]),
  );
  expect(readSwitches(empty)).toEqual(readSwitches({}));
});

describe('SITE_URL', () => {
  test.each(['https://news.example', 'https://news.example/', 'http://localhost:4321'])(
    '%s is an origin, kept without its slash',
    (url) => {
      const { siteUrl, mistakes } = readSwitches({ SITE_URL: url });
      expect(siteUrl).toBe(new URL(url).origin);
      expect(mistakes).toEqual([]);
    },
  );

  test.each([
    'https://news.example/paper/',
    'https://news.example?edition=1',
    'https://news.example#top',
    'news.example',
    'javascript:alert(1)',
    'https://',
  ])('%s is refused', (url) => {
    expect(refused({ SITE_URL: url })).toEqual(['SITE_URL']);
  });
});

describe('BASE_PATH', () => {
  test.each([
    ['/', '/'],
    ['paper', '/paper/'],
    ['/paper', '/paper/'],
    ['/paper/', '/paper/'],
    ['/my/paper-1.0/', '/my/paper-1.0/'],
    ['//paper//', '/paper/'],
  ])('%s is the folder %s', (value, basePath) => {
    expect(readSwitches({ BASE_PATH: value })).toMatchObject({ basePath, mistakes: [] });
  });

  test.each(['/the paper/', '/../paper/', '/./', 'https://news.example/', '/paper?x', '/газета/'])(
    '%s is refused',
    (value) => {
      expect(refused({ BASE_PATH: value })).toEqual(['BASE_PATH']);
    },
  );
});

describe('CONTENT_DIR and PUBLICATION', () => {
  test('are paths from where the build is run', () => {
    const { contentDir, publicationFile } = readSwitches({
      CONTENT_DIR: 'tests/fixtures/mistakes/content',
      PUBLICATION: 'tests/fixtures/mistakes/publication.ts',
    });
    expect(contentDir).toBe(path.resolve('tests/fixtures/mistakes/content'));
    expect(publicationFile).toBe(path.resolve('tests/fixtures/mistakes/publication.ts'));
  });

  test('name something that is there', () => {
    expect(refused({ CONTENT_DIR: 'no-such-folder', PUBLICATION: 'no-such-file.ts' })).toEqual([
      'CONTENT_DIR',
      'PUBLICATION',
    ]);
  });
});

describe('OUT_DIR', () => {
  test.each(['dist', 'dist/paper', '../site', '/var/www/paper', '.cache/paper'])(
    '%s is a folder for the printed paper',
    (folder) => {
      expect(readSwitches({ OUT_DIR: folder })).toMatchObject({
        outDir: path.resolve(folder),
        mistakes: [],
      });
    },
  );

  // What is in it goes when the next edition comes.
  test.each([
    '.',
    '..',
    '/',
    'src',
    'src/content',
    'public',
    '.cache',
    '.cache/next',
    '.cache/search',
  ])('%s is refused', (folder) => {
    expect(refused({ OUT_DIR: folder })).toEqual(['OUT_DIR']);
  });

  test('may not hold what is kept for the next build', () => {
    expect(refused({ OUT_DIR: '/site', CACHE_DIR: '/site/.cache' })).toEqual(['OUT_DIR']);
  });
});

describe('PICTURE_CACHE', () => {
  test('is a folder, which may still have to be made', () => {
    const { pictureCache, mistakes } = readSwitches({ PICTURE_CACHE: '.cache/pictures' });
    expect(pictureCache).toBe(path.resolve('.cache/pictures'));
    expect(mistakes).toEqual([]);
  });

  test('may not be a file', () => {
    expect(refused({ PICTURE_CACHE: 'package.json' })).toEqual(['PICTURE_CACHE']);
  });

  test('may not lie in the printed paper, out of which it would go', () => {
    expect(refused({ OUT_DIR: '/site', PICTURE_CACHE: '/site/pictures' })).toEqual(['OUT_DIR']);
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  test('is the edition’s moment, in seconds', () => {
    const { moment } = readSwitches({ SOURCE_DATE_EPOCH: '1740816000' });
    expect(moment.toISOString()).toBe('2025-03-01T08:00:00.000Z');
  });

  test('may be the first second of 1970', () => {
    expect(readSwitches({ SOURCE_DATE_EPOCH: '0' }).moment.getTime()).toBe(0);
  });

  test.each(['2025-03-01', '1740816000000', '-1', '1.5', 'now'])('%s is refused', (seconds) => {
    expect(refused({ SOURCE_DATE_EPOCH: seconds })).toEqual(['SOURCE_DATE_EPOCH']);
  });
});

describe('COMMENTS_SERVER', () => {
  test.each([
    ['http://127.0.0.1:8360', 'http://127.0.0.1:8360'],
    ['https://comments.news.example/', 'https://comments.news.example'],
    ['https://news.example/waline/', 'https://news.example/waline'],
  ])('%s is a server, kept without its slash', (address, commentsServer) => {
    expect(readSwitches({ COMMENTS_SERVER: address })).toMatchObject({
      commentsServer,
      mistakes: [],
    });
  });

  test.each([
    'comments.news.example',
    'javascript:alert(1)',
    'https://a:b@c.example',
    'https://a.example?b',
  ])('%s is refused', (address) => {
    expect(refused({ COMMENTS_SERVER: address })).toEqual(['COMMENTS_SERVER']);
  });

  test.each(['http://127.0.0.1:8360', 'http://localhost:8360', 'http://[::1]:8360'])(
    'a paper for others is never printed with %s',
    (address) => {
      const env = { COMMENTS_SERVER: address };
      expect(refused({ ...env, SITE_URL: 'https://news.example' })).toEqual(['COMMENTS_SERVER']);
      expect(refused({ ...env, SITE_URL: 'http://localhost:4321' })).toEqual([]);
    },
  );
});

test('every switch that is wrong is told at once', () => {
  expect(refused({ SITE_URL: 'x', BASE_PATH: '..', SOURCE_DATE_EPOCH: 'x' })).toEqual([
    'SITE_URL',
    'BASE_PATH',
    'SOURCE_DATE_EPOCH',
  ]);
});
