import { type Document, isCollection, isMap, parseDocument } from 'yaml';
import type { FieldPath } from './field-path.ts';
import { isSameValue } from './same-value.ts';
import { editsIn, nestedIn } from './yaml-edits.ts';
import { applied, insertLines, isUnwritten, type Source } from './yaml-places.ts';
import { yamlPair } from './yaml-words.ts';

const parse = (yaml: string): Document =>
  parseDocument(yaml, { version: '1.2', uniqueKeys: false, strict: false });

/** The whole document with the value in it, as the library would write it. */
const rewritten = (yaml: string, field: FieldPath, value: unknown): Document => {
  const doc = parse(yaml);
  if (value !== undefined) {
    doc.setIn(field, doc.createNode(value));
    return doc;
  }
  doc.deleteIn(field);
  for (let length = field.length - 1; length > 0; length -= 1) {
    const around = doc.getIn(field.slice(0, length));
    if (isCollection(around) && around.items.length === 0) doc.deleteIn(field.slice(0, length));
  }
  return doc;
};

/** The first field of a document that has none. */
const withFirst = (source: Source, [name, ...rest]: FieldPath, value: unknown): string => {
  if (value === undefined) return source.yaml;
  const line = yamlPair(String(name), nestedIn(rest, value), false, 0);
  return applied(source.yaml, [insertLines(source, source.yaml.length, line)]);
};

const withEdits = (source: Source, field: FieldPath, value: unknown): string => {
  const doc = parse(source.yaml);
  const root = doc.contents;
  if (isMap(root) && root.items.length > 0) {
    const edits = editsIn(doc, source, root, field, value);
    return edits ? applied(source.yaml, edits) : '';
  }
  const isNothing = isMap(root) || isUnwritten(root);
  return isNothing ? withFirst(isMap(root) ? { ...source, yaml: '' } : source, field, value) : '';
};

/**
 * YAML with one value changed at its place; everything else stays, byte for byte. Where that is not possible (a tag, an
 * anchor, a value in an odd place), it is written anew, with its comments.
 * @param value undefined takes the field out, and what would be left empty around it
 */
export const yamlWith = (source: Source, field: FieldPath, value: unknown): string => {
  const wanted = rewritten(source.yaml, field, value);
  const changed = withEdits(source, field, value);
  const again = parse(changed);
  const isWanted =
    again.errors.length === 0 && isSameValue(again.toJS() ?? {}, wanted.toJS() ?? {});
  return isWanted ? changed : wanted.toString({ lineWidth: 0 }).replaceAll('\n', source.lineEnd);
};
