import { type Mistake, UnreadableError } from './mistakes.ts';

type Finding = Omit<Mistake, 'file'>;

const lineOf = (text: string, index: number): number =>
  text.slice(0, index).split(/\r\n|\r|\n/).length;

/** Control characters without a meaning in text (C0 without tab and line ends, DEL, C1 without NEL), and noncharacters. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/;

/** What a conversion leaves in place of letters that it did not know. */
const replacement = '\uFFFD';

const lostIn = (text: string): Finding | undefined => {
  const at = text.indexOf(replacement);
  if (at === -1) return undefined;
  return {
    found: `the sign ${replacement} at line ${String(lineOf(text, at))}: a wrong conversion put it where letters were`,
    expected: 'the letters',
    fix: 'Take the text from where it came from again, or write the letters; &#xFFFD; prints the sign itself.',
  };
};

const invisibleIn = (text: string): Finding | undefined => {
  const at = text.search(unprintable);
  if (at === -1) return undefined;
  const code = (text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    found: `a control character (U+${code}) at line ${String(lineOf(text, at))}`,
    expected: 'text: letters, spaces and line breaks',
    fix: 'Delete it: most programs show it as a box or a dot.',
  };
};

/**
 * A text without a byte order mark.
 * @param file its path as messages name it
 * @throws {UnreadableError} when it has control characters, or signs in place of letters that were lost
 */
export const soundText = (file: string, written: string): string => {
  const text = written.replace(/^\uFEFF/, '');
  const bad = invisibleIn(text) ?? lostIn(text);
  if (bad) throw new UnreadableError({ file, ...bad });
  return text;
};
