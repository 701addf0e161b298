import type { Element, ElementContent } from 'hast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { embedBlock } from './embeds.ts';
import { type Boxes, type Flow, pictureParagraph } from './flow.ts';
import { isPartOf, pictureIn, plainWords, text } from './mdast.ts';
import { attributeOf, elementsIn, hasClass, isElement, markBoxes } from './tree.ts';
import { lose } from './work.ts';

const isCaption = (node: ElementContent): boolean =>
  isElement(node, 'figcaption') ||
  (isElement(node) &&
    hasClass(
      node,
      'wp-caption-text',
      'wp-caption-dd',
      'gallery-caption',
      'blocks-gallery-caption',
      'tr-caption',
    ));

const isGallery = (element: Element): boolean =>
  hasClass(
    element,
    'wp-block-gallery',
    'blocks-gallery-grid',
    'gallery',
    'tiled-gallery',
    'wp-block-jetpack-tiled-gallery',
    'wp-block-jetpack-slideshow',
    'kg-gallery-card',
  );

/** What captions may stand in. */
const openTags = ['div', 'a', 'span'] as const;
const openParts = ['tbody', 'tr', 'td', 'dt'] as const;

/** Children with the captions taken out, from wherever they stand outside of inner figures. */
const withoutCaptions = (element: Element): { rest: ElementContent[]; captions: Element[] } => {
  const captions: Element[] = [];
  const strip = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (isElement(child) && isCaption(child)) {
        captions.push(child);
        return [];
      }
      const isOpen =
        isElement(child, ...openTags, ...(isElement(element, 'table', 'dl') ? openParts : [])) &&
        !hasClass(child, 'gallery-item', 'tiled-gallery-item') &&
        elementsIn(child, isCaption).length > 0;
      return [isOpen ? { ...child, children: strip(child.children) } : child];
    });
  return { rest: strip(element.children), captions };
};

const hasNote = (nodes: readonly (RootContent | PhrasingContent)[]): boolean =>
  nodes.some(
    (node) => node.type === 'footnoteReference' || ('children' in node && hasNote(node.children)),
  );

/** Puts a caption under the picture that it belongs to; false if it must be a paragraph of its own. */
const captioned = (body: RootContent[], caption: RootContent[], isLibrary: boolean): boolean => {
  const [only] = body;
  if (body.length !== 1 || !only) return false;
  if (isPartOf(only, 'recording')) {
    const [link] = only.children;
    const words = plainWords(caption).trim();
    if (link?.type !== 'link' || hasNote(caption)) return false;
    link.children = [text(words.replaceAll(/\s+/g, ' '))];
    return true;
  }
  const [image, another] = isPartOf(only, 'pictures') ? only.children : [];
  const picture = pictureIn(image)?.data?.picture;
  if (!picture || another || hasNote(caption)) return false;
  picture.caption = plainWords(caption).replaceAll(/\s+/g, ' ').trim();
  picture.isLibraryCaption = isLibrary;
  return true;
};

/** A picture with a caption is a figure, which cannot be a link. */
const unlinked = (body: RootContent[]): void => {
  for (const part of body) {
    if (!isPartOf(part, 'pictures')) continue;
    part.children = part.children.map((node) => {
      const image = pictureIn(node);
      return image?.data?.picture?.caption ? image : node;
    });
  }
};

/** Pictures side by side: those of all paragraphs that hold nothing else, in one. */
const together = (body: readonly RootContent[]): RootContent[] => {
  const pictures = body.filter((block): block is Paragraph => isPartOf(block, 'pictures'));
  if (pictures.length < 2) return [...body];
  const merged = pictureParagraph(
    pictures.flatMap(({ children }) => children.filter((node) => pictureIn(node))),
  );
  return [merged, ...body.filter((block) => !pictures.includes(block as Paragraph))];
};

/** The lists that old galleries are made of, as containers. */
const asBoxes: Boxes = {
  ul: (element, flow) => flow.blocks(element.children),
  ol: (element, flow) => flow.blocks(element.children),
  dl: (element, flow) => figureOf(element, flow),
  li: (element, flow) => figureOf(element, flow),
  div: (element, flow) =>
    hasClass(element, 'gallery-item', 'tiled-gallery-item') ? figureOf(element, flow) : undefined,
};

/** What follows the picture in `[caption]` is its caption. */
const classicCaption = (element: Element): Element => {
  const at = element.children.findIndex(
    (child) =>
      isElement(child, 'img') ||
      (isElement(child) && elementsIn(child, (one) => isElement(one, 'img')).length > 0),
  );
  if (at === -1 || element.children.some((child) => isCaption(child))) return element;
  const children: ElementContent[] = [
    ...element.children.slice(0, at + 1),
    {
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: element.children.slice(at + 1),
    },
  ];
  return { ...element, children };
};

/** A figure: a picture or a recording with its caption, a gallery, an embed, or whatever stands in it, caption last. */
export const figureOf = (given: Element, flow: Flow): RootContent[] => {
  const element = hasClass(given, 'x-caption') ? classicCaption(given) : given;
  const { rest, captions } = withoutCaptions(element);
  // What was taken apart is new.
  markBoxes({ type: 'root', children: [...rest, ...captions] }, flow.work.boxes);
  const isEmbed =
    hasClass(element, 'wp-block-embed') &&
    elementsIn(element, (child) => isElement(child, 'iframe', 'blockquote', 'object', 'video'))
      .length === 0;
  const inside = isGallery(element) ? flow.with(asBoxes) : flow;
  const embed = isEmbed ? embedBlock({ ...element, children: rest }, flow.work) : undefined;
  const blocks = embed ?? inside.blocks(rest);
  const body =
    isGallery(element) || blocks.every((block) => isPartOf(block, 'pictures'))
      ? together(blocks)
      : blocks;
  const id = attributeOf(element, 'dataId');
  for (const caption of captions) {
    const words = flow.blocks(caption.children);
    const isLibrary = caption.properties['dataLibrary'] !== undefined;
    if (words.length > 0 && !captioned(body, words, isLibrary)) body.push(...words);
    else if (elementsIn(caption, (child) => isElement(child, 'a')).length > 0)
      lose(flow.work, 'link in a caption', plainWords(words), true);
  }
  unlinked(body);
  if (id !== '') for (const block of body) nameFile(block, id, flow);
  return body;
};

/** `[caption]` knows the number of the file when the picture in it doesn't. */
const nameFile = (block: RootContent, id: string, { work }: Flow): void => {
  if (!isPartOf(block, 'pictures')) return;
  const picture = pictureIn(block.children[0])?.data?.picture;
  if (picture && !picture.file && picture.urls.length === 0)
    picture.file = work.setting.fileOf({ id });
};

/** Whether a list or a box is pictures with their captions. */
export const isFigure = (element: Element): boolean =>
  isGallery(element) || hasClass(element, 'wp-caption', 'x-caption', 'tr-caption-container');
