import { type Attributes, readAttributes } from './attributes.ts';
import { type Names, type Tag, tokensOf } from './shortcode-tags.ts';

/** A shortcode as found in a text, or the words between two of them. */
export type Piece = string | Shortcode;

/** A shortcode with what is between its two tags. */
export interface Shortcode extends Attributes {
  /** In lower case. */
  name: string;
  /** The opening tag, as written. */
  tag: string;
  /** Between the tags, as written. */
  raw: string;
  inner: Piece[];
  /** True if it has a closing tag. */
  isClosed: boolean;
}

/**
 * The closing tag of each opening one. It belongs to the last of its name that is open; what was opened since has no end
 * of its own.
 */
const pairs = (tags: readonly Tag[]): Map<Tag, Tag> => {
  const found = new Map<Tag, Tag>();
  const open: Tag[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number): number => {
    const sum = (counts.get(name) ?? 0) + by;
    counts.set(name, sum);
    return sum;
  };
  for (const tag of tags) {
    if (tag.kind === 'opening') {
      open.push(tag);
      count(tag.name, 1);
    } else if (tag.kind === 'closing' && count(tag.name, 0) > 0) {
      for (let last = open.pop(); last; last = open.pop()) {
        count(last.name, -1);
        if (last.name !== tag.name) continue;
        found.set(last, tag);
        break;
      }
    }
  }
  return found;
};

/** Reads the shortcodes of a text. Closing tags of unknown names that close nothing are words. */
export const shortcodesIn = (text: string, names: Names): Piece[] => {
  const tokens = tokensOf(text, names);
  const ends = pairs(tokens.filter((token) => typeof token !== 'string'));
  const closing = new Set(ends.values());
  const root: Piece[] = [];
  const open: Piece[][] = [root];
  for (const token of tokens) {
    const pieces = open.at(-1) ?? root;
    if (typeof token === 'string') pieces.push(token);
    else if (token.kind !== 'closing') {
      const { name, tag, to } = token;
      const end = ends.get(token);
      const attributes = readAttributes(token.rest.replace(/\/\s*$/, ''));
      const raw = end ? text.slice(to, end.from) : '';
      const piece: Shortcode = { ...attributes, name, tag, raw, inner: [], isClosed: !!end };
      pieces.push(piece);
      if (end) open.push(piece.inner);
    } else if (closing.has(token)) open.pop();
    else if (!names.isKnown(token.name)) pieces.push(token.tag);
  }
  return root;
};
