import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What is in a folder of Markdown, by paths below it with slashes, in an order that is the same everywhere. */
export interface FolderFiles {
  texts: string[];
  /** Pictures, recordings and other files that texts may show. */
  others: string[];
}

/** Folders of themes, tools and results: what is in them is no story. */
const passedOver = new Set(
  'node_modules themes archetypes layouts _layouts _includes _sass _site resources dist vendor i18n'.split(
    ' ',
  ),
);

const shown = /\.(?:jpe?g|png|gif|webp|avif|svg|mp3|m4a|ogg|wav|mp4|webm|mov|pdf)$/i;

/** Files that go with a repository, not with a paper. */
const papers = /^(?:readme|license|changelog|contributing|code_of_conduct)\./i;

const walk = (root: string, below: string, files: FolderFiles): void => {
  const entries = readdirSync(path.join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) walk(root, name, files);
    } else if (entry.isFile()) {
      // Links are not followed: they could lead anywhere.
      if (/\.(?:md|mdx|markdown)$/i.test(entry.name) && !papers.test(entry.name)) {
        files.texts.push(name);
      } else if (shown.test(entry.name)) files.others.push(name);
    }
  }
};

export const filesIn = (root: string): FolderFiles => {
  const files: FolderFiles = { texts: [], others: [] };
  walk(root, '', files);
  return files;
};

/** The generator that a folder is for, by the files that it has. */
export const generatorOf = (root: string): string => {
  const has = (...names: string[]): boolean =>
    names.some((name) => existsSync(path.join(root, name)));
  if (has('hugo.toml', 'hugo.yaml', 'hugo.json', 'config.toml', 'archetypes')) return 'Hugo';
  if (has('_config.yml', '_posts')) return 'Jekyll';
  return has('astro.config.mjs', 'astro.config.ts', 'src/content') ? 'Astro' : '';
};

/** Where a generator keeps texts; what lies outside is not published. Empty if that is everywhere. */
export const textFolder = (root: string): string =>
  ['src/content', 'content'].find((folder) => existsSync(path.join(root, folder))) ?? '';

/** A file's path on the site: without the folder that a generator copies from. */
export const sitePath = (file: string): string =>
  file.replace(/^(?:static|public|src\/content|content|src)\//, '');
