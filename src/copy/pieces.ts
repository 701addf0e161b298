import { markdownToHtml, type Position } from 'satteri';

/** A piece of Markdown as it is written, and where it starts. */
export interface Piece {
  source: string;
  start: number;
}

/** Finds the raw HTML in Markdown, tags in sentences and blocks, and what it strikes out. Visitors are much faster than the whole tree. */
export const piecesOf = (markdown: string): { html: Piece[]; struck: Piece[] } => {
  const html: Piece[] = [];
  const struck: Piece[] = [];
  const pieceAt = (position: Position | undefined): Piece => {
    const start = position?.start.offset ?? 0;
    return { source: markdown.slice(start, position?.end.offset), start };
  };
  markdownToHtml(markdown, {
    // A rule (---) at the top of a body is no frontmatter.
    features: { frontmatter: false },
    mdastPlugins: [
      {
        name: 'collect-pieces',
        options: { position: true },
        html: ({ position }) => {
          html.push(pieceAt(position));
        },
        delete: ({ position }) => {
          struck.push(pieceAt(position));
        },
      },
    ],
  });
  return { html, struck };
};
