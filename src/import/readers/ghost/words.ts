import { htmlOf } from '../plain-html.ts';
import { type Row, textIn } from './tables.ts';

/** Fields of the editors' formats that hold what is read. */
const wordy = new Set(['text', 'caption', 'html', 'markdown', 'code']);

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** All words below a node of Lexical, in order. */
const lexicalWords = (node: unknown): string => {
  if (Array.isArray(node)) return node.map(lexicalWords).join('');
  if (!isRow(node)) return '';
  if (node['type'] === 'linebreak') return '\n';
  const own = Object.entries(node)
    .filter(([name, value]) => wordy.has(name) && typeof value === 'string')
    .map(([, value]) => String(value));
  return own.join('\n') + lexicalWords(node['children']);
};

/** Words of Mobiledoc: sections of markers, each of which ends with its text; items of lists are lists of markers. */
const mobiledocWords = (node: unknown): string => {
  if (!Array.isArray(node)) return '';
  const last: unknown = node.at(-1);
  if (node.every((part) => Array.isArray(part))) return node.map(mobiledocWords).join('');
  return typeof last === 'string' ? last : mobiledocWords(last);
};

const parsed = (json: string): unknown => {
  try {
    return json === '' ? undefined : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
};

const blocksIn = (row: Row): string[] => {
  const lexical = parsed(textIn(row, 'lexical'));
  const root = isRow(lexical) ? lexical['root'] : undefined;
  if (isRow(root) && Array.isArray(root['children'])) return root['children'].map(lexicalWords);
  const mobiledoc = parsed(textIn(row, 'mobiledoc'));
  const sections = isRow(mobiledoc) ? mobiledoc['sections'] : undefined;
  return Array.isArray(sections) ? sections.map(mobiledocWords) : [];
};

/**
 * The text of a post as HTML. Ghost keeps it beside its editors' formats; where it is missing, the words alone are taken.
 * @returns the text, and whether formatting has been lost
 */
export const wordsIn = (row: Row): { html: string; isPlain: boolean } => {
  const html = textIn(row, 'html');
  if (html !== '') return { html, isPlain: false };
  const words = textIn(row, 'plaintext') || blocksIn(row).join('\n\n');
  return { html: htmlOf(words), isPlain: words.trim() !== '' };
};
