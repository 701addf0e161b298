import { mendTwice } from '../encoded-twice.ts';
import type { Place, Repairs } from '../repairs.ts';

// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * A copy that does not hold on to the part of the file that it was cut from: of thousands of titles, each would keep its part
 * in memory.
 */
export const detached = (text: string): string => Buffer.from(text).toString();

/** How long a text is of which a copy is worth its while. */
const short = 4096;

/**
 * A value without control characters, without letters that were encoded twice, and without blanks and line ends around it.
 * @param place where it is, for the count of repairs
 */
export const cleanValue = (text: string, repairs: Repairs, place: () => Place): string => {
  let result = text.trim();
  const found = result.match(controls)?.length ?? 0;
  if (found > 0) {
    repairs.count('control', place(), found);
    // Line and page feeds part words; the others do not.
    result = result.replace(controls, (control) => (/[\v\f]/.test(control) ? ' ' : '')).trim();
  }
  const { text: mendedText, mended } = mendTwice(result);
  if (mended > 0) {
    repairs.count('twice', place(), mended);
    result = mendedText;
  }
  return result.length < short ? detached(result) : result;
};
