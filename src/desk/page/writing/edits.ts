/** What is selected in a text; the same place twice is a caret. */
export interface Selected {
  start: number;
  end: number;
}

/** A replacement in a text, and what is selected after it. */
export interface Edit {
  from: number;
  to: number;
  by: string;
  select: Selected;
}

/** A text after an edit. */
export const edited = (text: string, { from, to, by }: Edit): string =>
  text.slice(0, from) + by + text.slice(to);

const isMarked = (text: string, { start, end }: Selected, mark: string): boolean => {
  if (text.slice(start - mark.length, start) !== mark || !text.startsWith(mark, end)) return false;
  // One asterisk of a pair is not emphasis.
  const sign = mark.charAt(0);
  return (
    mark.length > 1 ||
    text.charAt(start - 2) !== sign ||
    (text.charAt(start - 3) === sign && text.charAt(end + 2) === sign)
  );
};

/** Marks what is selected, without the spaces around it, or takes the marks away again: `**`, `*`, `~~`. */
export const marked = (text: string, selected: Selected, mark: string): Edit => {
  const words = text.slice(selected.start, selected.end);
  const start =
    selected.start + (words.trim() === '' ? 0 : words.length - words.trimStart().length);
  const end = Math.max(start, selected.start + words.trimEnd().length);
  const inner = text.slice(start, end);
  if (inner !== '' && isMarked(text, { start, end }, mark)) {
    const from = start - mark.length;
    return {
      from,
      to: end + mark.length,
      by: inner,
      select: { start: from, end: from + inner.length },
    };
  }
  const first = start + mark.length;
  return {
    from: start,
    to: end,
    by: mark + inner + mark,
    select: { start: first, end: first + inner.length },
  };
};

/** What the lines of a list, a quotation or a crosshead begin with. */
export type LineStart = '- ' | '1. ' | '> ' | '## ' | '### ';

const beginnings: Record<LineStart, RegExp> = {
  '- ': /^[-*+] /,
  '1. ': /^\d+[.)] /,
  '> ': /^> ?/,
  '## ': /^## +/,
  '### ': /^### +/,
};

/** The marks that another one takes the place of: a line is one kind of list, or one kind of crosshead. */
const replaced = (mark: LineStart): RegExp =>
  mark === '> ' ? /^(?!)/ : mark.startsWith('#') ? /^#{1,6} +/ : /^(?:[-*+]|\d+[.)]) /;

/** Begins each selected line with a mark, or takes it from all of them if all have it. */
export const withLineStart = (text: string, { start, end }: Selected, mark: LineStart): Edit => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, end - 1));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const isOff = filled.length > 0 && filled.every((line) => beginnings[mark].test(line));
  let number = 0;
  const by = lines
    .map((line) => {
      if (isOff) return line.replace(beginnings[mark], '');
      if (line.trim() === '' && lines.length > 1) return mark === '> ' ? '>' : line;
      number += 1;
      const sign = mark === '1. ' ? `${String(number)}. ` : mark;
      return sign + line.replace(replaced(mark), '');
    })
    .join('\n');
  const caret = start === end ? from + by.length : from;
  return { from, to, by, select: { start: caret, end: from + by.length } };
};

/** Puts something into a line in place of what is selected, and selects it or sets the caret after it. */
export const inLine = ({ start, end }: Selected, by: string, select?: Selected): Edit => {
  const caret = start + by.length;
  return {
    from: start,
    to: end,
    by,
    select: select
      ? { start: start + select.start, end: start + select.end }
      : { start: caret, end: caret },
  };
};

/** The place of a block: what is selected, an empty line, or the end of the paragraph around the caret. */
const placeOfBlock = (text: string, { start, end }: Selected, takes: boolean): Selected => {
  if (takes && start < end) return { start, end };
  const from = text.lastIndexOf('\n', end - 1) + 1;
  const [line = ''] = text.slice(from).split('\n');
  if (line.trim() === '') return { start: from, end: from + line.length };
  const rest = /\n[ \t]*(?=\n|$)/.exec(text.slice(end));
  const at = rest ? end + rest.index : text.length;
  return { start: at, end: at };
};

/** Two line breaks, less those that are there. */
const missingBreaks = (there: RegExpExecArray | null): string =>
  '\n'.repeat(Math.max(0, 3 - (there?.[0] ?? '').split('\n').length));

/**
 * Puts a block on lines of its own, with an empty line before and after it: where the caret is if its line is empty,
 * otherwise after the paragraph that it is in.
 * @param takes whether it takes the place of what is selected
 */
export const ownBlock = (text: string, selected: Selected, block: string, takes = false): Edit => {
  const { start: from, end: to } = placeOfBlock(text, selected, takes);
  const before = text.slice(0, from);
  const after = text.slice(to);
  const lead = before.trim() === '' ? '' : missingBreaks(/(?:\n[ \t]*)*$/.exec(before));
  const gap = after === '' ? '\n' : '';
  const tail = after.trim() === '' ? gap : missingBreaks(/^(?:[ \t]*\n)*/.exec(after));
  const caret = from + lead.length + block.length;
  return { from, to, by: lead + block + tail, select: { start: caret, end: caret } };
};
