import { hash } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolders } from '../config/folders.ts';
import { readKept, writeKept } from '../kept.ts';
import type { Digests } from './printed-addresses.ts';

/** An address that is not as it was when it was last announced. Without a digest, nothing is there any more. */
export interface Change {
  address: string;
  digest: string | undefined;
}

/** What one receiver was told: the digest that each address had when it was last announced. */
export interface Memory {
  /** Undefined before the first announcement. */
  told: Digests | undefined;
  /** Notes that the receiver knows of these changes. It is kept at once: whoever stops now does not lose it. */
  note: (changes: readonly Change[]) => void;
}

/**
 * Opens the memory of a receiver.
 * @param receiver its name and address: what somebody else was told does not count
 */
export const openMemory = (cacheDir: string, receiver: string): Memory => {
  const name = `${hash('sha256', receiver, 'hex').slice(0, 16)}.json`;
  const file = join(cacheDir, cacheFolders.announced, name);
  const kept = readKept(file);
  const told = kept && new Map(JSON.parse(kept.toString('utf8')) as [string, string][]);
  const now = new Map(told);
  return {
    told,
    note: (changes) => {
      for (const { address, digest } of changes) {
        if (digest === undefined) now.delete(address);
        else now.set(address, digest);
      }
      writeKept(file, JSON.stringify([...now]));
    },
  };
};

/**
 * What changed since a receiver was told, in the order of the paper, then what is gone.
 * @param front the front page's address: what a receiver was told of another site is not gone from this one
 */
export const changesSince = (told: Digests, now: Digests, front: string): Change[] => [
  ...[...now].flatMap(([address, digest]) =>
    told.get(address) === digest ? [] : [{ address, digest }],
  ),
  ...[...told.keys()].flatMap((address) =>
    now.has(address) || !address.startsWith(front) ? [] : [{ address, digest: undefined }],
  ),
];
