import { isUtf8 } from 'node:buffer';
import { type Mistake, UnreadableError } from './mistakes.ts';
import { readPaperFile } from './paper-file.ts';
import { soundText } from './sound-text.ts';

/** The most bytes that a text file may have: sixteen million. The Bible in English has four. */
const maxBytes = 16_000_000;

type Finding = Omit<Mistake, 'file'>;

const utf8 = 'text in UTF-8';
const howToSave =
  'Save it again as UTF-8: most programs offer the encoding under “Save as” or in the status bar.';

/** UTF-16 and UTF-32 have a zero byte in every character of a field's name. */
const isWide = (bytes: Buffer): boolean => {
  if (['fffe', 'feff', '0000feff'].some((mark) => bytes.toString('hex', 0, 4).startsWith(mark))) {
    return true;
  }
  const start = bytes.subarray(0, 1_000);
  return start.filter((byte) => byte === 0).length * 4 > start.length && start.length > 0;
};

/** Where bytes stop being UTF-8: no character of UTF-8 spans two lines, so each line is judged by itself. */
const whereItBreaks = (bytes: Buffer): string => {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', from);
    const one = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (!isUtf8(one)) {
      const [good = ''] = one.toString('utf8').split('\uFFFD');
      const after = good.trim() === '' ? '' : `, after “${good.trim().slice(-40)}”`;
      return `at line ${String(line)}${after}`;
    }
    from += one.length + 1;
  }
  return 'at its end';
};

const findingIn = (bytes: Buffer): Finding | undefined => {
  if (isWide(bytes)) return { found: 'text in UTF-16', expected: utf8, fix: howToSave };
  if (!isUtf8(bytes)) {
    const found = `letters that are not UTF-8, ${whereItBreaks(bytes)}: perhaps Windows-1252, Windows-1251 or the like`;
    return { found, expected: utf8, fix: howToSave };
  }
  return undefined;
};

/**
 * The text in the bytes of a file, without a byte order mark.
 * @param file its path as messages name it
 * @throws {UnreadableError} when it is not text in UTF-8
 */
export const textOf = (file: string, bytes: Buffer): string => {
  const finding = findingIn(bytes);
  if (finding) throw new UnreadableError({ file, ...finding });
  return soundText(file, bytes.toString('utf8'));
};

/**
 * Reads a text file of the paper.
 * @param file its absolute path
 * @param shown its path as messages name it
 * @param within the folders that links may lead to; left out, they may lead anywhere
 * @throws {UnreadableError} when it is not a file that can be read, or not text in UTF-8
 */
export const readTextFile = (file: string, shown: string, within?: readonly string[]): string => {
  const read = readPaperFile(file, within, maxBytes);
  if ('bytes' in read) return textOf(shown, read.bytes);
  const { kind, found, fix } = read.fault;
  const most = kind === 'large' ? ` of at most ${String(maxBytes / 1_000_000)} million bytes` : '';
  throw new UnreadableError({ file: shown, found, expected: `a text file${most}`, fix });
};
