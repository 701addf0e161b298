import type { Nodes } from 'mdast';
import { plainWords } from './mdast.ts';
import { plainText } from './plain.ts';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const countIn = (words: string): number => words.match(word)?.length ?? 0;

/** Words as they stand, also within marks; undefined for what begins a new word. */
const wordsIn = (node: Nodes): string | undefined => {
  if (node.type === 'text') return node.data?.isAdded ? undefined : node.value;
  const isMarked = ['emphasis', 'strong', 'delete', 'link'].includes(node.type);
  if (!isMarked || !('children' in node)) return undefined;
  return node.children.every((child) => wordsIn(child) !== undefined)
    ? plainWords(node.children)
    : undefined;
};

const isTag = (node: Nodes): boolean =>
  node.type === 'html' && /^<\/?[a-z]+[^<]*>$/.test(node.value);

/** How many words of the text readers see, without those that were added to it. */
export const countWords = (node: Nodes): number => {
  if (node.type === 'inlineCode' || node.type === 'code') return countIn(node.value);
  if (node.type === 'html') return node.value.startsWith('<') ? countIn(plainText(node.value)) : 0;
  if (node.type === 'image') {
    const picture = node.data?.picture;
    return picture && !picture.isLibraryCaption ? countIn(picture.caption) : 0;
  }
  if (!('children' in node)) return countIn(wordsIn(node) ?? '');
  let sum = 0;
  let run = '';
  for (const child of node.children) {
    // Marks within a word do not make it two.
    if (isTag(child)) continue;
    const words = wordsIn(child);
    if (words === undefined) sum += countIn(run) + countWords(child);
    run = words === undefined ? '' : run + words;
  }
  return sum + countIn(run);
};
