import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkPaper } from '../../../src/check/check-paper.ts';
import { readSwitches } from '../../../src/config/switches.ts';
import type { Mistake } from '../../../src/copy/mistakes.ts';
import { examine } from '../../../src/darkroom/examine.ts';
import { PaperInMemory } from '../../../src/desk/paper/paper-in-memory.ts';
import type { KnownPicture, TextFindings } from '../../../src/desk/paper/paper-model.ts';
import type { Publication } from '../../../src/schemas/publication.ts';

const fixture = fileURLToPath(new URL('../../fixtures/mistakes/', import.meta.url));
const now = Date.parse('2025-03-01T08:00:00Z');

const paths = globSync('content/**', { cwd: fixture, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => `${file.parentPath}/${file.name}`.slice(fixture.length));
const bytesOf = (path: string): Buffer => readFileSync(fixture + path);
const isText = (path: string): boolean => /\.(?:md|ya?ml|txt|markdown)$/i.test(path);

/** Not text in UTF-8: nobody can open them in the desk. */
const unreadable = paths.filter(
  (path) => isText(path) && !bytesOf(path).equals(Buffer.from(bytesOf(path).toString('utf8'))),
);
const texts = paths
  .filter((path) => isText(path) && !unreadable.includes(path))
  .map((path) => ({ path, text: bytesOf(path).toString('utf8') }));
const pictures: KnownPicture[] = paths
  .filter((path) => !isText(path))
  .map((path) => ({ path, bytes: new Blob([new Uint8Array(bytesOf(path))]) }));

const order = ({ field = '', found }: Mistake): string => `${field}\n${found}`;
const sorted = (mistakes: readonly Mistake[]): Mistake[] =>
  [...mistakes].sort((one, other) => (order(one) < order(other) ? -1 : 1));

let whole: TextFindings;
let desk: PaperInMemory;
beforeAll(async () => {
  const switches = readSwitches({
    PAPER_DIR: fixture,
    SOURCE_DATE_EPOCH: String(now / 1000),
    CACHE_DIR: `${fixture}../../../.test/check-text`,
  });
  const checked = await checkPaper(switches);
  whole = checked;
  desk = new PaperInMemory(async (bytes) => examine(Buffer.from(await bytes.arrayBuffer())));
  await desk.open(
    {
      backend: { name: 'local', repo: 'p/p', branch: 'main', api: '/api/v1', site: '/' },
      review: false,
      folder: '',
      content: 'content/',
      front: 'https://mistaken.example/',
      base: '/',
      publication: checked.publication as Publication,
      realPreview: false,
    },
    texts,
    pictures.map(({ path }) => path),
  );
});

describe('the desk says of each file what the check of the whole paper says of it', () => {
  test.each(texts.map(({ path, text }) => [path, text]))('%s', async (path, text) => {
    const { mistakes, warnings } = await desk.check({ path, text }, pictures, now);
    const ofFile = ({ file }: Mistake): boolean => file === path;
    expect(sorted(mistakes)).toEqual(sorted(whole.mistakes.filter(ofFile)));
    expect(sorted(warnings)).toEqual(sorted(whole.warnings.filter(ofFile)));
  });
});

test('only what the desk cannot open, or does not edit, is left to the check of the whole paper', () => {
  const checked = new Set(texts.map(({ path }) => path));
  const others = whole.mistakes.filter(({ file }) => !checked.has(file)).map(({ file }) => file);
  const captions = paths.filter((path) => path.endsWith('.vtt'));
  expect([...new Set(others)].sort()).toEqual([...unreadable, ...captions].sort());
});

const story = (body: string): string =>
  `---\nheadline: A\nstandfirst: B.\nsection: world\nauthors: [reporter]\npublished: 2025-02-13T20:15:00+02:00\n---\n\n${body}\n`;
const foundIn = async (path: string, text: string): Promise<string[]> =>
  (await desk.check({ path, text }, [], now)).mistakes.map(({ found }) => found);

describe('a text that nobody has saved', () => {
  const path = 'content/articles/2025/not-saved/index.md';

  test('may link to its own new crossheads', async () => {
    expect(await foundIn(path, story('## New\n\n[Up](#new), [down](#old)'))).toEqual([
      'line 11, column 13: #old, an anchor that is not there',
    ]);
  });

  test('must not have the name of a story that there is', async () => {
    const taken = texts.find(({ path: one }) => /articles\/2025\/[^/]+\/index\.md$/.test(one));
    const twin = (taken?.path ?? '').replace('/2025/', '/2029/');
    expect((await foundIn(twin, story('Text.'))).join()).toContain('already used by');
  });

  test('is forgotten after its check', async () => {
    await foundIn(path, story('Text.'));
    const link = story('[There](/not-saved/)');
    expect(await foundIn('content/articles/2025/other/index.md', link)).toEqual([
      'line 9, column 1: /not-saved/, which does not exist',
    ]);
  });
});
