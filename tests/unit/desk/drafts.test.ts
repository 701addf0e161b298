import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { embargoMistakes } from '../../../src/check/embargo-mistakes.ts';
import { readBuildOptions } from '../../../src/commands/build-options.ts';
import { draftMark } from '../../../src/config/draft-folder.ts';
import { readSwitches } from '../../../src/config/switches.ts';
import type { Copy } from '../../../src/copy/read.ts';
import { holdsOn } from '../../../src/edition/held.ts';
import { isPublic, isShown } from '../../../src/edition/public.ts';
import { headerRules, headersOf } from '../../../src/hosts/headers.ts';
import { heldWords } from '../../../src/language/held.ts';
import { closedPublication, isLeftOut } from '../../../src/press/draft-edition.ts';
import { thirdParties } from '../../../src/privacy/third-parties.ts';
import { publicationSchema } from '../../../src/schemas/publication.ts';
import { publication as withThirdParties } from '../../fixtures/one-article/publications/third-parties.ts';

const at = (text: string): Date => new Date(text);
const story = {
  draft: false,
  published: '2026-12-24T09:00:00+02:00',
  embargo: '2026-12-24T18:00:00+02:00',
};

describe('an embargo', () => {
  test('keeps a story from readers until it ends, whatever `published` says', () => {
    expect(isPublic(story, at('2026-12-24T17:59:59+02:00'))).toBe(false);
    expect(isPublic(story, at('2026-12-24T18:00:00+02:00'))).toBe(true);
    const later = { ...story, published: '2026-12-25T09:00:00+02:00' };
    expect(isPublic(later, at('2026-12-24T20:00:00+02:00'))).toBe(false);
  });

  const found = (moment: string, fields: object = {}, withDrafts = false) =>
    embargoMistakes(
      { articles: [{ shown: 'content/a.md', data: { ...story, ...fields } }] } as unknown as Copy,
      { moment: at(moment), withDrafts },
    );

  test('stops a build that would print the story early, with the file, the field and the fix', () => {
    expect(found('2026-12-24T12:00:00+02:00').mistakes).toEqual([
      {
        file: 'content/a.md',
        field: 'published',
        found:
          '2026-12-24T09:00:00+02:00, while the story is embargoed until 2026-12-24T18:00:00+02:00',
        expected: 'a moment at which the embargo has ended',
        fix: 'Set `published` to 2026-12-24T18:00:00+02:00 or later, or correct `embargo` if it was lifted.',
      },
    ]);
  });

  test('is only a warning while the story is held anyway', () => {
    const { mistakes, warnings } = found('2026-12-24T08:00:00+02:00');
    expect([mistakes.length, warnings.length]).toEqual([0, 1]);
  });

  test.each([
    ['once it has ended', '2026-12-24T18:00:00+02:00', {}, false],
    ['of a draft', '2026-12-24T12:00:00+02:00', { draft: true }, false],
    [
      'that ends when the story comes out',
      '2026-12-24T12:00:00+02:00',
      { published: story.embargo },
      false,
    ],
    ['in an edition for the newsroom', '2026-12-24T12:00:00+02:00', {}, true],
  ])('is no matter %s', (_, moment, fields, withDrafts) => {
    expect(found(moment, fields, withDrafts)).toEqual({ mistakes: [], warnings: [] });
  });
});

describe('an edition with drafts', () => {
  const moment = at('2026-12-24T08:00:00+02:00');

  test('shows what readers cannot see, and says of each why', () => {
    const draft = { ...story, draft: true };
    for (const each of [story, draft])
      expect(isShown(each, { moment, withDrafts: true })).toBe(true);
    expect(isShown(story, { moment })).toBe(false);
    expect(holdsOn(draft, moment).map(({ why }) => why)).toEqual(['draft', 'embargoed']);
    expect(holdsOn(story, moment).map(({ why }) => why)).toEqual(['scheduled', 'embargoed']);
    expect(holdsOn(story, at('2026-12-24T12:00:00+02:00'))).toEqual([
      { why: 'embargoed', until: story.embargo },
    ]);
    expect(holdsOn(story, at('2026-12-24T18:00:00+02:00'))).toEqual([]);
  });

  test('has words in every language, with the moment in the same places', () => {
    for (const words of Object.values(heldWords)) {
      const counts = Object.values(words).map((text) => text.split('{moment}').length);
      expect(new Set(counts).size, words.en).toBe(1);
      expect(new Set(Object.values(words)).size, words.en).toBe(4);
    }
  });

  test('tells search engines and caches in its headers to stay away, whatever the file', () => {
    const rules = headerRules({ httpsOnly: 'this-host', isClosed: true });
    for (const file of ['', 'a/index.html', 'cards/1.jpg', '_astro/x.css', 'robots.txt']) {
      const headers = headersOf(file, rules, '');
      expect(headers['X-Robots-Tag'], file).toBe('noindex, nofollow, noarchive');
      expect(headers['Cache-Control'], file).not.toContain('public');
    }
    const open = headersOf('', headerRules({ httpsOnly: 'this-host' }), '');
    expect(open).not.toHaveProperty('X-Robots-Tag');
  });

  test('tells no service of its pages, and keeps the paper’s own advertisements', () => {
    const paper = publicationSchema.parse(withThirdParties);
    expect(thirdParties(paper)).toHaveLength(3);
    expect(thirdParties(closedPublication(paper))).toEqual([]);
    expect(closedPublication(paper).advertising.slots).toEqual(paper.advertising.slots);
  });

  test('goes without feeds and sitemaps, and keeps everything else', () => {
    const out = ['rss.xml', 'world/atom.xml', 'feed.json', 'sitemap.xml', 'sitemap-news.xml'];
    for (const file of [...out, 'sitemap-2026-12.xml', 'feeds/index.html', 'feeds/feeds.opml'])
      expect(isLeftOut(file), file).toBe(true);
    for (const file of ['index.html', '2026/sitemap/index.html', 'robots.txt', 'site.webmanifest'])
      expect(isLeftOut(file), file).toBe(false);
  });
});

describe('the folder of an edition with drafts', () => {
  const paper = mkdtempSync(path.join(tmpdir(), 'drafts-'));
  afterAll(() => {
    rmSync(paper, { recursive: true });
  });
  mkdirSync(path.join(paper, 'content'));
  writeFileSync(path.join(paper, 'publication.ts'), '');
  const folder = (name: string, files: string[]): string => {
    mkdirSync(path.join(paper, name), { recursive: true });
    for (const file of files) writeFileSync(path.join(paper, name, file), '');
    return path.join(paper, name);
  };
  const read = (outDir: string | undefined, withDrafts: boolean) =>
    readSwitches({ PAPER_DIR: paper, OUT_DIR: outDir }, withDrafts);
  const wrong = (outDir: string, withDrafts: boolean): string[] =>
    read(outDir, withDrafts).mistakes.map(({ field, found }) => `${field ?? ''} ${found}`);

  const printed = folder('printed', ['404.html', 'sitemap.xml', 'index.html']);
  const drafts = folder('preview', ['index.html', draftMark]);
  const full = folder('letters', ['a.txt']);

  test('is not that of the paper, nor is its cache', () => {
    const [own, readers] = [read(undefined, true), read(undefined, false)];
    expect(own.mistakes).toEqual([]);
    expect(own.outDir).toBe(path.join(paper, 'dist-drafts'));
    expect(readers.outDir).toBe(path.join(paper, 'dist'));
    expect(own.cacheDir).toBe(path.join(readers.cacheDir, 'drafts'));
  });

  test.each([
    ['holds the paper that readers see', printed],
    ['lies in such a folder', path.join(printed, 'preview')],
    ['is the one that the paper goes to, even if nothing is there yet', path.join(paper, 'dist')],
    ['holds somebody else’s files', full],
  ])('is refused if it %s', (_, outDir) => {
    expect(wrong(outDir, true)).toHaveLength(1);
  });

  test('is taken again, and refused to the paper that readers see', () => {
    expect(wrong(drafts, true)).toEqual([]);
    expect(wrong(drafts, false)).toEqual([`OUT_DIR ${drafts}, which holds a draft edition`]);
    expect(wrong(path.join(drafts, 'paper'), false)).toHaveLength(1);
    expect(wrong(printed, false)).toEqual([]);
  });
});

describe('npm run build --', () => {
  const read = (text: string) => readBuildOptions(text.split(' ').filter(Boolean));

  test('takes drafts and a moment with its offset', async () => {
    expect(await read('')).toMatchObject({ withDrafts: false, seconds: undefined, mistakes: [] });
    expect(await read('--with-drafts')).toMatchObject({ withDrafts: true, seconds: undefined });
    for (const moment of ['--at 2026-12-24T18:00:00+02:00', '--at=2026-12-24T16:00:00Z'])
      expect(await read(`--with-drafts ${moment}`)).toMatchObject({
        withDrafts: true,
        seconds: 1798128000,
      });
    expect(await read('--watch')).toMatchObject({ watch: true, withDrafts: false, mistakes: [] });
    expect(await read('--watch --with-drafts')).toMatchObject({ watch: true, withDrafts: true });
    expect((await read('--help')).help).toBe(true);
  });

  test.each([
    [
      'a moment alone, which would print the paper of readers early',
      '--at 2026-12-24T18:00:00Z',
      '--at',
    ],
    ['a moment without its offset', '--with-drafts --at 2026-12-24T18:00:00', '--at'],
    ['a day', '--with-drafts --at 2026-12-24', '--at'],
    ['no moment', '--with-drafts --at', '--at'],
    ['a misspelt option', '--with-draft', '--with-draft'],
    ['a stray word', 'drafts', 'drafts'],
  ])('refuses %s', async (_, text, field) => {
    const { mistakes, withDrafts } = await read(text);
    expect(mistakes.map((mistake) => mistake.field)).toEqual([field]);
    expect(withDrafts).toBe(false);
    expect(mistakes[0]?.fix).not.toBe('');
  });
});
