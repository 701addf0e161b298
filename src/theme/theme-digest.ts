import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** What a TypeScript configuration says, and those that it extends by their paths. */
const configTexts = (file: string, seen = new Set<string>()): string[] => {
  const text = seen.has(file) ? undefined : textOf(file);
  if (text === undefined) return [];
  seen.add(file);
  const [, extended = ''] = /"extends"\s*:\s*("[^"]*"|\[[^\]]*\])/.exec(text) ?? [];
  const named = [...extended.matchAll(/"(\.[^"]*)"/g)].map(([, path = '']) => path);
  return [
    `${file}\n${text}`,
    ...named.flatMap((path) =>
      [path, `${path}.json`].flatMap((each) => configTexts(resolve(dirname(file), each), seen)),
    ),
  ];
};

/** The TypeScript configurations around a folder: Vite compiles its code as they say. */
const configsAround = (dir: string): string[] => {
  const own = ['tsconfig.json', 'jsconfig.json'].flatMap((name) => configTexts(join(dir, name)));
  const above = dirname(dir);
  return above === dir ? own : [...own, ...configsAround(above)];
};

/** The variables of the environment whose names are in a text: Vite writes their values into what it bundles. */
const environmentIn = (texts: readonly string[], env: NodeJS.ProcessEnv): unknown => {
  const words = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
  return Object.entries(env)
    .filter(([name]) => words.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
};

/**
 * A digest of a theme: it changes with every file of it, and with what decides how its code is bundled.
 * @param files absolute paths
 * @param texts of its code
 * @param env the environment of the process
 */
export const themeDigest = (
  dir: string,
  files: readonly string[],
  texts: readonly string[],
  env: NodeJS.ProcessEnv,
): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.slice(dir.length)}\n`).update(readFileSync(file));
  const isCode = texts.length > 0;
  hash.update(JSON.stringify(isCode ? [configsAround(dir), environmentIn(texts, env)] : []));
  return hash.digest('hex').slice(0, 16);
};
