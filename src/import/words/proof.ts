import { Parser } from 'htmlparser2';
import type { Nodes, Root, RootContent } from 'mdast';
import { markdownToHtml } from 'satteri';
import { markdownOf } from './markdown.ts';
import { lose, type Work } from './work.ts';

/** What is seen of HTML, without white space, the numbers of notes and the ways back from them. */
const seenIn = (html: string): string => {
  let seen = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (
        hidden > 0 ||
        'data-footnote-ref' in attributes ||
        'data-footnote-backref' in attributes ||
        attributes['id'] === 'footnote-label'
      )
        hidden += 1;
      else if (name === 'wbr') hidden = 0;
    },
    onclosetag: () => {
      if (hidden > 0) hidden -= 1;
    },
    ontext: (words) => {
      if (hidden === 0) seen += words;
    },
  });
  parser.write(html);
  parser.end();
  return seen.replaceAll(/\s+/g, '');
};

/** What should be seen of a tree. */
const seenOf = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'html') return node.value.includes('<') ? seenIn(node.value) : node.value;
  return 'children' in node ? node.children.map(seenOf).join('') : '';
};

const isRight = (markdown: string, nodes: readonly Nodes[]): boolean =>
  seenIn(markdownToHtml(markdown, { features: { frontmatter: false } }).html) ===
  nodes.map(seenOf).join('').replaceAll(/\s+/g, '');

const alone = (block: RootContent): Root => ({ type: 'root', children: [block] });

/**
 * Writes a tree as Markdown and reads it again with the paper's own renderer. A block of which not exactly the same would
 * be seen is written with every sign escaped; if that doesn't help either, it is listed.
 */
export const provenMarkdown = (tree: Root, work: Work): string => {
  const markdown = markdownOf(tree);
  if (isRight(markdown, tree.children)) return markdown;
  const parts = tree.children.map((block): string => {
    const usual = markdownOf(alone(block)).trimEnd();
    if (block.type === 'footnoteDefinition' || isRight(usual, [block])) return usual;
    const safe = markdownOf(alone(block), 'safest').trimEnd();
    if (!isRight(safe, [block]) && block.type !== 'html') lose(work, 'words', seenOf(block), false);
    return safe;
  });
  return `${parts.join('\n\n')}\n`;
};
