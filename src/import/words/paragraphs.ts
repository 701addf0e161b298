import type { Element, ElementContent, Root, Text } from 'hast';
import { hasClass, isBlank, isElement, markBoxes } from './tree.ts';

/*
 * The classic editor saves line breaks instead of paragraphs: an empty line separates paragraphs, and a single line break
 * is a break in print. This is that rule, on a tree.
 */

const untouched = [
  'pre',
  'script',
  'style',
  'textarea',
  'svg',
  'math',
  'select',
  'object',
  'iframe',
];
/** Text between their children is white space. */
const skeletons = ['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup'];
/** They hold one paragraph without the tag for it, unless there is an empty line. */
const cells = 'li td th dt dd figcaption caption summary p h1 h2 h3 h4 h5 h6'.split(' ');
/** A break that is made of a line break. */
export const lineEnd = 'x-line-end';

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});
const text = (value: string): Text => ({ type: 'text', value });

const lines = (value: string): ElementContent[] =>
  value
    .split('\n')
    .flatMap((line, n) => (n === 0 ? [text(line)] : [element(lineEnd, []), text(line)]));

/** Splits a run of words into paragraphs. What an empty line splits within an element, such as bold, is it twice. */
const split = (run: readonly ElementContent[]): ElementContent[][] => {
  const parts: ElementContent[][] = [[]];
  const add = (pieces: readonly ElementContent[], isNew: boolean): void => {
    if (isNew) parts.push([...pieces]);
    else parts.at(-1)?.push(...pieces);
  };
  for (const node of run) {
    if (node.type === 'text') {
      for (const [n, piece] of node.value.split(/\n[^\S\n\u00A0]*\n\s*/).entries())
        add(lines(piece), n > 0);
    } else if (isElement(node) && node.children.length > 0 && !untouched.includes(node.tagName)) {
      for (const [n, children] of split(node.children).entries())
        add([{ ...node, children: withoutDoubles(children) }], n > 0);
    } else add([node], false);
  }
  return parts;
};

/** A line break after a break that is written, or after nothing that is seen, is the same one. */
const withoutDoubles = (part: readonly ElementContent[]): ElementContent[] => {
  let last: ElementContent | undefined;
  return part.filter((node) => {
    if (isElement(node, lineEnd) && isElement(last, 'br', lineEnd)) return false;
    if (!isBlank(node) && !isElement(node, 'script', 'style')) last = node;
    return true;
  });
};

/** Breaks at the edges of a paragraph show nothing. */
const trimmed = (part: readonly ElementContent[]): ElementContent[] => {
  const isShown = (node: ElementContent): boolean =>
    !isBlank(node) && !isElement(node, 'br', lineEnd);
  return part.slice(part.findIndex(isShown), part.findLastIndex(isShown) + 1);
};

const setIn = (parent: Element | Root, boxes: WeakSet<Element>): void => {
  const name = parent.type === 'element' ? parent.tagName : '';
  if (untouched.includes(name)) return;
  const done: ElementContent[] = [];
  let run: ElementContent[] = [];
  let hasBoxes = false;
  const flush = (isLast: boolean): void => {
    const parts = split(run)
      .map((part) => trimmed(withoutDoubles(part)))
      .filter((part) => part.length > 0);
    run = [];
    const isBare = cells.includes(name) && isLast && !hasBoxes && parts.length === 1;
    for (const part of parts) done.push(...(isBare ? part : [element('p', part)]));
  };
  // What is in `[caption]` is a picture, then its caption.
  const isSkeleton =
    skeletons.includes(name) || (parent.type === 'element' && hasClass(parent, 'x-caption'));
  for (const child of parent.children as ElementContent[]) {
    const isBox = isElement(child) && boxes.has(child);
    if (isBox) {
      flush(false);
      hasBoxes = true;
      setIn(child, boxes);
    }
    if (isBox || isSkeleton) done.push(child);
    else run.push(child);
  }
  flush(true);
  parent.children = done;
};

/** Makes paragraphs and breaks of the line breaks in a tree of the classic editor. */
export const setParagraphs = (tree: Root): Root => {
  const boxes = new WeakSet<Element>();
  markBoxes(tree, boxes);
  setIn(tree, boxes);
  return tree;
};
