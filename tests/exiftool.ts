import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExifTool } from 'exiftool-vendored';

/** What exiftool finds in a file: values by their group and name, such as `XMP-dc:Creator`. */
export type FileTags = Readonly<Record<string, unknown>>;

/** ExifTool, by which tests hold what is written into pictures, and what is read from them, to what others read and write. */
export interface Tags {
  read: (bytes: Uint8Array, ending: string) => Promise<FileTags>;
  /** Writes tags into a picture, as its own command line names them: `-XMP-dc:Creator=Jane Doe`. */
  write: (bytes: Uint8Array, ending: string, tags: readonly string[]) => Promise<Buffer>;
  end: () => Promise<void>;
}

/** Starts exiftool. It ends with {@link Tags.end}. */
export const startExiftool = (): Tags => {
  const tool = new ExifTool({ maxProcs: 1, taskTimeoutMillis: 60_000 });
  const folder = mkdtempSync(join(tmpdir(), 'tags-'));
  let count = 0;
  const put = (bytes: Uint8Array, ending: string): string => {
    count += 1;
    const file = join(folder, `${String(count)}.${ending}`);
    writeFileSync(file, bytes);
    return file;
  };
  return {
    read: (bytes, ending) =>
      tool.readRaw<FileTags>(put(bytes, ending), { readArgs: ['-G1', '-a', '-n'] }),
    write: async (bytes, ending, tags) => {
      const file = put(bytes, ending);
      await tool.write(file, {}, { writeArgs: ['-overwrite_original', '-n', ...tags] });
      return readFileSync(file);
    },
    end: async () => {
      await tool.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What exiftool finds in one file. */
export const tagsOf = async (bytes: Uint8Array, ending: string): Promise<FileTags> => {
  const tool = startExiftool();
  try {
    return await tool.read(bytes, ending);
  } finally {
    await tool.end();
  }
};
