import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { FieldPath } from './field-path.ts';
import { isSameValue } from './same-value.ts';
import {
  afterColon,
  columnOf,
  dashOf,
  type Edit,
  endOf,
  insertLines,
  isUnwritten,
  lineStart,
  nameOfPair,
  nextLine,
  rangeOf,
  type Source,
  startOf,
  type Value,
  valueOfPair,
  withoutFlowItems,
  withoutRange,
} from './yaml-places.ts';
import { indented, yamlOf, yamlPair } from './yaml-words.ts';

/** The edits that change one value of a parsed document; undefined if what is around it would be left empty. */
export type Edits = Edit[] | undefined;

/** A value for a path whose beginning is not written yet. */
export const nestedIn = (path: FieldPath, value: unknown): unknown =>
  path.reduceRight<unknown>(
    (inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }),
    value,
  );

const quotingOf = (node: Value) =>
  isScalar(node) && !isUnwritten(node) ? (node.type as 'PLAIN') : undefined;

const addPair = (source: Source, map: YAMLMap, name: string, value: unknown): Edit => {
  const items = map.items;
  const last = items.at(-1);
  if (map.flow || !last) {
    const words = yamlPair(name, value, true, 0);
    const [from, to] = rangeOf(map);
    if (!last) return { from, to, text: `{ ${words} }` };
    const end = endOf(source, last);
    return { from: end, to: end, text: `, ${words}` };
  }
  const place = source.order.indexOf(name);
  const anchor = items.findLast((pair) => {
    const other = source.order.indexOf(nameOfPair(pair));
    return place === -1 || (other !== -1 && other < place);
  });
  const indent = columnOf(source, startOf(items[0] as Pair));
  const line = `${' '.repeat(indent)}${yamlPair(name, value, false, indent)}`;
  return insertLines(source, nextLine(source, endOf(source, anchor ?? last)), line);
};

const removePair = (source: Source, map: YAMLMap, index: number): Edit => {
  const items = map.items;
  const pair = items[index] as Pair;
  if (map.flow) return withoutFlowItems(source, items, index, index + 1);
  const start = startOf(pair);
  const line = lineStart(source, start);
  // The first field of a list's item shares its line with the dash.
  if (source.yaml.slice(line, start).trim() !== '') {
    return withoutRange(start, startOf(items[index + 1] ?? pair));
  }
  return withoutRange(line, nextLine(source, endOf(source, pair)));
};

/** Writes the value of a field, in place of another or of nothing. */
const putValue = (source: Source, map: YAMLMap, pair: Pair, value: unknown): Edit => {
  const { yaml, lineEnd } = source;
  const node = valueOfPair(pair);
  const after = afterColon(source, pair);
  const indent = columnOf(source, startOf(map.items[0] as Pair));
  const words = yamlOf(value, map.flow === true, quotingOf(node));
  const isLines = typeof value === 'object' && value !== null && !/^[[{]/.test(words);
  const text = isLines
    ? `\n${' '.repeat(indent + 2)}${indented(words, indent + 2)}`
    : ` ${indented(words, indent)}`;
  const written = text.replaceAll('\n', lineEnd);
  if (isUnwritten(node)) return { from: after, to: after, text: written };
  const to = endOf(source, node);
  const end = yaml[to - 1] === '\n' ? lineEnd : '';
  return { from: after, to, text: written + end };
};

const addItems = (source: Source, seq: YAMLSeq, at: number, values: readonly unknown[]): Edit => {
  const items = seq.items as Node[];
  const before = items[at - 1];
  const first = items[0];
  if (seq.flow || !first) {
    const words = values.map((value) => yamlOf(value, true)).join(', ');
    const [from, to] = rangeOf(seq);
    if (!first) return { from, to, text: `[${words}]` };
    const place = before ? endOf(source, before) : startOf(first);
    return { from: place, to: place, text: before ? `, ${words}` : `${words}, ` };
  }
  const dash = dashOf(source, first);
  const indent = columnOf(source, dash);
  const lines = values
    .map((value) => `${' '.repeat(indent)}- ${indented(yamlOf(value, false), indent + 2)}`)
    .join('\n');
  const place = before ? nextLine(source, endOf(source, before)) : lineStart(source, dash);
  return insertLines(source, place, lines);
};

/** Takes items out of a list, from one up to another. */
const removeItems = (source: Source, seq: YAMLSeq, from: number, to: number): Edit[] => {
  const items = seq.items as Node[];
  if (seq.flow) return [withoutFlowItems(source, items, from, to)];
  return items
    .slice(from, to)
    .map((item) =>
      withoutRange(lineStart(source, dashOf(source, item)), nextLine(source, endOf(source, item))),
    );
};

/** Changes a list item by item, so that those that stay keep their lines. */
const setItems = (
  doc: Document,
  source: Source,
  seq: YAMLSeq,
  values: readonly unknown[],
): Edit[] => {
  const items = seq.items as Node[];
  const same = (index: number, other: number): boolean =>
    isSameValue(items[index]?.toJS(doc), values[other]);
  const shorter = Math.min(items.length, values.length);
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(items.length - 1 - tail, values.length - 1 - tail)) {
    tail += 1;
  }
  const olds = items.length - head - tail;
  const news = values.slice(head, values.length - tail);
  const replaced = news
    .slice(0, olds)
    .flatMap((value, index) => setItem(doc, source, seq, head + index, value));
  const kept = head + news.length;
  const removed = kept < head + olds ? removeItems(source, seq, kept, head + olds) : [];
  const added = news.slice(olds);
  return [
    ...replaced,
    ...removed,
    ...(added.length > 0 ? [addItems(source, seq, head + olds, added)] : []),
  ];
};

const setItem = (
  doc: Document,
  source: Source,
  seq: YAMLSeq,
  index: number,
  value: unknown,
): Edit[] => {
  const item = seq.items[index] as Node;
  const inside = setInside(doc, source, item, value);
  if (inside) return inside;
  const from = startOf(item);
  const to = endOf(source, item);
  const words = indented(yamlOf(value, seq.flow === true, quotingOf(item)), columnOf(source, from));
  const end = source.yaml[to - 1] === '\n' ? source.lineEnd : '';
  return [{ from, to, text: words.replaceAll('\n', source.lineEnd) + end }];
};

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes a list or a group place by place, if the new value is one too and they have something in common. */
const setInside = (doc: Document, source: Source, node: Value, value: unknown): Edits => {
  if (isSameValue(node?.toJS(doc), value)) return [];
  if (isSeq(node) && Array.isArray(value) && value.length > 0) {
    return setItems(doc, source, node, value);
  }
  if (!isMap(node) || !isFields(value)) return undefined;
  const names = node.items.map(nameOfPair);
  if (!names.some((name) => Object.hasOwn(value, name))) return undefined;
  return [...new Set([...names, ...Object.keys(value)])].flatMap(
    (name) => editsIn(doc, source, node, [name], value[name]) ?? [],
  );
};

const editsInMap = (
  doc: Document,
  source: Source,
  map: YAMLMap,
  [name, ...rest]: FieldPath,
  value: unknown,
): Edits => {
  const items = map.items;
  const index = items.findIndex((pair) => nameOfPair(pair) === String(name));
  const pair = items[index];
  const nested = nestedIn(rest, value);
  if (!pair) return value === undefined ? [] : [addPair(source, map, String(name), nested)];
  const child = valueOfPair(pair);
  const removed = items.length === 1 ? undefined : [removePair(source, map, index)];
  if (rest.length > 0 && isCollection(child)) {
    return editsIn(doc, source, child, rest, value) ?? removed;
  }
  if (value === undefined) return rest.length > 0 ? [] : removed;
  return setInside(doc, source, child, nested) ?? [putValue(source, map, pair, nested)];
};

const editsInSeq = (
  doc: Document,
  source: Source,
  seq: YAMLSeq,
  [place, ...rest]: FieldPath,
  value: unknown,
): Edits => {
  const index = Number(place);
  const item = seq.items[index] as Node | undefined;
  const nested = nestedIn(rest, value);
  if (!item) return value === undefined ? [] : [addItems(source, seq, index, [nested])];
  const removed = seq.items.length === 1 ? undefined : removeItems(source, seq, index, index + 1);
  if (rest.length > 0 && isCollection(item)) {
    return editsIn(doc, source, item, rest, value) ?? removed;
  }
  if (value === undefined) return rest.length > 0 ? [] : removed;
  return setItem(doc, source, seq, index, nested);
};

/** The edits that put a value at a path below a list or group of fields, or take it out (undefined). */
export const editsIn = (
  doc: Document,
  source: Source,
  node: Node,
  field: FieldPath,
  value: unknown,
): Edits => {
  if (isMap(node)) return editsInMap(doc, source, node, field, value);
  return isSeq(node) ? editsInSeq(doc, source, node, field, value) : [];
};
