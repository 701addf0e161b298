import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const withoutFences = (markdown: string): string => markdown.replaceAll(/^ *```.*?^ *```/gms, '');

/** Links that a reader can follow; links inside code do not count. */
const linksIn = (page: string): string[] =>
  [
    ...withoutFences(read(page))
      .replaceAll(/`[^`]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));

/** The anchors that GitHub generates for the headings of a page. */
const anchorsOf = (page: string): string[] => {
  const slugger = new GithubSlugger();
  return [...withoutFences(read(page)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    slugger.slug(heading.replaceAll(/`|\[|\]\([^)]*\)/g, '')),
  );
};

test('there is a page for each kind of reader, and the README links to it', () => {
  for (const reader of ['editors', 'publishers', 'developers']) {
    expect(linksIn('README.md')).toContain(`docs/${reader}/README.md`);
  }
});

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    for (const link of linksIn(page)) {
      const [target = ''] = link.split('#');
      if (target.endsWith('.md')) reached.add(path.join(path.dirname(page), target));
    }
  }
  expect(pages.filter((page) => !reached.has(page) && !page.includes('docs/decisions/'))).toEqual(
    [],
  );
});

describe.each(pages)('%s', (page) => {
  test('links only to files and headings that exist', () => {
    for (const link of linksIn(page)) {
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? page : path.join(path.dirname(page), decodeURI(target));
      expect(existsSync(path.join(root, file)), link).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(file), link).toContain(anchor);
    }
  });

  test('names only source files that exist', () => {
    const named = [
      ...read(page).matchAll(
        /(?<![\w./-])(?:src|tests|docs|comments-server)\/[\w./[\]-]+\.(?:ts|js|css|astro|md|ya?ml)\b/g,
      ),
    ];
    // In a recipe, NAME stands for the file that the reader is about to write.
    for (const [file] of named.filter(([name]) => !name.includes('NAME'))) {
      expect(existsSync(path.join(root, file)), file).toBe(true);
    }
  });

  test('names only commands that exist', () => {
    for (const [, name = ''] of read(page).matchAll(/\bnpm run ([\w:-]+)/g)) {
      expect(Object.keys(scripts), `npm run ${name}`).toContain(name);
    }
  });
});

test('code and workflows refer only to pages that exist', () => {
  const files = globSync(
    ['src/**/*.{ts,js,astro}', 'comments-server/*.ts', 'docs/**/*.yml', '.github/**/*.yml'],
    { cwd: root },
  );
  const named = files.flatMap((file) =>
    [...read(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([name]) => name),
  );
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(existsSync(path.join(root, name)), name).toBe(true);
});
