import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Body, BodySetting, SourceText } from '../model.ts';
import { boxes } from './boxes.ts';
import { countWords } from './count-words.ts';
import { flowOf } from './flow.ts';
import { paragraph, text as wordsNode } from './mdast.ts';
import { plainParagraphs } from './plain.ts';
import { prepare } from './prepare.ts';
import { provenMarkdown } from './proof.ts';
import { settleFiles } from './settle.ts';
import { sourceTree } from './source-tree.ts';
import { unlessTooDeep } from './too-deep.ts';
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
  const rest = [...work.notes.keys()].filter((id) => !work.noteNumbers.has(id)).flatMap(blocksOf);
  return [...rest, ...done];
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
  return {
    markdown,
    files,
    words: countWords(root),
    shortcodes: [...work.shortcodes],
    embeds: work.embeds,
    losses: work.losses,
  };
};

/** The words alone, of a text that is nested too deep. */
const wordsAlone = (text: SourceText, work: Work): Body => {
  lose(work, 'markup', 'elements that are nested too deep: only the words were kept', false);
  const root: Root = {
    type: 'root',
    children: plainParagraphs(text.value).map((words) => paragraph([wordsNode(words)])),
  };
  const markdown = provenMarkdown(root, work);
  return {
    markdown,
    files: [],
    words: countWords(root),
    shortcodes: [],
    embeds: [],
    losses: work.losses,
  };
};

/**
 * Turns the text of an older site into Markdown of the paper, with marks where files will be. No visible word is lost, and
 * nothing that could run or load is written: the Markdown is made from a tree of words, of which all are escaped, and of
 * the few elements of HTML that bodies may have.
 */
export const bodyOf = (text: SourceText, setting: BodySetting): Body =>
  unlessTooDeep(
    () => bodyFrom(text, startWork(setting)),
    () => wordsAlone(text, startWork(setting)),
  );
