import type { Element, ElementContent, RootContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { escapeHtml } from '../../escape-html.ts';
import { cleanText } from './clean-text.ts';
import { added, html, text } from './mdast.ts';
import { linkedWords, withLinks } from './links.ts';
import { noteWords } from './notes.ts';
import { lineEnd } from './paragraphs.ts';
import { emojiOf, imageOf, pictureOf } from './pictures.ts';
import { attributeOf, elementsIn, isBlank, isElement, textIn } from './tree.ts';
import { isSilent, isTwin } from './unseen.ts';
import type { Work } from './work.ts';

type Words = PhrasingContent[];

/** Elements that the paper lets through as HTML, and the attribute that each may keep. */
const written: Record<string, string> = {
  sup: '',
  sub: '',
  kbd: '',
  mark: '',
  small: '',
  ins: '',
  q: '',
  cite: '',
  bdi: 'dir',
  bdo: 'dir',
  abbr: 'title',
  acronym: 'title',
  time: 'dateTime',
};

const asHtml = (element: Element, inner: Words): Words => {
  const name = written[element.tagName] ?? '';
  const value = name === '' ? '' : attributeOf(element, name);
  const tag = element.tagName === 'acronym' ? 'abbr' : element.tagName;
  const attribute =
    value === '' ? '' : ` ${name.toLowerCase()}="${escapeHtml(value.replaceAll(/\s+/g, ' '))}"`;
  return inner.length === 0 ? [] : [html(`<${tag}${attribute}>`), ...inner, html(`</${tag}>`)];
};

const marked = (type: 'emphasis' | 'strong' | 'delete', inner: Words): Words =>
  inner.length === 0 ? [] : [{ type, children: inner }];

/** What a style does to words that Markdown can say too. Editors that paste from elsewhere leave it. */
const styled = (element: Element, inner: Words): Words => {
  const style = attributeOf(element, 'style');
  if (style === '') return inner;
  let words = inner;
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) words = marked('strong', words);
  if (/font-style\s*:\s*italic/i.test(style)) words = marked('emphasis', words);
  if (/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) words = marked('delete', words);
  return words;
};

const code = (element: Element, work: Work, isInLink: boolean): Words => {
  if (elementsIn(element, (child) => isElement(child, 'img')).length > 0)
    return wordsIn(element.children, work, isInLink);
  const value = textIn(element).replaceAll(/\s+/g, ' ');
  return value.trim() === '' ? [text(value)] : [{ type: 'inlineCode', value }];
};

const withReading = (element: Element, work: Work, isInLink: boolean): Words =>
  element.children.flatMap((child): Words => {
    if (isElement(child, 'rp')) return [];
    const words = wordsIn(
      isElement(child, 'rt', 'rb', 'rtc') ? child.children : [child],
      work,
      isInLink,
    );
    return isElement(child, 'rt') && words.length > 0 ? [text('('), ...words, text(')')] : words;
  });

const image = (element: Element, work: Work, linkedTo: string): Words => {
  const emoji = emojiOf(element);
  if (emoji !== undefined) return [text(emoji)];
  const picture = pictureOf(element, work, linkedTo);
  return picture ? [imageOf(picture)] : [];
};

const marks: Record<string, 'emphasis' | 'strong' | 'delete'> = {
  em: 'emphasis',
  i: 'emphasis',
  var: 'emphasis',
  dfn: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'delete',
  s: 'delete',
  strike: 'delete',
};

/** Marks words as an inline element does. */
export const marksOf = (element: Element, inner: Words, work: Work): Words => {
  const { tagName } = element;
  const mark = marks[tagName];
  if (mark !== undefined) {
    const isPlain = /font-weight\s*:\s*(?:normal|400)|font-style\s*:\s*normal/i.test(
      attributeOf(element, 'style'),
    );
    return isPlain ? inner : marked(mark, inner);
  }
  if (tagName === 'a') return linkedWords(element, inner, work);
  if (Object.hasOwn(written, tagName)) return asHtml(element, inner);
  return styled(element, inner);
};

const anchorOf = (element: Element, work: Work): Words => {
  const id = attributeOf(element, 'id') || attributeOf(element, 'name');
  if (id === '' || !work.anchors.delete(`at ${id}`)) return [];
  return [html(`<a id="${escapeHtml(id)}"></a>`)];
};

/** The picture of a `picture` element, which knows those of all sources. */
const withSources = (element: Element): ElementContent[] => {
  const sources = elementsIn(element, (child) => isElement(child, 'source'));
  const sets = sources.map((one) => attributeOf(one, 'srcSet') || attributeOf(one, 'dataSrcset'));
  return elementsIn(element, (child) => isElement(child, 'img')).map((child) => ({
    ...child,
    properties: { ...child.properties, dataSources: sets.filter(Boolean).join(', ') },
  }));
};

const elementWords = (
  element: Element,
  siblings: readonly RootContent[],
  work: Work,
  link: string | undefined,
): Words => {
  const { tagName, children } = element;
  const isInLink = link !== undefined;
  if (tagName === 'br' || tagName === lineEnd) return [{ type: 'break' }];
  if (tagName === 'img') return image(element, work, link ?? '');
  if (isElement(element, 'input') && attributeOf(element, 'type') === 'checkbox')
    return [added(element.properties['checked'] ? '☑ ' : '☐ ')];
  if (isSilent(element, work)) return [];
  if (tagName === 'picture') return wordsIn(withSources(element), work, isInLink, link);
  const note = noteWords(element, work);
  if (note) return note;
  if (tagName === 'code' || tagName === 'tt' || tagName === 'samp')
    return code(element, work, isInLink);
  if (tagName === 'ruby') return withReading(element, work, isInLink);
  if (/^(?:iframe|object|embed|audio|video)$/.test(tagName)) return [];
  if (tagName === 'svg')
    return elementsIn(element, (child) => isElement(child, 'text', 'foreignObject')).flatMap(
      (child) => wordsIn(child.children, work, isInLink),
    );
  if (tagName === 'noscript') {
    const hasMore =
      elementsIn(element, (child) => isElement(child, 'img', 'a', 'iframe')).length > 0;
    return !hasMore || isTwin(element, siblings, work) ? [] : wordsIn(children, work, isInLink);
  }
  const inner = wordsIn(
    children,
    work,
    isInLink,
    tagName === 'a' ? attributeOf(element, 'href') : link,
  );
  return [...anchorOf(element, work), ...marksOf(element, inner, work)];
};

const isChip = (node: RootContent | undefined): node is Element =>
  isElement(node, 'a', 'x-part', 'button', 'label', 'option');

/** Two links side by side are two words, unless one word is split between two links to one place. */
const areGlued = (one: RootContent | undefined, two: RootContent): boolean =>
  isChip(one) &&
  isChip(two) &&
  (attributeOf(one, 'href') !== attributeOf(two, 'href') || one.tagName !== 'a') &&
  /[\p{L}\p{N}]$/u.test(textIn(one)) &&
  /^[\p{L}\p{N}]/u.test(textIn(two));

/** The words of nodes that stand in a line. Boxes among them are taken as words too. */
export const wordsIn = (
  nodes: readonly (ElementContent | RootContent)[],
  work: Work,
  isInLink = false,
  link = isInLink ? '' : undefined,
): Words => {
  const words: Words = [];
  let last: RootContent | undefined;
  for (const node of nodes) {
    if (node.type === 'text') {
      const value = cleanText(node.value);
      words.push(...(link === undefined ? withLinks(value, work) : [text(value)]));
    } else if (isElement(node)) {
      if (areGlued(last, node)) words.push(text(' '));
      words.push(...elementWords(node, nodes, work, link));
    }
    if (!isBlank(node) || (node.type === 'text' && node.value !== '')) last = node;
  }
  return words;
};
