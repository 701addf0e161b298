import type { Element, Nodes, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import { boxTags } from './names.ts';
import type { Work } from './work.ts';

/** Parses HTML as browsers without scripts do, so that what stands in `noscript` is found. */
export const parsed = (html: string): Root =>
  fromParse5(parseFragment(html, { scriptingEnabled: false })) as Root;

/** Whether a node is an element, with one of these names if some are given. */
export const isElement = <Name extends string = string>(
  node: Nodes | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } =>
  node?.type === 'element' && (names.length === 0 || (names as string[]).includes(node.tagName));

/** An attribute of an element as text; empty if it has none. Names are those of hast: `dataLazySrc`, `srcSet`. */
export const attributeOf = ({ properties }: Element, name: string): string => {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === null || value === undefined || value === false ? '' : String(value);
};

/** Whether an element has one of these classes. */
export const hasClass = ({ properties }: Element, ...names: string[]): boolean => {
  const { className } = properties;
  return Array.isArray(className) && names.some((name) => className.includes(name));
};

/** Goes through a tree in the order of the text, without recursion, and stops where `visit` returns true. */
export const walk = (tree: Nodes, visit: (node: Nodes) => boolean | undefined): void => {
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (visit(node) === true) return;
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
};

/** The elements in a tree for which the test is true, in order. */
export const elementsIn = (tree: Nodes, test: (element: Element) => boolean): Element[] => {
  const found: Element[] = [];
  walk(tree, (node) => {
    if (node.type === 'element' && node !== tree && test(node)) found.push(node);
    return false;
  });
  return found;
};

/** All text in a tree, as it is written. */
export const textIn = (tree: Nodes): string => {
  let text = '';
  walk(tree, (node) => {
    if (node.type === 'text') text += node.value;
    return false;
  });
  return text;
};

/** True for nodes that show nothing: blank text and comments. */
export const isBlank = (node: Nodes): boolean =>
  node.type === 'comment' || (node.type === 'text' && !/[^\s\u200B\uFEFF]/.test(node.value));

/** Puts the trees that were put aside where their placeholders stand. */
export const fillSlots = (tree: Root, work: Work): Root => {
  if (work.slots.length === 0) return tree;
  walk(tree, (node) => {
    if (!('children' in node)) return false;
    const children = node.children as RootContent[];
    if (!children.some((child) => isElement(child, 'x-slot'))) return false;
    node.children = children.flatMap((child): RootContent[] => {
      if (!isElement(child, 'x-slot')) return [child];
      const n = Number(attributeOf(child, 'dataN'));
      const slot = work.slots[n];
      work.slots[n] = undefined;
      return slot
        ? [{ ...child, tagName: 'div', properties: {}, children: slot.children as never }]
        : child.children;
    });
    return false;
  });
  return tree;
};

/** Marks every element in a tree that cannot stand in a line of words, because it is a box or has one in it. */
export const markBoxes = (tree: Root, boxes: WeakSet<Element>): void => {
  const elements: Element[] = [];
  walk(tree, (node) => {
    if (node.type === 'element') elements.push(node);
    return false;
  });
  // Inner ones come later.
  for (const element of elements.toReversed()) {
    const holdsBox = element.children.some((child) => isElement(child) && boxes.has(child));
    if (holdsBox || boxTags.has(element.tagName)) boxes.add(element);
  }
};
