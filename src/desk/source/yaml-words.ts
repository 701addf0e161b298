import { Document, isScalar, isSeq, type Scalar, visit } from 'yaml';

/** Text that is the same in every YAML without quotes: names of files, single words. */
const needsNoQuotes = /^[\p{L}_][\p{L}\p{M}\p{N}_./-]*$/u;

/** What YAML 1.1, which many tools still read, takes for something else. */
const isMistakable = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|~)$|^\d{4}-\d{2}-\d{2}/i;

const quotingOf = (text: string, like: Scalar.Type | undefined): Scalar.Type => {
  if (like === 'QUOTE_SINGLE' || like === 'QUOTE_DOUBLE') return like;
  const mayBePlain = like === 'PLAIN' || needsNoQuotes.test(text);
  // The library itself quotes a plain text where YAML 1.2 needs it.
  return mayBePlain && !isMistakable.test(text) ? 'PLAIN' : 'QUOTE_DOUBLE';
};

const inLines = (text: string): boolean => text.includes('\n');

const written = (value: unknown, style: (text: string, isName: boolean) => Scalar.Type): string => {
  const doc = new Document(value, { version: '1.2', aliasDuplicateObjects: false });
  visit(doc, {
    Scalar: (place, node) => {
      if (typeof node.value === 'string') node.type = style(node.value, place === 'key');
    },
    Collection: (_, node) => {
      node.flow = isSeq(node) && node.items.every(isScalar);
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
};

const isFields = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** On one line, in brackets and braces. */
const inFlow = (value: unknown, like: Scalar.Type | undefined): string => {
  if (Array.isArray(value)) return `[${value.map((each) => inFlow(each, undefined)).join(', ')}]`;
  if (isFields(value)) {
    const pairs = Object.entries(value).map(([name, each]) => pairInFlow(name, each));
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  if (typeof value !== 'string') return written(value, () => 'PLAIN');
  // A comma or a bracket would end plain text here, which the library cannot know of a text alone.
  const style = /[,[\]{}]/.test(value) || inLines(value) ? 'QUOTE_DOUBLE' : quotingOf(value, like);
  return written(value, () => style);
};

const pairInFlow = (name: string, value: unknown): string =>
  `${inFlow(name, 'PLAIN')}: ${inFlow(value, undefined)}`;

/**
 * A value as it is written in YAML, as this paper writes it: names plain, words in double quotes, short lists on one line.
 * @param isInFlow whether it stands in brackets or braces
 * @param like how the text that it replaces was quoted
 * @returns one line, or several with no indent at the first level and no line end at the end
 */
export const yamlOf = (value: unknown, isInFlow: boolean, like?: Scalar.Type): string => {
  const isSimpleList = Array.isArray(value) && value.every((each) => !isFields(each));
  if (isInFlow || isSimpleList) return inFlow(value, like);
  const style = typeof value === 'string' ? like : undefined;
  return written(value, (text, isName) => {
    if (isName) return 'PLAIN';
    return inLines(text) ? 'BLOCK_LITERAL' : quotingOf(text, style);
  });
};

/** Indents every line but the first. */
export const indented = (text: string, indent: number): string =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);

/** `name: value`, likewise, the lines below the first indented by this many spaces. */
export const yamlPair = (
  name: string,
  value: unknown,
  isInFlow: boolean,
  indent: number,
): string =>
  isInFlow ? pairInFlow(name, value) : indented(yamlOf({ [name]: value }, false), indent);
