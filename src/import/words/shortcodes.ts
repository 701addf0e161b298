import { isCertain, isRaw, kindOf, showOf } from './shortcodes/table.ts';
import type { ShortcodeHelp } from './shortcodes/make.ts';
import { type Piece, type Shortcode, shortcodesIn } from './shortcode-tree.ts';
import { lose, type Work } from './work.ts';

/** Deeper than any page builder nests; a text that goes on from there was made to break readers. */
const deepest = 60;

const hasBoxes =
  /<(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|figure|pre|hr|section|article|details|iframe|x-slot)\b|\n[^\S\n]*\n/i;

/** Whether something in brackets is a shortcode, and not words. */
const isShortcode = ({ name, tag, isClosed, hasQuoted, named, bare }: Shortcode): boolean => {
  if (isClosed) return true;
  const hasNamed = Object.keys(named).length > 0;
  if (kindOf(name) === undefined) return hasQuoted || (hasNamed && /[_\d-]/.test(name));
  if (hasNamed || hasQuoted) return true;
  const isAsRegistered = tag.startsWith(`[${name}`);
  return (
    isAsRegistered && (isCertain(name) || bare.some((value) => /^:?https?:|^\d+$/.test(value)))
  );
};

/** Titles of boxes that nobody knows are most likely shown above what is in them. */
const unknown = (code: Shortcode, html: string, work: Work): string => {
  work.shortcodes.add(code.name);
  if (work.setting.shortcodes?.[code.name] === 'drop') {
    lose(work, 'shortcode', code.tag, true);
    return ' ';
  }
  lose(work, 'shortcode', code.isClosed ? `[${code.name}]` : code.tag, code.isClosed);
  if (!code.isClosed) return ' ';
  const title = code.named['title'] ?? code.named['heading'] ?? '';
  const head = /\p{L}/u.test(title) ? `<p><strong>${title}</strong></p>` : '';
  if (head !== '' || hasBoxes.test(html)) return `<div>${head}${html}</div>`;
  return `<x-part>${html}</x-part>`;
};

const shown = (
  code: Shortcode,
  inner: (code: Shortcode) => string,
  help: ShortcodeHelp,
): string => {
  const { name, tag, isClosed } = code;
  const { work } = help;
  if (!isShortcode(code)) return tag + inner(code);
  switch (kindOf(name)) {
    case 'members':
      if (code.raw.trim() !== '') lose(work, 'words for members', tag, false);
      return ' ';
    case 'furniture':
      lose(work, 'shortcode', tag, true);
      return isClosed ? `<div>${inner(code)}</div>` : ' ';
    case 'elsewhere':
      lose(work, 'shortcode', tag, isClosed);
      return isClosed ? `<div>${inner(code)}</div>` : ' ';
    case 'shown':
      return showOf(name)?.(code, help) ?? '';
    case undefined:
      return unknown(code, inner(code), work);
  }
};

/**
 * Replaces the shortcodes of a text by HTML. Known ones become what they show; unknown ones leave the words between their
 * tags; words in brackets that are no shortcode stay.
 */
export const withoutShortcodes = (
  text: string,
  work: Work,
  apart: (html: string) => string,
): string => {
  if (!text.includes('[')) return text;
  const pieces = shortcodesIn(text, { isKnown: (name) => kindOf(name) !== undefined, isRaw });
  const write = (some: readonly Piece[], depth: number): string =>
    some
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        if (depth > deepest) return wordsOf(piece.inner);
        const inner = (code: Shortcode): string => write(code.inner, depth + 1);
        return shown(piece, inner, { work, inner, apart });
      })
      .join('');
  return write(pieces, 0);
};

/** The words of pieces that are nested too deep, without their tags. */
const wordsOf = (pieces: readonly Piece[]): string => {
  const words: string[] = [];
  const open = pieces.toReversed();
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    if (typeof piece === 'string') words.push(piece);
    else open.push(...piece.inner.toReversed());
  }
  return words.join(' ');
};
