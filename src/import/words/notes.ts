import type { Element } from 'hast';
import type { FootnoteReference, PhrasingContent } from 'mdast';

import { attributeOf, hasClass, isElement } from './tree.ts';
import type { Work } from './work.ts';
import { percentDecoded } from '../../percent-decoded.ts';

const reference = (id: string, { noteNumbers }: Work): FootnoteReference => {
  const number = noteNumbers.get(id) ?? noteNumbers.size + 1;
  noteNumbers.set(id, number);
  return { type: 'footnoteReference', identifier: String(number), label: String(number) };
};

/**
 * What a mark of a note becomes: that of the block editor (`data-fn`), or that of rendered Markdown. A way back from a
 * note is nothing. Undefined for every other element.
 */
export const noteWords = (element: Element, work: Work): PhrasingContent[] | undefined => {
  const { properties, tagName } = element;
  if (properties['dataFootnoteBackref'] !== undefined) return [];
  if (properties['dataFootnoteRef'] !== undefined) {
    const id = percentDecoded(attributeOf(element, 'href').replace(/^#/, ''));
    return work.noteTrees.has(id) ? [reference(id, work)] : undefined;
  }
  if (tagName !== 'sup') return undefined;
  const [only, another] = element.children;
  const isAround = isElement(only, 'a') && !another && 'dataFootnoteRef' in only.properties;
  if (isAround) return noteWords(only, work);
  if (!hasClass(element, 'fn')) return undefined;
  const id = attributeOf(element, 'dataFn');
  return work.notes.has(id) ? [reference(id, work)] : undefined;
};
