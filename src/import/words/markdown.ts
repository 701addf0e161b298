import type { Delete, Emphasis, Image, Link, Parents, Root, Strong, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import {
  type Handle,
  type Join,
  type Options,
  type State,
  toMarkdown,
} from 'mdast-util-to-markdown';
import { escapeAll, escapeWords } from './escape-words.ts';

const isSpace = (character: string): boolean => character === '' || /\s/u.test(character);
/** Surrogates are counted too: what they are part of is most often a symbol. */
const isSign = (character: string): boolean => /[\p{P}\p{S}\p{Cs}]/u.test(character);
const isPlainSign = (character: string): boolean => /[\p{P}]/u.test(character);

/** Whether marks would be read as such between these characters (CommonMark 0.31, "left- and right-flanking"). */
const isFlanked = (outside: string, inside: string): boolean =>
  !isSpace(inside) && (!isSign(inside) || isSpace(outside) || isPlainSign(outside));

type Marked = Emphasis | Strong | Delete;
/** As it is best read; for comment services, which take more signs for marks; or so that nothing can be misread. */
export type Manner = 'usual' | 'comment' | 'safest';

const signs = { emphasis: ['*', 'em'], strong: ['**', 'strong'], delete: ['~~', 'del'] } as const;

/** Words with marks around them, or with HTML where marks would be seen, such as beside East Asian signs. */
const marked =
  (type: Marked['type'], manner: Manner): Handle =>
  (node: Marked, _, state, info) => {
    const [sign, tag] = signs[type];
    const words = state.containerPhrasing(node, { ...info, before: 'x', after: 'x' });
    const first = words.charAt(0);
    const last = words.at(-1) ?? '';
    // Bold that is italic as a whole is three marks, and nothing else may touch another mark.
    const [only, another] = node.children;
    const isBoth = !another && (only?.type === 'strong' || only?.type === 'emphasis');
    const touches = /[*~]/.test(info.before + info.after + (isBoth ? '' : first + last));
    const isOpen = isBoth && first === '*';
    const fits =
      isFlanked(info.before, isOpen ? 'x' : first) &&
      isFlanked(info.after, isOpen ? 'x' : last) &&
      last !== '\\';
    if (fits && !touches && manner !== 'safest') return sign + words + sign;
    return manner === 'comment' ? words : `<${tag}>${words}</${tag}>`;
  };

const isIn = (state: State, construct: string): boolean =>
  (state.stack as string[]).includes(construct);

/** Addresses without what would end them early. */
const destination = (url: string): string =>
  url
    .replaceAll(/[\s<>()\\|`*_[\]~]/g, (sign) =>
      sign === '_' || sign === '~' || sign === '*'
        ? sign
        : sign === '('
          ? '%28'
          : sign === ')'
            ? '%29'
            : encodeURIComponent(sign),
    )
    .replaceAll(/&(?=#?\w+;)/g, '%26');

const titled = (title: string | null | undefined, state: State): string => {
  if (!title) return '';
  const escaped = title.replaceAll(/["\\]/g, '\\$&').replaceAll(/&(?=#?\w+;)/g, '\\&');
  return ` "${isIn(state, 'tableCell') ? escaped.replaceAll('|', '\\|') : escaped}"`;
};

const words =
  (manner: Manner): Handle =>
  (node: Text, _, state, info) => {
    if (manner === 'safest') return escapeAll(node.value);
    const isCell = isIn(state, 'tableCell');
    const value = escapeWords(node.value, {
      isStart: info.before === '\n' && !isCell,
      isCell,
      isHeading: isIn(state, 'headingAtx'),
      isLabel: isIn(state, 'link'),
      isComment: manner === 'comment',
    });
    return info.after === '[' || !value.endsWith('\\!') ? value : `${value.slice(0, -2)}!`;
  };

const link: Handle = (node: Link, _, state, info) => {
  const [only] = node.children;
  const isBare =
    node.children.length === 1 &&
    only?.type === 'text' &&
    /^(?:https?:\/\/)[!-;=?-~]+$/.test(node.url) &&
    !/[<>`|\\]/.test(node.url);
  if (isBare && only.value === node.url) return `<${node.url}>`;
  if (
    node.url.startsWith('mailto:') &&
    only?.type === 'text' &&
    `mailto:${only.value}` === node.url &&
    /^[\w.+-]+@[\w.-]+$/.test(only.value)
  )
    return `<${only.value}>`;
  const exit = state.enter('link');
  const inner = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exit();
  return `[${inner}](${destination(node.url)}${titled(node.title, state)})`;
};

const image: Handle = (node: Image, _, state) => {
  const alt = escapeWords(node.alt ?? '', {
    isStart: false,
    isCell: isIn(state, 'tableCell'),
    isHeading: false,
    isLabel: true,
    isComment: false,
  });
  return `![${alt}](${destination(node.url)}${titled(node.title, state)})`;
};

const lineBreak: Handle = (_node, _parent, state) =>
  isIn(state, 'tableCell') || isIn(state, 'headingAtx') ? '<br>' : '\\\n';

Object.assign(link, { peek: () => '[' });
Object.assign(image, { peek: () => '!' });
Object.assign(lineBreak, { peek: () => '\\' });

/** Only a list that starts at one may follow a paragraph without an empty line, and tags of HTML need none between. */
const between: Join = (left, right, parent: Parents) => {
  if (left.type === 'html' && right.type === 'html')
    return /^<\/(?:table|dl|details)>$/.test(left.value) && !right.value.startsWith('</') ? 1 : 0;
  if (parent.type !== 'listItem') return undefined;
  const isList = right.type === 'list' && (!right.ordered || (right.start ?? 1) === 1);
  return left.type === 'paragraph' && !left.data?.part && isList ? undefined : 1;
};

const options = (manner: Manner): Options => {
  const mark = (type: Marked['type']): Handle =>
    Object.assign(marked(type, manner), {
      peek: () => (manner === 'safest' ? '<' : signs[type][0].charAt(0)),
    });
  return {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    handlers: {
      text: words(manner),
      emphasis: mark('emphasis'),
      strong: mark('strong'),
      delete: mark('delete'),
      link,
      image,
      break: lineBreak,
    },
    join: [between],
  };
};

const manners = {
  usual: options('usual'),
  comment: options('comment'),
  safest: options('safest'),
};

/** Writes a tree as Markdown that shows each of its characters as it is. */
export const markdownOf = (tree: Root, manner: Manner = 'usual'): string =>
  toMarkdown(tree, manners[manner]);
