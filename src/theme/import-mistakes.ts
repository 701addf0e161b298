import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { Mistake } from '../copy/mistakes.ts';
import { importable } from './components.ts';

/** The prefix under which a theme's components import from the engine. */
export const enginePrefix = 'bevolve-news/';

const imports = /^[^\S\n]*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;

const isInstalled = (name: string): boolean => {
  if (isBuiltin(name) || name.startsWith('astro:')) return true;
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
};

const ruleFor = (name: string, file: string): Omit<Mistake, 'file' | 'found'> | undefined => {
  if (name.startsWith(enginePrefix)) {
    return Object.hasOwn(importable, name.slice(enginePrefix.length))
      ? undefined
      : {
          expected: `one of ${Object.keys(importable)
            .map((known) => enginePrefix + known)
            .join(', ')}`,
          fix: 'Correct its spelling, or copy what you need into the theme.',
        };
  }
  if (name.startsWith('.')) {
    const [path = ''] = name.split('?');
    return existsSync(resolve(dirname(file), path))
      ? undefined
      : { expected: 'a file that exists', fix: 'Correct the path, and include the extension.' };
  }
  return isInstalled(name)
    ? undefined
    : {
        expected: `a file of the theme, or what the engine offers under ${enginePrefix}`,
        fix: 'Leave it out: a theme has no packages of its own.',
      };
};

/**
 * Finds imports that do not exist. Bundling would find them too, but its error would be hard to read.
 * @param text the component's source
 * @param file its absolute path
 * @param shown its path as mistakes name it
 */
export const importMistakes = (text: string, file: string, shown: string): Mistake[] => {
  const [, frontmatter = ''] = /^\s*---\r?\n([^]*?)\r?\n---/.exec(text) ?? [];
  return [...frontmatter.matchAll(imports)].flatMap(([, name = '']) => {
    const rule = ruleFor(name, file);
    return rule ? [{ file: shown, field: 'import', found: name, ...rule }] : [];
  });
};
