import { isAscii, isUtf8 } from 'node:buffer';
import type { Repairs } from './repairs.ts';
import { readUtf8, unfinished } from './utf-8.ts';

/** How much of a file is looked at to find out its encoding. */
const headSize = 4096;

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

const markOf = (head: Buffer): (typeof marks)[number] | undefined =>
  marks.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));

const decoderOf = (encoding: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined; // A name that nobody knows: read it as UTF-8.
  }
};

/** The decoder of an encoding that a file declares; undefined for UTF-8, and where the bytes contradict it. */
const declared = (head: Buffer): TextDecoder | undefined => {
  const start = head.toString('latin1');
  const name = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1];
  if (name === undefined || /^(?:utf-?8|us-ascii|utf-?16.*|ucs.*)$/i.test(name)) return undefined;
  return decoderOf(name);
};

/** The parts of a stream, with the first ones joined until they reach the size of a head. */
async function* withHead(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const part of bytes) {
    if (head === undefined) yield part;
    else {
      head = Buffer.concat([head, part]);
      if (head.length < headSize) continue;
      yield head;
      head = undefined;
    }
  }
  if (head !== undefined && head.length > 0) yield head;
}

/**
 * The text of a file, part by part. The encoding is that of its byte order mark, else the declared one (XML), else UTF-8.
 * Bytes that are no UTF-8 are read as Windows-1252 and counted. A file that declares an older encoding and yet is UTF-8
 * is read as UTF-8.
 */
export async function* textOf(
  bytes: AsyncIterable<Buffer>,
  repairs: Repairs,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  let isSettled = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of withHead(bytes)) {
    let part = chunk;
    if (isFirst) {
      const mark = markOf(part);
      part = part.subarray(mark?.[1].length ?? 0);
      decoder =
        mark === undefined ? declared(part) : mark[0] === 'utf-8' ? undefined : decoderOf(mark[0]);
      isSettled = mark !== undefined || decoder === undefined;
      isFirst = false;
    }
    if (!isSettled && !isAscii(part)) {
      if (isUtf8(part.subarray(0, part.length - unfinished(part)))) decoder = undefined;
      isSettled = true;
    }
    if (decoder !== undefined) {
      yield decoder.decode(part, { stream: true });
      continue;
    }
    if (rest.length > 0) part = Buffer.concat([rest, part]);
    const end = part.length - unfinished(part);
    const { text, mended } = readUtf8(part.subarray(0, end));
    repairs.count('windows1252', undefined, mended);
    rest = part.subarray(end);
    yield text;
  }
  if (decoder !== undefined) yield decoder.decode();
  else if (rest.length > 0) {
    const { text, mended } = readUtf8(rest);
    repairs.count('windows1252', undefined, mended);
    yield text;
  }
}
