import { existsSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mistake } from '../copy/mistakes.ts';
import { importable } from './components.ts';

/** The prefix under which a theme's components import from the engine. */
export const enginePrefix = 'bevolve-news/';

const engineSource = fileURLToPath(new URL('../', import.meta.url));

const imports =
  /^[^\S\n]*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport(?:\.meta\.glob)?\s*(?:<[^(]*>)?\(\s*\[?\s*['"]([^'"]+)['"]/gm;

const offered = Object.keys(importable)
  .map((known) => enginePrefix + known)
  .join(', ');

const storiesAndSettings = `${enginePrefix}paper.ts or ${enginePrefix}edition.ts`;

/** For a theme that reaches into the engine. */
const documentedRule = {
  expected: storiesAndSettings,
  fix: 'Import one of these instead: docs/publishers/theme.md lists all that the engine offers.',
};

const isInstalled = (name: string): boolean => {
  if (isBuiltin(name) || name.startsWith('astro:')) return true;
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
};

const isWithin = (dir: string, file: string): boolean => {
  const path = relative(dir, file);
  return path !== '..' && !/^\.\.[\\/]/.test(path) && !isAbsolute(path);
};

const outsideRule = (file: string): Omit<Mistake, 'file' | 'found'> => {
  const named = Object.entries(importable).find(([, path]) => join(engineSource, path) === file);
  if (named) {
    return {
      expected: 'the name that themes have for it',
      fix: `Write ${enginePrefix}${named[0]}.`,
    };
  }
  return isWithin(engineSource, file)
    ? documentedRule
    : {
        expected: 'a file in the theme’s folder',
        fix: `Move the file into the theme. For the paper’s stories and settings, import ${storiesAndSettings}.`,
      };
};

const ruleFor = (
  name: string,
  file: string,
  theme: string,
): Omit<Mistake, 'file' | 'found'> | undefined => {
  if (name.startsWith(enginePrefix)) {
    return Object.hasOwn(importable, name.slice(enginePrefix.length))
      ? undefined
      : {
          expected: `one of ${offered}`,
          fix: 'Correct its spelling, or copy what you need into the theme.',
        };
  }
  if (name === 'astro:content' || name.startsWith('virtual:')) {
    return documentedRule;
  }
  if (/^(?:\.|\/|file:)/.test(name)) {
    const [path = ''] = name.split('?');
    const target = resolve(dirname(file), path.replace(/^file:\/\//, ''));
    if (!isWithin(theme, target)) return outsideRule(target);
    return name.includes('*') || existsSync(target)
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
 * Finds imports that do not exist, and those that a theme may not have. A build decides which pages to reuse by what the
 * modules for themes can show, so anything taken from elsewhere would be out of date on reused pages.
 * @param text the source of a component or script
 * @param file its absolute path
 * @param shown its path as mistakes name it
 * @param theme absolute path of the theme's folder
 */
export const importMistakes = (
  text: string,
  file: string,
  shown: string,
  theme: string,
): Mistake[] => {
  const code = file.endsWith('.astro') ? (/^\s*---\r?\n[^]*?\r?\n---/.exec(text)?.[0] ?? '') : text;
  return [...code.matchAll(imports)].flatMap((match) => {
    const [statement, stated, called] = match;
    const name = stated ?? called ?? '';
    const rule = ruleFor(name, file, theme);
    const line = code.slice(0, match.index + statement.length).split('\n').length;
    return rule
      ? [{ file: shown, field: `line ${String(line)}, import`, found: name, ...rule }]
      : [];
  });
};
