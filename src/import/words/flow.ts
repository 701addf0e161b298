import type { Element, ElementContent, RootContent as Node } from 'hast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { bareAddress, cardOf } from './embeds.ts';
import { html, isPartOf, paragraph, pictureIn, plainWords } from './mdast.ts';
import { marksOf, wordsIn } from './phrasing.ts';
import { tidied, trimmedWords } from './tidy.ts';
import { attributeOf, isElement } from './tree.ts';
import { playerOf } from './recordings.ts';
import { isSilent } from './unseen.ts';
import type { Work } from './work.ts';

/** What an inline element around boxes does to the words in them. */
export type Wrap = (words: PhrasingContent[]) => PhrasingContent[];

/** Turns trees into Markdown's. Boxes get it to turn what is in them. */
export interface Flow {
  work: Work;
  /** What stands in these nodes, as blocks. */
  blocks: (nodes: readonly Node[]) => RootContent[];
  /** The same, for a box that treats some elements in its own way. */
  with: (boxes: Boxes) => Flow;
}

/** How boxes of each name become blocks. Others are only containers. */
export type Boxes = Record<string, (element: Element, flow: Flow) => RootContent[] | undefined>;

/** Splits words at breaks where the line between them is the address of a card. */
const cutAtCards = (words: PhrasingContent[], work: Work): RootContent[] | undefined => {
  if (!words.some((node) => node.type === 'link' || node.type === 'text')) return undefined;
  const lines: PhrasingContent[][] = [[]];
  for (const node of words) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const cards = lines.map((line) => {
    const shown = trimmedWords(line);
    const [only] = shown;
    if (shown.length !== 1 || only?.type !== 'link' || only.data) return undefined;
    const address = bareAddress(plainWords([only]).trim());
    return address === undefined ? undefined : (cardOf(address, work) ?? playerOf(address, work));
  });
  if (cards.every((card) => card === undefined)) return undefined;
  const done: RootContent[] = [];
  let rest: PhrasingContent[] = [];
  const flush = (): void => {
    const shown = trimmedWords(rest);
    if (shown.length > 0) done.push(...paragraphsOf(shown, work));
    rest = [];
  };
  for (const [n, card] of cards.entries()) {
    if (card) {
      flush();
      done.push(card);
    } else rest.push(...(rest.length > 0 ? [{ type: 'break' } as const] : []), ...(lines[n] ?? []));
  }
  flush();
  return done;
};

const isGap = (node: PhrasingContent | undefined): boolean =>
  node?.type === 'break' || (node?.type === 'text' && !/\S/.test(node.value));

/** Pictures alone in their paragraph are figures; several are a gallery. */
export const pictureParagraph = (pictures: readonly PhrasingContent[]): Paragraph => {
  const [first, ...more] = pictures;
  if (!first || more.length === 0) return paragraph([...pictures], 'pictures');
  // In a gallery none can be a link.
  const images = pictures.flatMap((node) => pictureIn(node) ?? []);
  return paragraph(
    images.flatMap((image, n) => (n === 0 ? [image] : [html('\n'), image])),
    'pictures',
  );
};

/**
 * The blocks that a run of words makes: paragraphs where there are two breaks in a row, cards where a line is the address of a video, pictures on their own if they
 * stand at an edge or are too large to stand among words, and paragraphs.
 */
export const paragraphsOf = (run: PhrasingContent[], work: Work): RootContent[] => {
  const end = run.findIndex((node, n) => node.type === 'break' && run[n + 1]?.type === 'break');
  if (end !== -1) {
    const parts = [run.slice(0, end), run.slice(end + 2)];
    return parts.flatMap((part) => paragraphsOf(trimmedWords(part), work));
  }
  const cut = cutAtCards(run, work);
  if (cut) return cut;
  const words = [...run];
  const edge = (
    take: () => PhrasingContent | undefined,
    at: () => PhrasingContent | undefined,
  ): PhrasingContent[] => {
    const found: PhrasingContent[] = [];
    for (let node = at(); node && (isGap(node) || pictureIn(node)); node = at()) {
      if (pictureIn(node)) found.push(node);
      take();
    }
    return found;
  };
  const before = edge(
    () => words.shift(),
    () => words[0],
  );
  const after = edge(
    () => words.pop(),
    () => words.at(-1),
  ).toReversed();
  const large = words.filter((node) => pictureIn(node)?.data?.picture?.isLarge);
  const rest = trimmedWords(words.filter((node) => !large.includes(node)));
  const first = [...before, ...large];
  return [
    ...(first.length > 0 ? [pictureParagraph(first)] : []),
    ...(rest.length > 0 ? [paragraph(rest)] : []),
    ...(after.length > 0 ? [pictureParagraph(after)] : []),
  ];
};

/** Inserts an anchor that a link in the text leads to at the start of a box. */
const withAnchor = (element: Element, work: Work): readonly ElementContent[] => {
  const id = attributeOf(element, 'id');
  if (id === '' || !work.anchors.has(`at ${id}`)) return element.children;
  return [{ type: 'element', tagName: 'a', properties: { id }, children: [] }, ...element.children];
};

/** Boxes that hold only certain children get no anchor of their own. */
const isSkeleton = /^(?:ul|ol|dl|table|thead|tbody|tfoot|tr)$/;

/** Starts turning trees into blocks, with a way for each kind of box. */
export const flowOf = (work: Work, boxes: Boxes, wrap?: Wrap): Flow => {
  const blocks = (nodes: readonly Node[]): RootContent[] => {
    const done: RootContent[] = [];
    let run: Node[] = [];
    const flush = (): void => {
      if (run.length === 0) return;
      const inner = wordsIn(run, work);
      const words = trimmedWords(wrap ? wrap(tidied(inner)) : inner);
      run = [];
      if (words.length > 0) done.push(...paragraphsOf(words, work));
    };
    for (const node of nodes) {
      if (node.type === 'text' || (isElement(node) && !work.boxes.has(node))) {
        run.push(node);
        continue;
      }
      if (!isElement(node) || isSilent(node, work)) continue;
      flush();
      const anchored = isSkeleton.test(node.tagName)
        ? node
        : { ...node, children: [...withAnchor(node, work)] };
      const box = boxes[node.tagName]?.(anchored, flow);
      if (box) done.push(...box);
      else {
        const inline: Wrap = (words) => marksOf(node, words, work);
        const isInline =
          /^(?:a|b|strong|i|em|del|s|ins|sup|sub|small|mark|cite|q|u|span|font)$/.test(
            node.tagName,
          );
        const inside = isInline
          ? flowOf(work, boxes, (words) => (wrap ? wrap(inline(words)) : inline(words)))
          : flow;
        done.push(...inside.blocks(anchored.children));
      }
    }
    flush();
    return done;
  };
  const flow: Flow = { work, blocks, with: (more) => flowOf(work, { ...boxes, ...more }, wrap) };
  return flow;
};

/** Whether blocks are one paragraph of words at most, so that they can stand in a cell or a line. */
export const isOneLine = (blocks: readonly RootContent[]): boolean =>
  blocks.length === 0 ||
  (blocks.length === 1 &&
    blocks[0]?.type === 'paragraph' &&
    !blocks[0].data?.part &&
    !isPartOf(blocks[0], 'card'));
