import type { PhrasingContent, Root, RootContent } from 'mdast';
import { boxes } from './boxes.ts';
import { flowOf } from './flow.ts';
import { markdownOf } from './markdown.ts';
import { paragraph, text } from './mdast.ts';
import { setParagraphs } from './paragraphs.ts';
import { plainParagraphs } from './plain.ts';
import { trimmedWords } from './tidy.ts';
import { unlessTooDeep } from './too-deep.ts';
import { markBoxes, parsed } from './tree.ts';
import { startWork } from './work.ts';

/** Comments come with nothing around them. */
const alone = {
  fileOf: () => undefined,
  partOf: () => undefined,
  linkOf: () => undefined,
  attached: [],
  notes: [],
  base: '',
};

/** Leaves out what comment services do not take: HTML, pictures, and links to mailboxes. */
const plainer = (node: RootContent): RootContent[] => {
  if (node.type === 'html')
    return node.value.startsWith('<') ? [] : [{ type: 'text', value: node.value }];
  if (node.type === 'image' || node.type === 'footnoteReference') return [];
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => plainer(child));
  if (node.type === 'link' && node.url.startsWith('mailto:')) return children;
  if (node.type === 'paragraph') {
    const words = trimmedWords(children as PhrasingContent[]);
    return words.length === 0 ? [] : [{ ...node, children: words }];
  }
  return node.type === 'link' && children.length === 0
    ? []
    : [{ ...node, children } as RootContent];
};

const treeOf = (html: string): Root => {
  const work = startWork(alone);
  const tree = setParagraphs(parsed(html.replaceAll(/\r\n?/g, '\n')));
  markBoxes(tree, work.boxes);
  return { type: 'root', children: flowOf(work, boxes).blocks(tree.children).flatMap(plainer) };
};

const plainTreeOf = (html: string): Root => ({
  type: 'root',
  children: plainParagraphs(html).map((words) => paragraph([text(words)])),
});

/**
 * A comment as Markdown for comment services: its lines, emphasis, links, lists and quotations, with every sign that the
 * services would take for a mark escaped. Empty if nothing of it can be shown.
 * @param html as WordPress keeps comments: with line breaks for paragraphs, and the few tags that readers may use
 */
export const commentText = (html: string): string =>
  unlessTooDeep(
    () => markdownOf(treeOf(html), 'comment'),
    () => markdownOf(plainTreeOf(html), 'comment'),
  ).trim();
