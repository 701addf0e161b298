import type { Root as Tree } from 'hast';
import { markdownToHtml } from 'satteri';
import type { SourceText } from '../model.ts';
import { blocksAsHtml, hasBlocks } from './blocks.ts';
import { setParagraphs } from './paragraphs.ts';
import { shieldCode } from './shield-code.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { showBlock } from './show-block.ts';
import { withoutSiteShortcodes } from './static-sites.ts';
import { attributeOf, elementsIn, fillSlots, isElement, parsed } from './tree.ts';
import { slotOf, type Work } from './work.ts';

/** HTML that was written by hand, as a tree of its own. */
const apart = (html: string, work: Work): string => slotOf(work, treeOf(html, work, 'html'));

/** The text of a part, in its own place. */
const partOf = (id: string, work: Work): string => {
  const part = work.setting.partOf(id);
  if (!part) return '';
  work.parts.push(id);
  const tree =
    part.text.format === 'wordpress'
      ? wordpressTree(part.text.value, work)
      : parsed(part.text.value);
  work.parts.pop();
  return slotOf(work, tree);
};

const treeOf = (text: string, work: Work, format: 'classic' | 'html'): Tree => {
  const html = withoutShortcodes(text, work, (inner) => apart(inner, work));
  const tree = parsed(html);
  return fillSlots(format === 'classic' ? setParagraphs(tree) : tree, work);
};

/** A text of either editor. Between blocks there may be text of the classic one. */
const wordpressTree = (value: string, work: Work): Tree => {
  const text = shieldCode(value.replaceAll(/\r\n?/g, '\n'));
  const withoutMore = (words: string): string =>
    words.replaceAll(/<!--(?:more.*?|nextpage|noteaser)-->/gs, '\n\n');
  if (!hasBlocks(text)) return treeOf(withoutMore(text), work, 'classic');
  const help = {
    work,
    apart: (html: string) => apart(html, work),
    part: (id: string) => partOf(id, work),
  };
  const between = (words: string): string => {
    if (!/\S/.test(words)) return '\n';
    return /<p[\s>]/i.test(words)
      ? words
      : slotOf(work, treeOf(withoutMore(words), work, 'classic'));
  };
  return treeOf(
    blocksAsHtml(text, (block) => showBlock(block, help), between),
    work,
    'html',
  );
};

/** Notes as rendered Markdown lists them become the text's notes, and the list goes. */
const takeNotes = (tree: Tree, work: Work): void => {
  for (const section of elementsIn(
    tree,
    ({ properties }) => properties['dataFootnotes'] !== undefined,
  )) {
    for (const item of elementsIn(section, (child) => isElement(child, 'li')))
      work.noteTrees.set(attributeOf(item, 'id'), item.children);
    section.children = [];
  }
};

/** Parses a text of any format into one tree of HTML. */
export const sourceTree = ({ format, value }: SourceText, work: Work): Tree => {
  if (format === 'wordpress') return wordpressTree(value, work);
  if (format === 'html') return parsed(value);
  const { html } = markdownToHtml(withoutSiteShortcodes(value, work), {
    features: { frontmatter: false },
  });
  const tree = parsed(html);
  takeNotes(tree, work);
  return tree;
};
