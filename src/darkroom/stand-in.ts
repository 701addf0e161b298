import { crc32 } from 'node:zlib';

/** What pages know of a picture. */
export interface PictureFacts {
  /** A digest of its content. */
  digest: string;
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** True for a flat drawing, which is printed without loss. */
  drawing: boolean;
}

const keyword = 'stand-in';
const mark = Buffer.from(`${keyword}\0`, 'latin1');
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** The start of a JPEG: its size is all that anybody reads. */
const jpegHead = (width: number, height: number, text: Buffer): Buffer => {
  const comment = Buffer.alloc(4);
  comment.writeUInt16BE(0xff_fe);
  comment.writeUInt16BE(text.length + 2, 2);
  const frame = Buffer.from('ffc0000b08000000000101110000', 'hex').subarray(0, 13);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  // Astro's reader begins after the first segment.
  const first = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  return Buffer.concat([first, comment, text, frame, Buffer.from('ffd9', 'hex')]);
};

const pngHead = (width: number, height: number, text: Buffer): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('tEXt', text),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/**
 * Makes the file that Astro and Vite get instead of a picture: its size and its digest, without any of its content. So
 * nothing that the picture carries can be published by accident, no name of the picture's can upset them, and they need
 * not read and keep in memory the originals of a whole archive. A drawing's is a PNG, any other picture's a JPEG.
 * @param code a digest of the code that prints pictures: what other code printed gets another name
 */
export const standIn = ({ digest, width, height, drawing }: PictureFacts, code: string): Buffer =>
  (drawing ? pngHead : jpegHead)(
    width,
    height,
    Buffer.concat([mark, Buffer.from(`${digest} ${code}`, 'latin1')]),
  );

/** The digest of the picture that a file stands for; undefined if it is a picture itself. */
export const digestIn = (bytes: Uint8Array): string | undefined => {
  if (bytes.length > 512) return undefined;
  const text = Buffer.from(bytes).toString('latin1');
  const at = text.indexOf(`${keyword}\0`);
  return at < 0 ? undefined : /^[\da-f]{32}(?= )/.exec(text.slice(at + mark.length))?.[0];
};
