import { boxTags, silentTags } from './names.ts';
import { cleanText } from './clean-text.ts';
import { isElement, parsed } from './tree.ts';
import type { Nodes } from 'hast';

const breaks = (nodes: readonly Nodes[]): string => nodes.map(shown).join('');

const shown = (node: Nodes): string => {
  if (node.type === 'text') return cleanText(node.value);
  if (node.type === 'root') return breaks(node.children);
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  if (
    silentTags.has(node.tagName) ||
    /^(?:iframe|object|audio|video|svg|noscript)$/.test(node.tagName)
  )
    return '';
  const inner = breaks(node.children);
  return boxTags.has(node.tagName) ? `\n\n${inner}\n\n` : inner;
};

/**
 * The words of HTML as plain text in one line: for headlines, standfirsts, names and biographies. Character references are
 * resolved once, and what browsers don't show is left out.
 */
export const plainText = (html: string): string =>
  (/[<&]/.test(html) ? shown(parsed(html)) : cleanText(html)).replaceAll(/\s+/g, ' ').trim();

/** The same with its lines, and an empty one between paragraphs: for comments. */
export const plainLines = (html: string): string =>
  shown(parsed(html))
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
