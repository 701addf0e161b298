import { isUtf8 } from 'node:buffer';
import { characterOf } from './windows-1252.ts';

/** How many bytes a sequence has, by its first one; 0 if none begins with it. */
const lengthFrom = (lead: number): number => {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
};

/** How many bytes the sequence at `at` has; 0 if it is not UTF-8. */
export const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const length = lengthFrom(bytes[at] ?? 0xff);
  if (length < 2) return length;
  return isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length ? length : 0;
};

/** How many bytes at the end are the beginning of a sequence that goes on in the next part. */
export const unfinished = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0x80 && byte <= 0xbf) continue;
    return lengthFrom(byte) > back ? back : 0;
  }
  return 0;
};

/** A character beyond the basic plane that a database wrote as two halves of three bytes each (CESU-8). */
const halves = (bytes: Uint8Array, at: number): string | undefined => {
  const [lead, high = 0, low = 0, next, high2 = 0, low2 = 0] = bytes.subarray(at, at + 6);
  const isPair = lead === 0xed && next === 0xed && high >> 4 === 0xa && high2 >> 4 === 0xb;
  if (!isPair) return undefined;
  const unit = (first: number, second: number): number =>
    0xd000 | ((first & 0x3f) << 6) | (second & 0x3f);
  return String.fromCharCode(unit(high, low), unit(high2, low2));
};

/**
 * Reads bytes that should be UTF-8. Whatever is not is read as Windows-1252, byte by byte, so that right letters beside it
 * stay right.
 * @returns the text, and how many bytes were not UTF-8
 */
export const readUtf8 = (bytes: Buffer): { text: string; mended: number } => {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), mended: 0 };
  const parts: string[] = [];
  let mended = 0;
  let from = 0;
  let at = 0;
  const mend = (text: string, length: number): void => {
    parts.push(bytes.toString('utf8', from, at), text);
    at += length;
    from = at;
    mended += length;
  };
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    const character = halves(bytes, at);
    if (character === undefined) mend(characterOf(byte), 1);
    else mend(character, 6);
  }
  parts.push(bytes.toString('utf8', from));
  return { text: parts.join(''), mended };
};
