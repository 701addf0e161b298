import type { Nodes } from 'hast';
import { Parser } from 'htmlparser2';
import { cleanText } from './clean-text.ts';
import { boxTags, silentTags } from './names.ts';
import { unlessTooDeep } from './too-deep.ts';
import { isElement, parsed } from './tree.ts';

const isUnseen = (name: string): boolean =>
  silentTags.has(name) || /^(?:iframe|object|audio|video|svg|noscript)$/.test(name);

const shown = (node: Nodes): string => {
  if (node.type === 'text') return cleanText(node.value);
  if (node.type !== 'root' && !isElement(node)) return '';
  if (isElement(node, 'br')) return ' ';
  if (isElement(node) && isUnseen(node.tagName)) return '';
  const inner = node.children.map(shown).join('');
  return isElement(node) && boxTags.has(node.tagName) ? ` ${inner} ` : inner;
};

/** The paragraphs of HTML as plain text, of whatever depth it is: a tree of it may be too deep for any stack. */
export const plainParagraphs = (html: string): string[] => {
  let words = '';
  let unseen = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (isUnseen(name)) unseen += 1;
      if (boxTags.has(name)) words += '\n\n';
    },
    onclosetag: (name) => {
      if (isUnseen(name)) unseen -= 1;
      if (boxTags.has(name)) words += '\n\n';
    },
    ontext: (text) => {
      if (unseen === 0) words += cleanText(text);
    },
  });
  parser.write(html);
  parser.end();
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
};

/**
 * The words of HTML as plain text in one line: for headlines, standfirsts, names and biographies. Character references are
 * resolved once, and what browsers don't show is left out.
 */
export const plainText = (html: string): string => {
  const words = !/[<&]/.test(html)
    ? cleanText(html)
    : unlessTooDeep(
        () => shown(parsed(html)),
        () => plainParagraphs(html).join(' '),
      );
  return words.replaceAll(/\s+/g, ' ').trim();
};
