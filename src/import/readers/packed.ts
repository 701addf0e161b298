import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { headOf, type SourceStream } from './files.ts';

/** More than any export unpacks to. Archives that are made to fill disks go far beyond. */
export const mostUnpacked = 8 * 2 ** 30;

/** How many files of an archive are looked at. */
const mostFiles = 10_000;

/** Passes bytes on until there are more than there may be. @throws RangeError then */
async function* limited(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > most) {
      throw new RangeError(`it unpacks to more than ${Math.round(most / 2 ** 20)} MB`);
    }
    yield part;
  }
}

/** A file that gzip has made smaller, unpacked as it is read. */
const gunzipped = (file: SourceStream, most: number): SourceStream => ({
  name: file.name,
  open: async function* () {
    const packed = Readable.from(file.open(), { objectMode: false });
    const unpacked = createGunzip();
    packed.on('error', (error) => unpacked.destroy(error));
    try {
      yield* limited(packed.pipe(unpacked) as AsyncIterable<Buffer>, most);
    } finally {
      packed.destroy();
      unpacked.destroy();
    }
  },
});

/** Whether a name in an archive may be that of a source. */
const isWanted = ({ fileName }: Entry): boolean =>
  /\.(?:xml|wxr|rss|atom|rdf|json|gz)$/i.test(fileName) &&
  !/(?:^|\/)(?:__MACOSX\/|\._)/.test(fileName);

const entriesOf = async (zip: ZipFile): Promise<Entry[]> => {
  const entries: Entry[] = [];
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen > mostFiles) break;
    if (isWanted(entry)) entries.push(entry);
  }
  return entries;
};

const options = { lazyEntries: true, autoClose: false } as const;

/**
 * The files of a source in a ZIP archive. Names in it are only shown, never used as paths.
 * @throws Error if it is no archive, or is damaged
 */
const filesInZip = async (path: string, name: string, most: number): Promise<SourceStream[]> => {
  const zip = await openPromise(path, options);
  try {
    const entries = await entriesOf(zip);
    const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (total > most) {
      throw new RangeError(`it unpacks to more than ${Math.round(most / 2 ** 20)} MB`);
    }
    return entries
      .sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
      .map((entry) => ({
        name: `${name} → ${entry.fileName}`,
        open: async function* () {
          const archive = await openPromise(path, options);
          try {
            const bytes = await archive.openReadStreamPromise(entry);
            yield* limited(bytes as AsyncIterable<Buffer>, entry.uncompressedSize);
          } finally {
            archive.close();
          }
        },
      }));
  } finally {
    zip.close();
  }
};

const begins = (head: Buffer, ...bytes: number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

/**
 * The plain files in a file: itself, what gzip has made smaller, or those of a ZIP archive. It is told by its first bytes.
 * @param path of the file on the disk
 * @param most bytes that it may unpack to
 * @throws Error if it is damaged or too large
 */
export const unpack = async (
  path: string,
  file: SourceStream,
  most = mostUnpacked,
): Promise<SourceStream[]> => {
  const head = await headOf(file, 4);
  const isZip = begins(head, 0x50, 0x4b, 0x03, 0x04) || begins(head, 0x50, 0x4b, 0x05, 0x06);
  const files = isZip ? await filesInZip(path, file.name, most) : [file];
  return Promise.all(
    files.map(async (each) =>
      begins(await headOf(each, 2), 0x1f, 0x8b) ? gunzipped(each, most) : each,
    ),
  );
};
