import { escapeWords } from '../../../import/words/escape-words.ts';

const nowhere = {
  isStart: false,
  isCell: false,
  isHeading: false,
  isLabel: false,
  isComment: false,
};

const oneLine = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** Plain words in the middle of a line of Markdown. */
const wordsInLine = (words: string): string => escapeWords(oneLine(words), nowhere);

/** Plain words at the start of a line. */
const wordsAtStart = (words: string): string =>
  escapeWords(oneLine(words), { ...nowhere, isStart: true });

const label = (words: string): string => escapeWords(oneLine(words), { ...nowhere, isLabel: true });

/** An address in Markdown: what would end it is encoded. */
const target = (address: string): string =>
  address
    .trim()
    .replaceAll(
      /[\s()<>\\]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
    );

/**
 * A link.
 * @param text plain words; what was selected is Markdown already: `isMarkdown`
 */
export const linkTo = (address: string, text: string, isMarkdown = false): string =>
  `[${isMarkdown ? text : label(text)}](${target(address)})`;

const quotedLines = (words: string): string[] =>
  words
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? '>' : `> ${wordsAtStart(line)}`));

/** A pull quote; `who` may be empty. */
export const pullQuote = (words: string, who: string): string =>
  [
    '> [!quote]',
    ...quotedLines(words),
    ...(who.trim() === '' ? [] : ['>', `> — ${wordsInLine(who)}`]),
  ].join('\n');

const htmlText = (words: string): string =>
  oneLine(words).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A box that opens: a title, and Markdown in it. */
export const box = (title: string, markdown: string): string =>
  `<details><summary>${htmlText(title)}</summary>\n\n${markdown.trim()}\n\n</details>`;

/** A recording with its title, on a line of its own. */
export const recording = (address: string, title: string): string => linkTo(address, title);

const cell = (words: string): string =>
  escapeWords(oneLine(words), { ...nowhere, isStart: true, isCell: true });

/** A table: the first row is its head. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...others] = rows.map((row) => `| ${row.map(cell).join(' | ')} |`);
  return [head, `| ${(rows[0] ?? []).map(() => '---').join(' | ')} |`, ...others].join('\n');
};

/** A picture in the text, with the name of its file beside the story. */
export interface BodyPicture {
  name: string;
  alt: string;
  caption?: string;
  credit?: string;
}

/** A title of Markdown in double quotes. A bar between spaces is what parts caption and credit, so words have none. */
const titleOf = (caption: string, credit: string): string => {
  const inner = (words: string): string =>
    oneLine(words)
      .replaceAll(/(^|\s)\|(?=\s|$)/g, '$1–')
      .replaceAll(/[\\"&<~]/g, (sign) => `\\${sign}`);
  if (credit === '') return inner(caption);
  return `${inner(caption)} | ${inner(credit)}`.trim();
};

const picture = ({ name, alt, caption = '', credit = '' }: BodyPicture): string => {
  const title = titleOf(caption.trim(), credit.trim());
  return `![${label(alt)}](./${target(name)}${title === '' ? '' : ` "${title}"`})`;
};

/** A figure; of several pictures, a gallery. */
export const figure = (pictures: readonly BodyPicture[]): string =>
  pictures.map(picture).join('\n');

/** A footnote: its number in the text, and its words, which stand at the end. */
export interface Footnote {
  mark: string;
  note: string;
}

/** A footnote with the first number that no other has. */
export const footnote = (body: string, words: string): Footnote => {
  const taken = new Set(Array.from(body.matchAll(/\[\^([^\]\s]+)\]/g), ([, name]) => name));
  let number = 1;
  while (taken.has(String(number))) number += 1;
  const mark = `[^${String(number)}]`;
  return { mark, note: `${mark}: ${wordsAtStart(words)}` };
};
