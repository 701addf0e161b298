import { markdownToMdast, type MdastNode } from 'satteri';

/** A part of a body that Markdown leaves out by its own rules (GFM). */
export interface UnseenPart {
  /** A cell beyond the last column of its table, or a note that nothing refers to, or whose name another note has. */
  what: 'cell' | 'lone note' | 'second note';
  /** The cell as it is written, or the note's name. */
  text: string;
  /** Where it is in the body. */
  offset: number;
}

const nodesOf = (node: MdastNode): MdastNode[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
];

const maybeNotes = /\[\^[^\]]+\]:/;
const maybeTable = /\|[ \t]*:?-+|-+:?[ \t]*\|/;

/** Finds the parts of a body that no renderer of Markdown would print. */
export const unseenParts = (markdown: string): UnseenPart[] => {
  if (!maybeNotes.test(markdown) && !maybeTable.test(markdown)) return [];
  const nodes = nodesOf(markdownToMdast(markdown, { features: { frontmatter: false } }));
  const at = ({ position }: MdastNode): number => position?.start.offset ?? 0;
  const cells = nodes.flatMap((table) => {
    if (table.type !== 'table') return [];
    const columns = table.children[0]?.children.length ?? 0;
    return table.children.flatMap((row) => row.children.slice(columns));
  });
  const used = new Set(
    nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
  );
  const named = new Set<string>();
  return [
    ...cells.flatMap((cell): UnseenPart[] => {
      const source = markdown.slice(at(cell), cell.position?.end.offset);
      const text = source.replaceAll(/^\||\|$/g, '').trim();
      return text === '' ? [] : [{ what: 'cell', text, offset: at(cell) }];
    }),
    ...nodes.flatMap((note): UnseenPart[] => {
      if (note.type !== 'footnoteDefinition') return [];
      const { identifier, label } = note;
      const isSecond = named.has(identifier);
      named.add(identifier);
      if (used.has(identifier) && !isSecond) return [];
      const what = isSecond ? 'second note' : 'lone note';
      return [{ what, text: label ?? identifier, offset: at(note) }];
    }),
  ];
};
