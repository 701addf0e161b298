import { join } from 'node:path';
import { z } from 'zod';
import { readKept, writeKept } from '../kept.ts';
import type { Facts } from './examine.ts';
import { sourceType } from '../schemas/source-type.ts';
import type { ContentFault } from './kinds.ts';

/** What was found out about pictures, by the digests of their content. */
export interface Memory {
  recall: (digest: string) => Facts | ContentFault | undefined;
  learn: (digest: string, found: Facts | ContentFault) => void;
  /** Writes down what was recalled or learnt since it was last called, and forgets the rest, if it can be written. */
  keep: () => void;
}

const words = z.string().optional();
const texts = z.strictObject({
  ...{ alt: words, caption: words, credit: words, makers: z.array(z.string()).optional() },
  ...{ rights: words, license: words, licensor: words, source: sourceType.optional() },
  sealed: z.literal(true).optional(),
});
const facts = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  frames: z.int().nonnegative(),
  drawing: z.boolean(),
  texts: texts.optional(),
});
const fault = z.strictObject({ what: z.string(), expected: z.string(), fix: z.string() });
const known = z.record(z.string(), z.union([facts, fault]));

/** Whatever is wrong with the file, its pictures are examined again. */
const readKnown = (file: string, code: string): Map<string, Facts | ContentFault> => {
  try {
    const [of, text = ''] = readKept(file)?.toString('utf8').split('\n') ?? [];
    return new Map(of === code ? Object.entries(known.parse(JSON.parse(text))) : []);
  } catch {
    return new Map();
  }
};

/**
 * Opens the memory of the darkroom, so that no picture is decoded in each check again. It says which
 * code it is from, so that what older code found is not believed.
 * @param folder absolute path of the folder that is kept between builds; it need not exist
 * @param code a digest of the code that examines pictures
 */
export const openMemory = (folder: string, code: string): Memory => {
  const file = join(folder, 'pictures.json');
  let before = readKnown(file, code);
  let now = new Map<string, Facts | ContentFault>();
  return {
    recall: (digest) => {
      const found = now.get(digest) ?? before.get(digest);
      if (found) now.set(digest, found);
      return found;
    },
    learn: (digest, found) => now.set(digest, found),
    keep: () => {
      const last = before;
      before = now;
      now = new Map();
      if (before.size === last.size && [...before.keys()].every((digest) => last.has(digest)))
        return;
      const sorted = [...before].sort(([a], [b]) => (a < b ? -1 : 1));
      const text = JSON.stringify(Object.fromEntries(sorted));
      try {
        writeKept(file, `${code}\n${text}`);
      } catch {
        // A check need not be able to write: without a memory it takes longer.
      }
    },
  };
};
