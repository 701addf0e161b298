import type { Element, ElementContent } from 'hast';
import type { Heading, RootContent } from 'mdast';
import { cleanText } from './clean-text.ts';
import { frameOf } from './embeds.ts';
import { figureOf, isFigure } from './figures.ts';
import type { Boxes, Flow } from './flow.ts';
import { ghostCard } from './ghost-cards.ts';
import { html } from './mdast.ts';
import { linesIn, linesOf } from './lines.ts';
import { detailsOf, listOf, termsOf } from './lists.ts';
import { isPullQuote, postBox, pullQuoteOf, quotationOf } from './quotations.ts';
import { recordingOf } from './recordings.ts';
import { tableOf } from './tables.ts';
import { attributeOf, hasClass, isElement, markBoxes } from './tree.ts';
import { lose } from './work.ts';

/** A heading for each paragraph in it: below the headline, and no deeper than the paper has crossheads. */
const headingOf = (element: Element, flow: Flow): RootContent[] => {
  const level = Math.min(Math.max(Number(element.tagName.slice(1)), 2), 4) as Heading['depth'];
  return flow.blocks(element.children).map((block) => {
    if (block.type !== 'paragraph' || block.data?.part) return block;
    const [only, another] = block.children;
    const words = only?.type === 'strong' && !another ? only.children : block.children;
    const children = words.map((node) => (node.type === 'break' ? html('<br>') : node));
    return { type: 'heading', depth: level, children };
  });
};

const controls = [
  'label',
  'button',
  'legend',
  'option',
  'optgroup',
  'select',
  'input',
  'textarea',
  'output',
];

const isControl = (node: ElementContent): boolean => isElement(node, ...controls);

/** A form is a tool of the old site. Words among its fields stay, for some pages stand in one form as a whole. */
const formOf = (element: Element, flow: Flow): RootContent[] => {
  lose(flow.work, 'form', attributeOf(element, 'action') || '<form>', true);
  const strip = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes
      .filter((node) => !isControl(node))
      .map((node) => (isElement(node) ? { ...node, children: strip(node.children) } : node));
  const children = strip(element.children);
  markBoxes({ type: 'root', children }, flow.work.boxes);
  return flow.blocks(children);
};

/** Tools that plugins put around the words of a story. */
const isTool = (element: Element): boolean =>
  hasClass(
    element,
    'sharedaddy',
    'jp-relatedposts',
    'addtoany_share_save_container',
    'yarpp-related',
    'ez-toc-container',
    'lwptoc',
    'wp-block-social-links',
    'feedflare',
  ) || ['toc_container', 'ez-toc-container', 'jp-post-flair'].includes(attributeOf(element, 'id'));

const boxOf = (element: Element, flow: Flow): RootContent[] | undefined => {
  if (isTool(element)) {
    lose(
      flow.work,
      'furniture',
      attributeOf(element, 'className') || attributeOf(element, 'id'),
      true,
    );
    return [];
  }
  const card = ghostCard(element, flow);
  if (card) return card;
  if (isFigure(element)) return figureOf(element, flow);
  if (isPullQuote(element)) return pullQuoteOf(element, flow);
  if (hasClass(element, 'wp-block-file')) return fileOf(element, flow);
  return postBox(element, flow);
};

/** A file block: the link with the file's name. The button beside it is the reader's browser's business. */
const fileOf = (element: Element, flow: Flow): RootContent[] =>
  flow.blocks(
    element.children.filter(
      (child) =>
        !isElement(child, 'object') &&
        !(isElement(child) && hasClass(child, 'wp-block-file__button')),
    ),
  );

const frame = (element: Element, { work }: Flow): RootContent[] => frameOf(element, work);
const recording = (element: Element, { work }: Flow): RootContent[] => recordingOf(element, work);
const list = (element: Element, flow: Flow): RootContent[] =>
  isFigure(element) ? figureOf(element, flow) : listOf(element, flow);
const old = (element: Element): RootContent[] => {
  const value = cleanText(linesIn(element));
  return value.trim() === '' ? [] : [{ type: 'code', value }];
};

/** Captions of old editors: a list of one term, the picture, and what it means. */
const asCaptioned = (element: Element): Element => ({
  ...element,
  children: element.children.map((child) =>
    isElement(child, 'dd') ? { ...child, tagName: 'figcaption' } : child,
  ),
});

/** What becomes of each box. All others are containers. */
export const boxes: Boxes = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, headingOf])),
  ul: list,
  ol: list,
  menu: list,
  dir: list,
  dl: (element, flow) =>
    isFigure(element) ? figureOf(asCaptioned(element), flow) : termsOf(element, flow),
  details: detailsOf,
  table: (element, flow) => (isFigure(element) ? figureOf(element, flow) : tableOf(element, flow)),
  blockquote: quotationOf,
  figure: (element, flow) =>
    ghostCard(element, flow) ??
    (isPullQuote(element) ? pullQuoteOf(element, flow) : figureOf(element, flow)),
  div: boxOf,
  section: boxOf,
  aside: boxOf,
  nav: boxOf,
  pre: linesOf,
  xmp: old,
  listing: old,
  plaintext: old,
  hr: () => [{ type: 'thematicBreak' }],
  iframe: frame,
  object: frame,
  embed: frame,
  'amp-iframe': frame,
  'x-post': (element, flow) => postBox(element, flow) ?? [],
  audio: recording,
  video: recording,
  form: formOf,
  option: () => [],
};
