import { load, YAMLException } from 'js-yaml';
import { UnreadableError } from './mistakes.ts';

/** How many values aliases may make of a file. Ten lines of aliases of aliases make a billion. */
const valuesAtMost = 10_000;

/**
 * How many values there are in a value, counting each as often as aliases repeat it.
 * @returns Infinity for one that holds itself
 */
const countValues = (whole: unknown): number => {
  const counts = new Map<object, number>();
  const count = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 1;
    const known = counts.get(value);
    if (known !== undefined) return known;
    // Found again before its own values are counted, it is one of them.
    counts.set(value, Infinity);
    const sum = Object.values(value).reduce<number>((all, each) => all + count(each), 1);
    counts.set(value, sum);
    return sum;
  };
  return count(whole);
};

const alias = /(?:^|[\s,:[{-])\*[^\s,[\]{}]+/m;

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const refuseManyAliases = (file: string, yaml: string, fields: unknown, firstLine: number) => {
  // Few files have aliases, and without them a file has no more values than letters.
  const found = alias.exec(yaml);
  if (!found) return;
  const values = countValues(fields);
  if (values <= valuesAtMost) return;
  const line = lineAt(yaml, found.index + found[0].indexOf('*')) + firstLine - 1;
  const what = values === Infinity ? 'a value that refers to itself' : 'aliases of aliases';
  throw new UnreadableError({
    file,
    found: `${what}, from line ${String(line)}: ${found[0].replace(/^[^*]*/, '').slice(0, 40)}`,
    expected: 'values that are written out',
    fix: 'Write the value where it is needed, instead of & and *; put text that begins with one in quotation marks.',
  });
};

const isWhole = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, each]) => name.isWellFormed() && isWhole(each));
};

/** Escapes may stand for one half of a character (a lone surrogate), which no file, page or feed can hold. */
const refuseHalves = (file: string, yaml: string, fields: unknown, firstLine: number) => {
  const found = /\\u[dD][89a-fA-F][\da-fA-F]{2}|\\U0000[dD][89a-fA-F][\da-fA-F]{2}/.exec(yaml);
  if (!found || isWhole(fields)) return;
  throw new UnreadableError({
    file,
    found: `half a character, from line ${String(lineAt(yaml, found.index) + firstLine - 1)}: ${found[0]}`,
    expected: 'whole characters',
    fix: 'Write the character itself, or both halves of it: "\\ud83d\\ude00" is 😀.',
  });
};

/** The line of an error, from 0; one without a place is about the document that begins after the first. */
const lineOfError = ({ mark }: YAMLException, yaml: string): number => {
  if (mark) return mark.line;
  const next = [...yaml.matchAll(/^---(?:\s|$)/gm)].find(({ index }) => index > 0);
  return next ? lineAt(yaml, next.index) - 1 : 0;
};

/**
 * Reads YAML (1.2, core schema). Dates stay text.
 * @param file its path as messages name it
 * @param firstLine the line of the file on which it begins
 * @throws {UnreadableError} when it is invalid, its aliases make too much of it, or it holds half a character
 */
export const readYaml = (file: string, yaml: string, firstLine: number): unknown => {
  // YAML with nothing but comments has no fields; the parser would report an error.
  if (yaml.split('\n').every((line) => /^\s*(?:#|$)/.test(line))) return {};
  let fields: unknown;
  try {
    fields = load(yaml);
  } catch (error) {
    const isPlaced = error instanceof YAMLException;
    const line = (isPlaced ? lineOfError(error, yaml) : 0) + firstLine;
    const reason = isPlaced ? error.reason : String(error);
    throw new UnreadableError({
      file,
      found: `invalid YAML at line ${String(line)}: ${reason}`,
      expected: 'one `field: value` on each line',
      fix: 'Put the value in quotation marks if it contains a colon or a quotation mark. Indent with spaces.',
    });
  }
  refuseManyAliases(file, yaml, fields, firstLine);
  refuseHalves(file, yaml, fields, firstLine);
  return fields;
};
