import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildPaper, findPaper, type Paper, type PaperBuild, pathIn } from '../papers.ts';

/*
 * A paper that is rebuilt repeatedly while somebody works on its theme.
 */

const folder = '.test/theme-copy';
const inTheme = (...parts: string[]): string => path.resolve(folder, 'theme', ...parts);
const paper: Paper = {
  name: 'theme-builds',
  outDir: '.test/theme-builds',
  env: {
    ...findPaper('themed').env,
    CONTENT_DIR: `${folder}/content`,
    PUBLICATION: `${folder}/publication.ts`,
  },
};

/** All files of the paper on air, each with its digest. */
const onAir = (): string[] =>
  readdirSync(pathIn(paper), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`);

const pageOf = (address: string): string =>
  readFileSync(pathIn(paper, address, 'index.html'), 'utf8');

const built: PaperBuild[] = [];
const pages: string[] = [];
const lists: string[] = [];
const shown: string[][] = [];

beforeAll(async () => {
  for (const left of [folder, paper.outDir, `.test/.cache/${paper.name}`]) {
    rmSync(left, { recursive: true, force: true });
  }
  cpSync('tests/fixtures/themed', folder, { recursive: true });
  const build = async (): Promise<void> => {
    built.push(await buildPaper(paper, 'everything'));
    pages.push(pageOf('about'));
    lists.push(pageOf('marsh'));
    shown.push(onAir());
  };
  await build();
  const style = readFileSync(inTheme('theme.css'), 'utf8');
  writeFileSync(inTheme('theme.css'), style.replace('--width: 70rem', '--width: 64rem'));
  const teaser = readFileSync(inTheme('components/Teaser.astro'), 'utf8');
  writeFileSync(
    inTheme('components/Teaser.astro'),
    teaser.replace('</article>', '<small>{story.body.trim().split(" ").at(-1)}</small></article>'),
  );
  await build();
  appendFileSync(
    `${folder}/content/articles/2025/the-sluice-at-eel-lane/index.md`,
    ' Postscript\n',
  );
  await build();
  writeFileSync(
    inTheme('components/Teaser.astro'),
    "---\nimport Default from 'bevolve-news/components/Teaser.astro';\n---\n\n<Default />\n",
  );
  await build();
}, 300_000);

test('a change to a theme changes pages whose content stayed the same', () => {
  expect(built.slice(0, 3).map(({ ok, output }) => ok || output)).toEqual([true, true, true]);
  expect(pages[0]).toMatch(/--width:\s*70rem/);
  expect(pages[1]).toMatch(/--width:\s*64rem/);
  expect(pages[1]).not.toMatch(/--width:\s*70rem/);
});

test('a list shows the newest text of a story where the theme’s teasers show it', () => {
  expect(lists[1]).not.toContain('Postscript</small>');
  expect(lists[2]).toContain('Postscript</small>');
});

test('a component that fails ends the build with one block, which names the file and the page', () => {
  const { ok, output } = built[3] ?? { ok: true, output: '' };
  expect(ok).toBe(false);
  const block = output.slice(output.indexOf('✗')).split('\n');
  expect(block[0]).toMatch(/^✗ .*theme\/components\/Teaser\.astro$/);
  expect(block[1]).toMatch(/^ {4}found {5}an error on the page \/[\w/-]*: \S/);
  expect(block[2]).toMatch(/^ {4}expected {2}\S/);
  expect(block[3]).toMatch(/^ {4}fix {7}\S/);
  // Then only the count follows, and no stack trace of the engine.
  expect(block.slice(4).filter((line) => line.trim() !== '')).toHaveLength(1);
  expect(output).not.toMatch(/ at .*\.mjs/);
});

test('a failed build leaves the last edition untouched', () => {
  expect(shown[3]).toEqual(shown[2]);
  expect(shown[2]?.length).toBeGreaterThan(60);
});
