import { relative, sep } from 'node:path';

/** Characters that would break the line or turn it round. */
const unruly = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const escaped = (letter: string): string =>
  letter === '\n'
    ? '\\n'
    : letter === '\r'
      ? '\\r'
      : `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;

/** Paths as mistakes and messages show them: from the paper's folder, with forward slashes, on one line. */
export const shownPath = (file: string, paperDir: string): string =>
  relative(paperDir, file).split(sep).join('/').replaceAll(unruly, escaped);
