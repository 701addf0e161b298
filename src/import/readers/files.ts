import { createReadStream } from 'node:fs';

/** A file of a source, wherever it lies: on the disk, compressed, or in an archive. */
export interface SourceStream {
  /** As messages name it. */
  name: string;
  /** Its bytes, from the beginning. May be called again. Throws in the middle if the file is damaged. */
  open: () => AsyncIterable<Buffer>;
}

/** How much is read at once. */
const partSize = 256 * 1024;

/** A file on the disk. */
export const diskFile = (path: string, name: string): SourceStream => ({
  name,
  open: () => createReadStream(path, { highWaterMark: partSize }) as AsyncIterable<Buffer>,
});

/** Why something could not be done, in one line. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);

/** A stream as a text. @throws RangeError if it has more bytes than a text may have */
export const bytesOf = async (bytes: AsyncIterable<Buffer>, most: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > most) throw new RangeError(`it is larger than ${Math.round(most / 2 ** 20)} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
};

/** The first bytes of a file. @throws what opening it throws, unless some bytes came before */
export const headOf = async (file: SourceStream, size: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of file.open()) {
      parts.push(part);
      length += part.length;
      if (length >= size) break;
    }
  } catch (error) {
    // Whoever reads on is told.
    if (length === 0) throw error;
  }
  return Buffer.concat(parts).subarray(0, size);
};
