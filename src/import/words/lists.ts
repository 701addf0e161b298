import type { Element, ElementContent } from 'hast';
import type { BlockContent, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { escapeHtml } from '../../escape-html.ts';
import { type Flow, isOneLine } from './flow.ts';
import { html, isPartOf, paragraph, pictureIn, plainWords, text } from './mdast.ts';
import { attributeOf, isBlank, isElement } from './tree.ts';

/** In a list, a caption would be seen only if there were an empty line: it becomes a paragraph, which makes one. */
const withCaption = (blocks: RootContent[]): RootContent[] => {
  const [only] = blocks;
  if (blocks.length !== 1 || !isPartOf(only, 'pictures')) return blocks;
  const captions = only.children.flatMap((node) => {
    const picture = pictureIn(node)?.data?.picture;
    const caption = picture?.caption ?? '';
    if (picture) picture.caption = '';
    return caption === '' ? [] : [paragraph([text(caption)])];
  });
  return [only, ...captions];
};

const itemOf = (children: readonly ElementContent[], flow: Flow): ListItem => {
  const blocks = flow.blocks(children);
  const spread = blocks.filter(({ type }) => type === 'paragraph').length > 1;
  return { type: 'listItem', spread, children: blocks as BlockContent[] };
};

/** A list. Lists that stand beside items instead of in them belong to the item before. */
export const listOf = (element: Element, flow: Flow): RootContent[] => {
  const items: ListItem[] = [];
  for (const child of element.children) {
    if (isBlank(child)) continue;
    if (isElement(child, 'ul', 'ol') && items.length > 0) {
      items.at(-1)?.children.push(...(flow.blocks([child]) as BlockContent[]));
    } else items.push(itemOf(isElement(child, 'li') ? child.children : [child], flow));
  }
  const full = items.filter(({ children }) => children.length > 0);
  if (full.every(({ children }) => children.every((block) => isPartOf(block, 'pictures'))))
    return full.flatMap(({ children }) => children);
  for (const item of full) {
    item.children = withCaption(item.children) as BlockContent[];
    item.spread ||= item.children.filter(({ type }) => type === 'paragraph').length > 1;
  }
  const start = parseInt(attributeOf(element, 'start'), 10);
  const ordered = element.tagName === 'ol';
  const list: List = { type: 'list', ordered, spread: false, children: full };
  return [ordered && start >= 0 ? { ...list, start } : list];
};

const tags: Record<string, string> = { emphasis: 'em', strong: 'strong', delete: 'del' };

/** Words as HTML; undefined if there is something among them that only Markdown can say, such as a picture. */
const asHtml = (words: readonly PhrasingContent[]): string | undefined => {
  const parts = words.map((node): string | undefined => {
    if (node.type === 'text') return escapeHtml(node.value);
    if (node.type === 'inlineCode') return `<code>${escapeHtml(node.value)}</code>`;
    if (node.type === 'break') return '<br>';
    if (node.type === 'html') return node.value.startsWith('<') ? node.value : undefined;
    if (!('children' in node) || (node.type === 'link' && node.data?.file)) return undefined;
    const inner = asHtml(node.children);
    if (node.type === 'link')
      return inner === undefined ? undefined : `<a href="${escapeHtml(node.url)}">${inner}</a>`;
    const tag = tags[node.type];
    return tag === undefined || inner === undefined ? undefined : `<${tag}>${inner}</${tag}>`;
  });
  return parts.includes(undefined) ? undefined : parts.join('');
};

/** An element of HTML around blocks of Markdown; in one line if it holds words only. */
export const around = (tag: string, attributes: string, blocks: RootContent[]): RootContent[] => {
  const [only] = blocks;
  const open = `<${tag}${attributes}>`;
  const line = only?.type === 'paragraph' && isOneLine(blocks) ? asHtml(only.children) : '';
  if (line !== undefined && isOneLine(blocks)) return [html(`${open}${line}</${tag}>`)];
  return [html(open), ...blocks, html(`</${tag}>`)];
};

/** A list of terms, which Markdown has no words for. */
export const termsOf = (element: Element, flow: Flow): RootContent[] => {
  const parts: RootContent[] = [];
  const add = (children: readonly ElementContent[]): void => {
    for (const child of children) {
      if (isBlank(child)) continue;
      if (isElement(child, 'dt', 'dd')) {
        const blocks = flow.blocks(child.children);
        if (blocks.length > 0) parts.push(...around(child.tagName, '', blocks));
      } else if (isElement(child, 'div')) add(child.children);
      else parts.push(...around('dd', '', flow.blocks([child])));
    }
  };
  add(element.children);
  return parts.length === 0 ? [] : [html('<dl>'), ...parts, html('</dl>')];
};

/** Words that fold open below a line. */
export const detailsOf = (element: Element, flow: Flow): RootContent[] => {
  const summary = element.children.find((child) => isElement(child, 'summary'));
  const head = summary && 'children' in summary ? flow.blocks(summary.children) : [];
  const title = plainWords(head).replaceAll(/\s+/g, ' ').trim();
  const pictures = head.filter((block) => !isOneLine([block]) && plainWords([block]).trim() === '');
  const blocks = [
    ...pictures,
    ...flow.blocks(element.children.filter((child) => child !== summary)),
  ];
  if (title === '') return blocks;
  const open = element.properties['open'] === undefined ? '' : ' open';
  return [
    html(`<details${open}>\n<summary>${escapeHtml(title)}</summary>`),
    ...blocks,
    html('</details>'),
  ];
};
