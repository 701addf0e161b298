import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type AtRule,
  CssSyntaxError,
  type Declaration,
  parse,
  type Root,
  type Rule,
} from 'postcss';
import type { Mistake } from '../copy/mistakes.ts';
import { colourRule, readColour } from '../schemas/colour.ts';
import { isColourToken, tokenNames } from './tokens.ts';

/** What a stylesheet sets and uses, and what is wrong with it. */
export interface Stylesheet {
  /** The custom properties that it sets for the whole page. */
  declared: ReadonlyMap<string, string>;
  /** The custom properties that it sets anywhere. */
  known: ReadonlySet<string>;
  /** The custom properties that it uses. */
  used: ReadonlySet<string>;
  /** Those that it uses without a fallback, each with the line of the first use. */
  needed: ReadonlyMap<string, number>;
  /** The addresses in it: the line and property, and what is in `url()`. */
  addresses: readonly { field: string; address: string }[];
  /** Its typefaces: the family, and the address of the first file. */
  faces: readonly { family: string; file: string }[];
  mistakes: Mistake[];
}

const lineOf = (node: Declaration | AtRule | Rule): number => node.source?.start?.line ?? 1;

/** Whether a rule or a declaration always applies: nothing but cascade layers is around it. */
const isUnconditional = (node: Declaration | Rule): boolean => {
  for (let { parent } = node; parent && parent.type !== 'root'; { parent } = parent) {
    if (parent.type === 'atrule' && (parent as AtRule).name !== 'layer') return false;
  }
  return true;
};

/** Matches a selector for the root element itself, not for something in it. */
const rootSelector = /^(?::root|html)(?![\w-])[^\s>+~]*$/;

/** Whether a rule applies to the root element and to nothing else. */
export const isRootRule = (rule: Rule): boolean =>
  rule.selectors.every((selector) => /^(?::root|html)$/.test(selector));

const familyOf = (text: string): string => text.trim().replaceAll(/^["']|["']$/g, '');

const urls = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g;
const urlsIn = (value: string): string[] =>
  [...value.matchAll(urls)].map(([, ...quoted]) => quoted.find(Boolean) ?? '');

const parsed = (css: string, shown: string): Root | Mistake => {
  try {
    return parse(css);
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    return {
      file: shown,
      field: `line ${String(error.line ?? 1)}`,
      found: error.reason,
      expected: 'CSS',
      fix: 'Look for a missing bracket, quotation mark or semicolon.',
    };
  }
};

/**
 * Reads a stylesheet for its tokens.
 * @param shown its path as mistakes name it
 */
export const readStylesheet = (css: string, shown: string): Stylesheet => {
  const declared = new Map<string, string>();
  const known = new Set<string>();
  const used = new Set<string>();
  const needed = new Map<string, number>();
  const addresses: { field: string; address: string }[] = [];
  const faces: { family: string; file: string }[] = [];
  const mistakes: Mistake[] = [];
  const report = (mistake: Omit<Mistake, 'file'>): number =>
    mistakes.push({ file: shown, ...mistake });

  const root = parsed(css, shown);
  const read = { declared, known, used, needed, addresses, faces, mistakes };
  if ('found' in root) return { ...read, mistakes: [root] };

  root.walkAtRules('import', (rule) => {
    report({
      field: `line ${String(lineOf(rule))}, @import`,
      found: rule.params,
      expected: 'rules',
      fix: 'Copy what you import into theme.css: every page carries it as one piece.',
    });
  });
  root.walkAtRules('font-face', (face) => {
    const valueOf = (prop: string): string =>
      face.nodes?.find((node) => node.type === 'decl' && node.prop === prop)?.toString() ?? '';
    const family = /:\s*(.+)/s.exec(valueOf('font-family'))?.[1];
    const [source] = urlsIn(valueOf('src'));
    if (family && source) faces.push({ family: familyOf(family), file: source });
  });
  root.walkDecls((declaration) => {
    const { prop, parent } = declaration;
    const value = declaration.value.trim();
    for (const [, name = '', rest] of value.matchAll(/var\(\s*(--[\w-]+)\s*([,)])/g)) {
      used.add(name);
      if (rest === ')' && !needed.has(name)) needed.set(name, lineOf(declaration));
    }
    for (const address of urlsIn(value)) {
      addresses.push({ field: `line ${String(lineOf(declaration))}, ${prop}`, address });
    }
    if (!prop.startsWith('--') || parent?.type !== 'rule') return;
    known.add(prop);
    const rule = parent;
    const isRoot = rule.selectors.some((selector) => rootSelector.test(selector));
    if (isRootRule(rule) && isUnconditional(rule)) {
      declared.set(prop, value);
      if (isColourToken(prop) && !readColour(value)) {
        report({ field: prop, found: value || 'nothing', ...colourRule });
      }
    } else if (isRoot && isColourToken(prop)) {
      report({
        field: prop,
        found: `a colour that applies only sometimes (line ${String(lineOf(declaration))})`,
        expected: 'one value in :root, such as light-dark(#a81e1e, #ff8d80)',
        fix: 'Write the colours of both schemes into light-dark(): social cards and the manifest read them there.',
      });
    }
  });
  return read;
};

/** The first family of a list. */
export const firstFamily = (families: string): string => familyOf(families.split(',')[0] ?? '');

/** Finds custom properties that are set but never used, or used but never set. */
export const nameMistakes = (
  shown: string,
  { declared, known, used, needed }: Stylesheet,
  usedByComponents: (name: string) => boolean,
): Mistake[] => {
  const expected = `one of ${tokenNames.join(', ')}`;
  const idle = [...declared.keys()].filter(
    (name) => !tokenNames.includes(name) && !used.has(name) && !usedByComponents(name),
  );
  const unset = [...needed].filter(([name]) => !tokenNames.includes(name) && !known.has(name));
  return [
    ...idle.map((name) => ({
      file: shown,
      field: name,
      found: 'an unknown token that nothing uses',
      expected,
      fix: 'Correct its spelling, or remove it.',
    })),
    ...unset.map(([name, line]) => ({
      file: shown,
      field: `line ${String(line)}, var(${name})`,
      found: 'a token that nothing sets',
      expected,
      fix: 'Correct its spelling, or set it in :root.',
    })),
  ];
};

const addressRule = (
  address: string,
  folder: string,
): Omit<Mistake, 'file' | 'found'> | undefined => {
  if (/^(?:[a-z]+:)?\/\//i.test(address)) {
    return {
      expected: 'a file in the theme folder',
      fix: 'Put the file there: pages load nothing from other hosts.',
    };
  }
  if (/^data:/i.test(address)) {
    return {
      expected: 'a file in the theme folder',
      fix: 'Put the file there: the policy of the pages forbids data URLs.',
    };
  }
  // A fragment refers to the page itself, as for a filter; a path from the root leads into public/.
  if (/^(?:[#/]|$)/.test(address)) return undefined;
  const [path = ''] = address.split(/[?#]/);
  return existsSync(resolve(folder, path))
    ? undefined
    : { expected: 'a file that exists', fix: 'Correct the path.' };
};

/**
 * Finds mistakes in the addresses of a stylesheet.
 * @param folder absolute path of the stylesheet's folder
 */
export const addressMistakes = (
  shown: string,
  { addresses }: Stylesheet,
  folder: string,
): Mistake[] =>
  addresses.flatMap(({ field, address }) => {
    const rule = addressRule(address, folder);
    const found = address.length > 60 ? `${address.slice(0, 59)}…` : address;
    return rule ? [{ file: shown, field, found, ...rule }] : [];
  });
