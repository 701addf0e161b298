import type { Element, ElementContent } from 'hast';
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { embedded, cardOf, postOf } from './embeds.ts';
import type { Flow } from './flow.ts';
import { html, paragraph, text } from './mdast.ts';
import { wordsIn } from './phrasing.ts';
import { trimmedWords } from './tidy.ts';
import { elementsIn, hasClass, isElement, markBoxes } from './tree.ts';
import type { Work } from './work.ts';

const quotation = (blocks: RootContent[]): RootContent[] =>
  blocks.length === 0 ? [] : [{ type: 'blockquote', children: blocks as BlockContent[] }];

/** Whether a quotation stands out: a pull quote of the block editor or of the Newspaper theme. */
export const isPullQuote = (element: Element): boolean =>
  hasClass(element, 'wp-block-pullquote', 'pullquote') ||
  /(?:^|\s)(?:td_pull_quote|td_quote_box|td_quote)\b/.test(
    String(element.properties['className'] ?? '').replaceAll(',', ' '),
  );

/** Takes who said it out of a quotation. */
const withoutSpeaker = (children: readonly ElementContent[], cites: Element[]): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (isElement(child, 'cite', 'footer')) {
      cites.push(child);
      return [];
    }
    return isElement(child, 'p', 'div', 'blockquote')
      ? [{ ...child, children: withoutSpeaker(child.children, cites) }]
      : [child];
  });

const nameOf = (cite: Element, work: Work): PhrasingContent[] => {
  const words = trimmedWords(wordsIn(cite.children, work)).map((node) =>
    node.type === 'break' ? text(' ') : node,
  );
  const [first] = words;
  return first?.type === 'text'
    ? [text(first.value.replace(/^(?:—|–|--|-|―)\s*/, '')), ...words.slice(1)]
    : words;
};

/** A pull quote: `[!quote]` above its words, and a dash before the name below them. */
export const pullQuoteOf = (element: Element, flow: Flow): RootContent[] => {
  const cites: Element[] = [];
  const rest = withoutSpeaker(element.children, cites);
  markBoxes({ type: 'root', children: rest }, flow.work.boxes);
  const inside = flow.with({ blockquote: (quote, inner) => inner.blocks(quote.children) });
  const blocks = inside.blocks(rest);
  const names = cites.map((cite) => nameOf(cite, flow.work)).filter((name) => name.length > 0);
  if (blocks.length === 0) return names.map((name) => paragraph(name));
  const [first, ...more] = blocks;
  const begun =
    first?.type === 'paragraph' && !first.data?.part
      ? [paragraph([html('[!quote]'), html('\n'), ...first.children]), ...more]
      : [paragraph([html('[!quote]')]), ...blocks];
  const speaker = names.flatMap((name, n) => (n === 0 ? name : [text(', '), ...name]));
  return quotation([
    ...begun,
    ...(speaker.length > 0 ? [paragraph([text('— '), ...speaker])] : []),
  ]);
};

const inParagraph = (children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children,
});

/** Puts whoever said it into a line of its own, below what was said. */
const citesApart = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (isElement(child, 'cite')) return [inParagraph([child])];
    if (!isElement(child, 'p')) return [child];
    const last = child.children.at(-1);
    if (!isElement(last, 'cite')) return [child];
    return [inParagraph(child.children.slice(0, -1)), inParagraph([last])];
  });

/** A quotation, or a post that a script would have put in its place: its card, below its words if those are its own. */
export const quotationOf = (element: Element, flow: Flow): RootContent[] => {
  const post = postOf(element);
  if (post) {
    const words = post.hasWords ? quotation(flow.blocks(element.children)) : [];
    const card = cardOf(post.url, flow.work);
    if (card) return [...words, card];
    return words.length > 0 ? words : embedded(post.url, '', flow.work);
  }
  if (isPullQuote(element)) return pullQuoteOf(element, flow);
  const children = citesApart(element.children);
  markBoxes({ type: 'root', children }, flow.work.boxes);
  return quotation(flow.blocks(children));
};

/** A box that a script fills with a post. */
export const postBox = (element: Element, flow: Flow): RootContent[] | undefined => {
  const post = postOf(element);
  if (!post) return undefined;
  const words =
    elementsIn(element, (child) => isElement(child, 'blockquote', 'p')).length > 0
      ? flow.blocks(element.children)
      : [];
  return [...words, ...embedded(post.url, '', flow.work)];
};
