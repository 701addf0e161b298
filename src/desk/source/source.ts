import { partsOf, readManuscript, withLines } from '../../copy/frontmatter.ts';
import type { FieldPath } from './field-path.ts';
import { yamlWith } from './yaml-with.ts';
import { yamlOf } from './yaml-words.ts';

/*
 * A file of copy as text, of which single places are changed: all that nobody touched stays as it is, byte for byte, so
 * that a changed headline is one changed line.
 */

/**
 * The fields of a file as written. Dates are text.
 * @throws {UnreadableError} when they cannot be read
 */
export const fieldsOf = (path: string, text: string): Record<string, unknown> => {
  const { fields } = readManuscript(path, text);
  return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
};

/** Where the words of the body begin, after the empty lines below the fields. */
const bodyStart = (path: string, lines: string): number => {
  const start = partsOf(path, lines)?.body ?? 0;
  return start + (/^(?:[ \t]*\r?\n)*/.exec(lines.slice(start))?.[0].length ?? 0);
};

/**
 * The Markdown below the fields, with line ends of one character and without empty lines above it; a file without fields is
 * all body.
 */
export const bodyOf = (path: string, text: string): string => {
  const lines = withLines(text);
  return lines.slice(bodyStart(path, lines)).replaceAll('\r\n', '\n');
};

const lineEndOf = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/**
 * Writes a field at its place.
 * @param value what it is from now on; undefined takes it out
 * @param order the names of the fields: a new one comes after those that stand before it here
 * @throws {UnreadableError} when the file's fields cannot be read
 */
export const withValue = (
  path: string,
  text: string,
  field: FieldPath,
  value: unknown,
  order: readonly string[] = [],
): string => {
  const lines = withLines(text);
  // What the paper cannot read is not changed.
  readManuscript(path, text);
  const { from, to } = partsOf(path, lines)?.yaml ?? { from: 0, to: 0 };
  const lineEnd = lineEndOf(text);
  const before = lines.slice(from, to);
  const changed = yamlWith({ yaml: before, order, lineEnd }, field, value);
  const rest = lines.slice(to);
  // The dashes below need a line of their own, and no empty line before them.
  const isOpen = !/^(?:\r?\n|$)/.test(rest) && changed !== '' && !changed.endsWith('\n');
  const isDouble = /^\r?\n/.test(rest) && changed.endsWith('\n');
  const yaml = isDouble ? changed.replace(/\r?\n$/, '') : `${changed}${isOpen ? lineEnd : ''}`;
  return `${lines.slice(0, from)}${yaml}${rest}`;
};

const alikeAtStart = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

const alikeAtEnd = (one: string, other: string, most: number): number => {
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
};

/** Where each character of a text with line ends of one character stands in the text as written. */
const placesIn = (written: string): number[] => {
  const places: number[] = [];
  for (let place = 0; place < written.length; place += 1) {
    places.push(place);
    if (written[place] === '\r' && written[place + 1] === '\n') place += 1;
  }
  return [...places, written.length];
};

/** A first body, with an empty line between it and the fields. */
const withFirstBody = (path: string, text: string, body: string): string => {
  const lineEnd = lineEndOf(text);
  const start = partsOf(path, withLines(text))?.body ?? 0;
  const head = text.slice(0, start);
  const gap = head === '' || head.endsWith('\n') ? '' : lineEnd;
  return `${head}${gap}${head === '' ? '' : lineEnd}${body.replaceAll('\n', lineEnd)}`;
};

/**
 * Replaces the body. What is alike at its beginning and end stays as it is written, line ends included.
 * @param body Markdown with line ends of one character
 */
export const withBody = (path: string, text: string, body: string): string => {
  const start = bodyStart(path, withLines(text));
  const seen = bodyOf(path, text);
  if (seen === body) return text;
  if (seen === '') return withFirstBody(path, text, body);
  const written = text.slice(start);
  const places = placesIn(written);
  const head = alikeAtStart(seen, body);
  const tail = alikeAtEnd(seen, body, Math.min(seen.length, body.length) - head);
  const middle = body.slice(head, body.length - tail).replaceAll('\n', lineEndOf(text));
  const before = written.slice(0, places[head]);
  return `${text.slice(0, start)}${before}${middle}${written.slice(places[seen.length - tail])}`;
};

/** The text of a new file. */
export const newSource = (path: string, fields: object, body: string): string => {
  const yaml = Object.keys(fields).length === 0 ? '' : `${yamlOf(fields, false)}\n`;
  if (/\.ya?ml$/i.test(path)) return yaml;
  return `---\n${yaml}---\n\n${body.trim() === '' ? '' : `${body.trimEnd()}\n`}`;
};
