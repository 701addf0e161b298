import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Body, BodySetting, SourceText } from '../model.ts';
import { boxes } from './boxes.ts';
import { flowOf } from './flow.ts';
import { plainLines } from './plain.ts';
import { prepare } from './prepare.ts';
import { provenMarkdown } from './proof.ts';
import { countWords, settleFiles } from './settle.ts';
import { sourceTree } from './source-tree.ts';
import { fillSlots, markBoxes, parsed } from './tree.ts';
import { lose, startWork, type Work } from './work.ts';

/** The notes that the text refers to, in order, and those that it only lists. */
const notesOf = (work: Work): RootContent[] => {
  const done: RootContent[] = [];
  const blocksOf = (id: string): RootContent[] => {
    const nodes =
      work.noteTrees.get(id) ?? fillSlots(parsed(work.notes.get(id) ?? ''), work).children;
    markBoxes({ type: 'root', children: nodes }, work.boxes);
    return flowOf(work, boxes).blocks(nodes);
  };
  for (const [id, number] of work.noteNumbers) {
    const children = blocksOf(id) as FootnoteDefinition['children'];
    done.push({
      type: 'footnoteDefinition',
      identifier: String(number),
      label: String(number),
      children,
    });
  }
  if (!work.listsNotes) return done;
  for (const id of work.notes.keys()) if (!work.noteNumbers.has(id)) done.unshift(...blocksOf(id));
  return done;
};

const bodyFrom = (text: SourceText, work: Work): Body => {
  const tree = sourceTree(text, work);
  prepare(tree, work);
  const children = flowOf(work, boxes).blocks(tree.children);
  // A rule at the top would be taken for the frontmatter's.
  while (children[0]?.type === 'thematicBreak') children.shift();
  while (children.at(-1)?.type === 'thematicBreak') children.pop();
  const root: Root = { type: 'root', children: [...children, ...notesOf(work)] };
  const files = settleFiles(root, text.value, work);
  const markdown = root.children.length === 0 ? '' : provenMarkdown(root, work);
  return { markdown, files, words: countWords(root), embeds: work.embeds, losses: work.losses };
};

/**
 * Turns the text of an older site into Markdown of the paper, with marks where files will be. No visible word is lost, and
 * nothing that could run or load is written: the Markdown is made from a tree of words, of which all are escaped, and of
 * the few elements of HTML that bodies may have.
 */
export const bodyOf = (text: SourceText, setting: BodySetting): Body => {
  const work = startWork(setting);
  try {
    return bodyFrom(text, work);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested so deep that no stack holds it: no editor writes that. Its words are still words.
    const plain = startWork(setting);
    lose(plain, 'markup', 'elements that are nested too deep: only the words were kept', false);
    const paragraphs = plainLines(text.value).split('\n\n').filter(Boolean);
    const root: Root = {
      type: 'root',
      children: paragraphs.map((value) => ({
        type: 'paragraph',
        children: [{ type: 'text', value: value.replaceAll('\n', ' ') }],
      })),
    };
    return {
      markdown: provenMarkdown(root, plain),
      files: [],
      words: countWords(root),
      embeds: [],
      losses: plain.losses,
    };
  }
};
