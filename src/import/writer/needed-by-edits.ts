import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { load } from 'js-yaml';

/** The folder of a story's or a page's downloads, as its own folder is named. */
const storyOf = (path: string): string =>
  posix
    .dirname(path)
    .replace(/^files\/pages\//, 'pages/')
    .replace(/^files\//, 'articles/');

const isName = (path: string): boolean => /^(?:sections|authors)\//.test(path);

/** The names of sections and authors in an edited file, as paths. A file that cannot be read names none. */
const namedIn = (folder: string, path: string): string[] => {
  const place = join(folder, path);
  if (!/\.(?:md|yaml)$/.test(path) || !existsSync(place)) return [];
  const text = readFileSync(place, 'utf8');
  const [, frontmatter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(text) ?? [];
  try {
    const fields = load(path.endsWith('.md') ? frontmatter : text);
    if (typeof fields !== 'object' || fields === null) return [];
    const { section, parent, authors } = fields as Record<string, unknown>;
    return [
      ...[section, parent].map((id) => `sections/${String(id)}.yaml`),
      ...[authors].flat().map((id) => `authors/${String(id)}.yaml`),
    ];
  } catch {
    return [];
  }
};

/**
 * Which files have to stay because an edited one needs them: pictures and downloads of its story, and the sections and
 * authors that it names.
 * @param folder the content folder, absolute
 * @param edited paths of files that somebody has edited
 * @param candidates paths of files that nothing else needs
 */
export const neededByEdits = (
  folder: string,
  edited: readonly string[],
  candidates: readonly string[],
): Set<string> => {
  const stories = new Set(edited.filter((path) => !isName(path)).map(storyOf));
  const needed = new Set(candidates.filter((path) => !isName(path) && stories.has(storyOf(path))));
  const unused = new Set(candidates);
  let named = edited;
  // A section also needs the one above it.
  while (named.length > 0) {
    named = named
      .flatMap((path) => namedIn(folder, path))
      .filter((path) => unused.has(path) && !needed.has(path));
    for (const path of named) needed.add(path);
  }
  return needed;
};
