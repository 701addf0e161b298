import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What most files fit into, in bytes. */
const atFirst = 256 * 1024;

/**
 * Makes a function that reads one whole file after another into the same memory, so what it returns is good until the
 * next. Memory of its own for each of thousands of files makes Node look through its whole heap again and again, for
 * what of it may be let go.
 */
export const readerInTurn = (): ((file: string) => Buffer) => {
  let room = Buffer.allocUnsafeSlow(atFirst);
  return (file) => {
    const opened = openSync(file, 'r');
    try {
      let end = 0;
      // One byte more than it has, to see that it ends there.
      let needed = fstatSync(opened).size + 1;
      for (;;) {
        if (needed > room.length) {
          const larger = Buffer.allocUnsafeSlow(2 * needed);
          room.copy(larger, 0, 0, end);
          room = larger;
        }
        const read = readSync(opened, room, end, room.length - end, null);
        if (read === 0) return room.subarray(0, end);
        end += read;
        needed = end + 1;
      }
    } finally {
      closeSync(opened);
    }
  };
};
