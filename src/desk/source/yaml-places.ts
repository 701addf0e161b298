import { isCollection, isPair, isScalar, type Node, type Pair } from 'yaml';

/** A piece of text to replace, by its indexes. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** YAML in which places are changed. */
export interface Source {
  yaml: string;
  /** The names of the fields, in the order in which new ones are written. */
  order: readonly string[];
  lineEnd: string;
}

/** A value of YAML; null where nothing is written. */
export type Value = Node | null;

export const rangeOf = (node: Node): [number, number] => [
  node.range?.[0] ?? 0,
  node.range?.[1] ?? 0,
];

export const nameOfPair = (pair: Pair): string =>
  String(isScalar(pair.key) ? pair.key.value : pair.key);

export const valueOfPair = (pair: Pair): Value => pair.value as Value;

/** Whether nothing is written where the value should be. */
export const isUnwritten = (node: Value): boolean =>
  node === null || (isScalar(node) && node.value === null && node.source === '');

export const afterColon = ({ yaml }: Source, pair: Pair): number =>
  yaml.indexOf(':', rangeOf(pair.key as Node)[1]) + 1;

export const startOf = (item: Value | Pair): number =>
  item === null ? 0 : rangeOf(isPair(item) ? (item.key as Node) : item)[0];

/** Where a field or value ends, without the line end and the comments after it. */
export const endOf = (source: Source, item: Value | Pair): number => {
  if (isPair(item)) {
    const value = valueOfPair(item);
    return isUnwritten(value) ? afterColon(source, item) : endOf(source, value);
  }
  if (item === null) return 0;
  const last = isCollection(item) && !item.flow ? item.items.at(-1) : undefined;
  return last ? endOf(source, last as Node | Pair) : rangeOf(item)[1];
};

export const lineStart = ({ yaml }: Source, at: number): number =>
  yaml.lastIndexOf('\n', at - 1) + 1;

/** Where the line after a place begins; text below its field (`|`) ends there already. */
export const nextLine = ({ yaml }: Source, at: number): number => {
  if (at > 0 && yaml[at - 1] === '\n') return at;
  const end = yaml.indexOf('\n', at);
  return end === -1 ? yaml.length : end + 1;
};

export const columnOf = (source: Source, at: number): number => at - lineStart(source, at);

/** The dash of an item of a list that is written in lines. */
export const dashOf = ({ yaml }: Source, item: Node): number =>
  yaml.lastIndexOf('-', startOf(item) - 1);

export const withoutRange = (from: number, to: number): Edit => ({ from, to, text: '' });

/** Lines put in where a line begins, or at the end of a text whose last line has no end. */
export const insertLines = ({ yaml, lineEnd }: Source, at: number, text: string): Edit => {
  const isOpen = at === yaml.length && yaml !== '' && !yaml.endsWith('\n');
  const lines = text.replaceAll('\n', lineEnd);
  return { from: at, to: at, text: isOpen ? `${lineEnd}${lines}` : `${lines}${lineEnd}` };
};

/**
 * Takes some of several things out of brackets or braces, with their commas.
 * @param from the first of them
 * @param to the one after the last of them
 */
export const withoutFlowItems = (
  source: Source,
  items: readonly (Node | Pair)[],
  from: number,
  to: number,
): Edit => {
  const first = items[from] as Node | Pair;
  const next = items[to];
  if (next) return withoutRange(startOf(first), startOf(next));
  const last = items[to - 1] as Node | Pair;
  return withoutRange(endOf(source, items[from - 1] ?? first), endOf(source, last));
};

/** Writes edits into a text; none may overlap. */
export const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce(
      (rest, { from, to, text: words }) => rest.slice(0, from) + words + rest.slice(to),
      text,
    );
