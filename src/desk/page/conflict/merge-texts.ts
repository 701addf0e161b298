import type { FieldPath } from '../../source/field-path.ts';
import { isSameValue } from '../../source/same-value.ts';
import { bodyOf, withBody, withValue } from '../../source/source.ts';
import { readableFields } from '../readable.ts';
import { mergedLines } from './line-merge.ts';

/** Both versions in one text, or the places that both changed in different ways: fields, or `body`. */
export type Merged = { text: string } | { places: string[] };

type Fields = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What `mine` changed and `theirs` did not, field by field and in groups; and what both changed differently. */
const changesOf = (
  base: Fields,
  mine: Fields,
  theirs: Fields,
  around: FieldPath = [],
): { mine: [FieldPath, unknown][]; both: string[] } => {
  const found = { mine: [] as [FieldPath, unknown][], both: [] as string[] };
  for (const name of new Set([
    ...Object.keys(base),
    ...Object.keys(mine),
    ...Object.keys(theirs),
  ])) {
    const [was, own, other] = [base[name], mine[name], theirs[name]];
    if (isSameValue(own, was) || isSameValue(own, other)) continue;
    const path = [...around, name];
    if (isSameValue(other, was)) found.mine.push([path, own]);
    else if (isGroup(own) && isGroup(other)) {
      const inside = changesOf(isGroup(was) ? was : {}, own, other, path);
      found.mine.push(...inside.mine);
      found.both.push(...inside.both);
    } else found.both.push(path.join('.'));
  }
  return found;
};

/**
 * Puts two versions of a file together: fields by their names, the text line by line. Their version is changed only
 * where mine differs from what it was typed over.
 */
export const mergedTexts = (path: string, base: string, mine: string, theirs: string): Merged => {
  const [was, own, other] = [base, mine, theirs].map((text) => readableFields(path, text));
  if (!was || !own || !other) {
    const text = mergedLines(base, mine, theirs);
    return text === undefined ? { places: ['body'] } : { text };
  }
  const { mine: changed, both } = changesOf(was, own, other);
  const body = mergedLines(bodyOf(path, base), bodyOf(path, mine), bodyOf(path, theirs));
  const places = body === undefined ? [...both, 'body'] : both;
  if (places.length > 0) return { places };
  const order = Object.keys(own);
  const text = changed.reduce(
    (all, [field, value]) => withValue(path, all, field, value, order),
    theirs,
  );
  return { text: body === undefined ? text : withBody(path, text, body) };
};
