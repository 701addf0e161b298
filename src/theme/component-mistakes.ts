import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Mistake } from '../copy/mistakes.ts';
import { shownPath } from '../copy/read.ts';
import { componentNames, isReplaceable } from './components.ts';
import { importMistakes } from './import-mistakes.ts';

const sourceMistakes = async (file: string, shown: string, theme: string): Promise<Mistake[]> => {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return importMistakes(text, file, shown, theme);
  // Imported here because only papers with components of their own need it.
  const { transform } = await import('@astrojs/compiler-rs');
  const { diagnostics } = transform(text, { filename: file });
  const [first] = diagnostics.filter(({ severity }) => severity === 'error');
  if (!first) return importMistakes(text, file, shown, theme);
  const line = first.labels[0]?.line;
  return [
    {
      file: shown,
      ...(line === undefined ? {} : { field: `line ${String(line)}` }),
      found: first.text,
      expected: 'an Astro component',
      fix: first.hint || 'Look for a missing bracket, quotation mark or closing tag.',
    },
  ];
};

/**
 * Finds the components of a theme, and what is wrong with them: unknown names, and files that are not components.
 * @param dir the theme's folder
 * @param files all files in it, as absolute paths
 * @param paperDir the folder that mistakes name files from
 */
export const componentMistakes = async (
  dir: string,
  files: readonly string[],
  paperDir: string,
): Promise<{ found: ReadonlyMap<string, string>; mistakes: Mistake[] }> => {
  const components = files.filter((file) => file.endsWith('.astro'));
  const found = new Map(
    components
      .filter((file) => dirname(file) === join(dir, 'components'))
      .map((file) => [basename(file, '.astro'), file]),
  );
  const sources = files.filter((file) => /\.(?:astro|css|[cm]?[jt]sx?)$/.test(file));
  const names = [...found].filter(([name]) => !isReplaceable(name));
  const stylesheets = files.filter((file) => dirname(file) === dir && file.endsWith('.css'));
  const isNamed = stylesheets.length === 0 || stylesheets.includes(join(dir, 'theme.css'));
  return {
    found,
    mistakes: [
      ...(isNamed ? [] : stylesheets).map((file) => ({
        file: shownPath(file, paperDir),
        found: 'a stylesheet that no page uses',
        expected: 'theme.css',
        fix: 'Rename it.',
      })),
      ...names.map(([name, file]) => ({
        file: shownPath(file, paperDir),
        found: `no component is called ${name}`,
        expected: `one of ${componentNames.join(', ')}`,
        fix: 'Rename it. A part that your own components share belongs in a folder of its own, such as theme/parts/.',
      })),
      ...(
        await Promise.all(
          sources.map((file) => sourceMistakes(file, shownPath(file, paperDir), dir)),
        )
      ).flat(),
    ],
  };
};
