import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { notePlace } from '../../src/config/folders.ts';
import { readSwitches } from '../../src/config/switches.ts';
import { unusablePaths } from '../../src/config/unusable-paths.ts';
import { publicationSchema } from '../../src/schemas/publication.ts';
import { publication } from '../fixtures/awkward/publication.ts';

const now = new Date('2025-02-13T18:15:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The rejected switches. */
const refused = (env: Record<string, string>): (string | undefined)[] =>
  readSwitches(env).mistakes.map(({ field }) => field);

test('every switch is optional', () => {
  expect(readSwitches({})).toEqual({
    siteUrl: undefined,
    basePath: '/',
    paperDir: path.resolve('.'),
    contentDir: path.resolve('src/content'),
    publicDir: path.resolve('public'),
    themeDir: path.resolve('theme'),
    recordDir: path.resolve('record'),
    publicationFile: path.resolve('src/publication.ts'),
    moment: now,
    commentsServer: undefined,
    outDir: path.resolve('dist'),
    cacheDir: path.resolve('.cache'),
    withDrafts: false,
    pictureCache: undefined,
    mistakes: [],
  });
});

test('an empty switch counts as not set', () => {
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
    '%s is an origin, stored without a trailing slash',
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
    'http://',
    '//news.example',
    'https:/news.example',
    'https://news .example',
    'https://editor:secret@news.example',
    'https://news.example\\paper',
    'https://news%20.example',
    'https://news.example:port',
    'https://news..example',
    'https://-.example',
  ])('%s is rejected', (url) => {
    expect(refused({ SITE_URL: url })).toEqual(['SITE_URL']);
  });

  test.each([
    ['https://газета.укр', 'https://xn--80aahjj1e.xn--j1amh'],
    ['https://zeitung-für-alle.de/', 'https://xn--zeitung-fr-alle-7vb.de'],
    ['HTTPS://News.Example:443', 'https://news.example'],
  ])('%s may be in any script, and is kept as machines write it', (url, ascii) => {
    expect(readSwitches({ SITE_URL: url })).toMatchObject({ siteUrl: ascii, mistakes: [] });
    const { url: kept } = publicationSchema.parse({ ...publication, url });
    expect(kept).toBe(ascii);
  });
});

describe('a path', () => {
  test.each(["/home/ann's paper", '/home/"paper"', '/home/no#1', '/home/what?'])(
    'of the engine that cannot be used is told: %s',
    (engine) => {
      const [mistake] = unusablePaths(engine, []);
      expect(mistake?.found).toBe(`the engine in ${JSON.stringify(engine)}`);
    },
  );

  test.each(['/home/my paper', '/home/100%', '/home/zeitung-für-alle', '/home/[a] {b} & c'])(
    'may be %s',
    (folder) => {
      expect(unusablePaths(folder, [folder])).toEqual([]);
    },
  );

  test.each(['no#1', 'what?'])('of the paper that cannot be used is told: %s', (name) => {
    const { mistakes } = readSwitches({ CACHE_DIR: path.join(tmpdir(), name) });
    expect(mistakes).toMatchObject([{ file: 'environment', expected: 'a path without # and ?' }]);
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
  ])('%s is read as the folder %s', (value, basePath) => {
    expect(readSwitches({ BASE_PATH: value })).toMatchObject({ basePath, mistakes: [] });
  });

  test.each(['/the paper/', '/../paper/', '/./', 'https://news.example/', '/paper?x', '/газета/'])(
    '%s is rejected',
    (value) => {
      expect(refused({ BASE_PATH: value })).toEqual(['BASE_PATH']);
    },
  );
});

describe('PAPER_DIR', () => {
  const folder = path.resolve('tests/fixtures/mistakes');

  test('sets every path of a paper, its output included', () => {
    expect(readSwitches({ PAPER_DIR: 'tests/fixtures/mistakes' })).toMatchObject({
      paperDir: folder,
      contentDir: path.join(folder, 'content'),
      publicationFile: path.join(folder, 'publication.ts'),
      publicDir: path.join(folder, 'public'),
      themeDir: path.join(folder, 'theme'),
      recordDir: path.join(folder, 'record'),
      outDir: path.join(folder, 'dist'),
      cacheDir: path.join(folder, '.cache'),
      mistakes: [],
    });
  });

  test('gives way to switches for single paths', () => {
    const switches = readSwitches({
      PAPER_DIR: 'tests/fixtures/mistakes',
      CONTENT_DIR: 'src/content',
      PUBLICATION: 'src/publication.ts',
      OUT_DIR: 'dist',
      CACHE_DIR: '.cache',
    });
    expect(switches).toMatchObject({
      paperDir: folder,
      contentDir: path.resolve('src/content'),
      publicationFile: path.resolve('src/publication.ts'),
      publicDir: path.join(folder, 'public'),
      outDir: path.resolve('dist'),
      cacheDir: path.resolve('.cache'),
      mistakes: [],
    });
  });

  test.each([
    ['no-such-folder', 'not there'],
    ['package.json', 'a file'],
    ['docs', 'a folder without publication.ts and content/'],
    ['src/content', 'a folder without publication.ts and content/'],
    ['tests/fixtures/offline', 'a folder without content/'],
  ])('%s is rejected', (paper, found) => {
    expect(readSwitches({ PAPER_DIR: paper }).mistakes).toMatchObject([
      { field: 'PAPER_DIR', found: `"${paper}", ${found}` },
    ]);
  });

  test('need not contain what another switch names', () => {
    const env = { PAPER_DIR: 'tests/fixtures/offline', CONTENT_DIR: 'src/content' };
    expect(refused(env)).toEqual([]);
  });

  test('cannot be the output folder', () => {
    const env = { PAPER_DIR: 'tests/fixtures/mistakes' };
    for (const part of ['', '/content', '/public', '/theme', '/.cache']) {
      expect(refused({ ...env, OUT_DIR: `tests/fixtures/mistakes${part}` })).toEqual(['OUT_DIR']);
    }
  });
});

describe('CONTENT_DIR and PUBLICATION', () => {
  // Otherwise a paper elsewhere would get this one's logo.
  test('use the static files and the theme next to the publication file', () => {
    const env = { PUBLICATION: 'tests/fixtures/offline/publication.ts' };
    expect(readSwitches(env)).toMatchObject({
      publicDir: path.resolve('tests/fixtures/offline/public'),
      themeDir: path.resolve('tests/fixtures/offline/theme'),
      recordDir: path.resolve('tests/fixtures/offline/record'),
    });
    expect(readSwitches({ CONTENT_DIR: 'tests/fixtures/moved/content' })).toMatchObject({
      publicDir: path.resolve('public'),
      themeDir: path.resolve('theme'),
      recordDir: path.resolve('record'),
    });
  });

  test('must name a folder and a file', () => {
    expect(refused({ CONTENT_DIR: 'package.json', PUBLICATION: 'src' })).toEqual([
      'CONTENT_DIR',
      'PUBLICATION',
    ]);
  });

  test('are relative to the working directory', () => {
    const { contentDir, publicationFile } = readSwitches({
      CONTENT_DIR: 'tests/fixtures/mistakes/content',
      PUBLICATION: 'tests/fixtures/mistakes/publication.ts',
    });
    expect(contentDir).toBe(path.resolve('tests/fixtures/mistakes/content'));
    expect(publicationFile).toBe(path.resolve('tests/fixtures/mistakes/publication.ts'));
  });

  test('must name something that exists', () => {
    expect(refused({ CONTENT_DIR: 'no-such-folder', PUBLICATION: 'no-such-file.ts' })).toEqual([
      'CONTENT_DIR',
      'PUBLICATION',
    ]);
  });
});

describe('OUT_DIR', () => {
  test.each(['dist', 'dist/paper', '../site', '/var/www/paper', '.cache/paper'])(
    '%s is a valid output folder',
    (folder) => {
      expect(readSwitches({ OUT_DIR: folder })).toMatchObject({
        outDir: path.resolve(folder),
        mistakes: [],
      });
    },
  );

  // The next edition replaces everything in this folder.
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
  ])('%s is rejected', (folder) => {
    expect(refused({ OUT_DIR: folder })).toEqual(['OUT_DIR']);
  });

  test('may not contain the cache', () => {
    expect(refused({ OUT_DIR: '/site', CACHE_DIR: '/site/.cache' })).toEqual(['OUT_DIR']);
  });
});

describe('nothing of a publisher’s is ever deleted', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'folders-'));
  afterAll(() => {
    rmSync(home, { recursive: true });
  });
  const make = (...names: string[]): string => {
    const folder = mkdtempSync(path.join(home, 'x-'));
    for (const name of names) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), '{}');
    }
    return folder;
  };
  const paper = (): string => make('publication.ts', 'content/articles/2025/one/index.md');

  test.each(['content/articles', 'content', 'theme', 'public/paper', 'publication.ts', '.'])(
    'a paper is not printed into its own %s',
    (part) => {
      const folder = paper();
      expect(refused({ PAPER_DIR: folder, OUT_DIR: path.join(folder, part) })).toEqual(['OUT_DIR']);
    },
  );

  test.each(['.git', 'docs', 'src/components', 'tests/fixtures/moved'])(
    'nor into %s of the engine',
    (part) => {
      expect(refused({ OUT_DIR: part })).toEqual(['OUT_DIR']);
    },
  );

  test('nor into another paper, or any folder with files that no build has printed', () => {
    expect(refused({ OUT_DIR: paper() })).toEqual(['OUT_DIR']);
    expect(refused({ OUT_DIR: make('notes.txt') })).toEqual(['OUT_DIR']);
  });

  test('nor where there is a file', () => {
    const file = path.join(make('site'), 'site');
    expect(refused({ OUT_DIR: file })).toEqual(['OUT_DIR']);
    expect(refused({ CACHE_DIR: file })).toEqual(['CACHE_DIR']);
  });

  test('nor through a link that leads there', () => {
    const folder = paper();
    const link = path.join(make(), 'site');
    symlinkSync(path.join(folder, 'content'), link);
    expect(refused({ PAPER_DIR: folder, OUT_DIR: link })).toEqual(['OUT_DIR']);
  });

  test.each([
    ['an empty folder', make()],
    ['a folder with nothing but what a system puts there', make('.DS_Store')],
    ['a printed paper, wherever its cache went', make('index.html', '404.html', 'sitemap.xml')],
    ['what a stopped build left', make('.next-edition/index.html')],
  ])('%s may be printed into', (_what, folder) => {
    expect(refused({ OUT_DIR: folder })).toEqual([]);
  });

  test('a folder that the last build printed into may be printed into again', () => {
    const folder = make('_headers');
    const cache = make();
    expect(refused({ OUT_DIR: folder, CACHE_DIR: cache })).toEqual(['OUT_DIR']);
    notePlace(folder, cache);
    expect(refused({ OUT_DIR: folder, CACHE_DIR: cache })).toEqual([]);
  });

  test.each(['.', 'content', 'theme/cache'])('the cache is not kept in %s of a paper', (part) => {
    const folder = paper();
    expect(refused({ PAPER_DIR: folder, CACHE_DIR: path.join(folder, part) })).toEqual([
      'CACHE_DIR',
    ]);
  });

  test('nor where somebody has a folder that a build would clear', () => {
    expect(refused({ CACHE_DIR: make('cards/aces.txt') })).toEqual(['CACHE_DIR']);
    expect(refused({ CACHE_DIR: make('cards/a.jpg', 'CACHEDIR.TAG') })).toEqual([]);
  });
});

describe('PICTURE_CACHE', () => {
  test('is a folder, which need not exist yet', () => {
    const { pictureCache, mistakes } = readSwitches({ PICTURE_CACHE: '.cache/pictures' });
    expect(pictureCache).toBe(path.resolve('.cache/pictures'));
    expect(mistakes).toEqual([]);
  });

  test('may not be a file', () => {
    expect(refused({ PICTURE_CACHE: 'package.json' })).toEqual(['PICTURE_CACHE']);
  });

  test('may not be inside the output folder, which is replaced', () => {
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

  test.each(['2025-03-01', '1740816000000', '-1', '1.5', 'now'])('%s is rejected', (seconds) => {
    expect(refused({ SOURCE_DATE_EPOCH: seconds })).toEqual(['SOURCE_DATE_EPOCH']);
  });
});

describe('COMMENTS_SERVER', () => {
  test.each([
    ['http://127.0.0.1:8360', 'http://127.0.0.1:8360'],
    ['https://comments.news.example/', 'https://comments.news.example'],
    ['https://news.example/waline/', 'https://news.example/waline'],
  ])('%s is a server, stored without a trailing slash', (address, commentsServer) => {
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
  ])('%s is rejected', (address) => {
    expect(refused({ COMMENTS_SERVER: address })).toEqual(['COMMENTS_SERVER']);
  });

  test.each(['http://127.0.0.1:8360', 'http://localhost:8360', 'http://[::1]:8360'])(
    'a public paper is never built with %s',
    (address) => {
      const env = { COMMENTS_SERVER: address };
      expect(refused({ ...env, SITE_URL: 'https://news.example' })).toEqual(['COMMENTS_SERVER']);
      expect(refused({ ...env, SITE_URL: 'http://localhost:4321' })).toEqual([]);
    },
  );
});

test('all mistakes in switches are reported at once', () => {
  expect(refused({ SITE_URL: 'x', BASE_PATH: '..', SOURCE_DATE_EPOCH: 'x' })).toEqual([
    'SITE_URL',
    'BASE_PATH',
    'SOURCE_DATE_EPOCH',
  ]);
});
