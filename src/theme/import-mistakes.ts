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

/** What is bundled with a style: other styles, fonts and pictures, which it names from its own place. */
const styleImports = /(?:@import\s+|\burl\(\s*)(?:url\(\s*)?['"]?(\.[^'"()\s;]*)/g;

/** A text whose lines are where they were, without what is not of some parts of it. */
const only = (text: string, parts: RegExp): string => {
  let code = '';
  for (const match of text.matchAll(parts)) {
    const [whole, ...parted] = match;
    const part = parted.join('');
    const begin = match.index + whole.lastIndexOf(part);
    code += text.slice(code.length, begin).replaceAll(/[^\n]/g, ' ') + part;
  }
  return code;
};

/** What is bundled of a component: its frontmatter, and the scripts that do not stay where they are; and its styles. */
const frontmatterAndScripts =
  /^\s*(---\r?\n[^]*?\r?\n---)|<script\b(?![^>]*\bis:inline\b)[^>]*>([^]*?)<\/script>/g;
const styles = /<style\b[^>]*>([^]*?)<\/style>/g;

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
  const isComponent = file.endsWith('.astro');
  const isStyle = file.endsWith('.css');
  const code = isComponent ? only(text, frontmatterAndScripts) : isStyle ? '' : text;
  const style = isComponent ? only(text, styles) : isStyle ? text : '';
  const found = [...code.matchAll(imports), ...style.matchAll(styleImports)];
  return found.flatMap((match) => {
    const [statement, stated, called] = match;
    const name = stated ?? called ?? '';
    const rule = ruleFor(name, file, theme);
    const line = match.input.slice(0, match.index + statement.length).split('\n').length;
    return rule
      ? [{ file: shown, field: `line ${String(line)}, import`, found: name, ...rule }]
      : [];
  });
};
