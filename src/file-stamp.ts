import { statSync } from 'node:fs';

/** The nanoseconds within which a file system may give two changes the same time: clocks tick every few milliseconds. */
const tick = 100_000_000n;

const second = 1_000_000_000n;

const nanoseconds = (milliseconds: number): bigint => BigInt(Math.floor(milliseconds)) * 1_000_000n;

/**
 * What a file system says of a file without reading it: its size, which file it is, and when its content and its facts
 * last changed. Nobody can set the last of them, so a file whose stamp is the same holds what it held, whatever `touch`,
 * `cp -p` or an editor did to its other times; one that was touched or restored has another stamp and has to be read.
 * @param now the moment, in milliseconds since 1970
 * @returns undefined if there is no such file, if it changed so recently that a later change might have the same stamp,
 *   or on a file system that knows only whole seconds
 */
export const stampOf = (file: string, now: number = Date.now()): string | undefined => {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const { size, ino, mtimeNs, ctimeNs } = stat;
  const isCoarse = ctimeNs % second === 0n;
  if (isCoarse || ctimeNs > nanoseconds(now) - tick) return undefined;
  return [size, ino, mtimeNs, ctimeNs].map((part) => part.toString(36)).join('.');
};
