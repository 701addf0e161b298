import { join } from 'node:path';
import type { CountedTerms } from '../edition/counted-terms.ts';
import { readKept, writeKept } from '../kept.ts';

/** Counted words, by the digests of the texts that they are from. */
export type TermsByText = ReadonlyMap<string, CountedTerms>;

const placeIn = (cacheDir: string): string => join(cacheDir, 'terms');

/** Bytes of a term and of its count. */
const bytes = 4;

/** The first line: the code that has counted, and how many words each text has. */
type Header = [code: string, sizes: [digest: string, size: number][]];

/**
 * Keeps the counted words of texts for the next build: a line that says how many each text has, then all words, then
 * all counts. Words are eight tenths of a paper's size, and so many objects would take longer to read than to make.
 * @param code a digest of all that decides which words a text has
 */
export const keepTerms = (cacheDir: string, code: string, texts: TermsByText): void => {
  const header: Header = [
    code,
    Array.from(texts, ([digest, { terms }]): [string, number] => [digest, terms.length]),
  ];
  const all = [...texts.values()];
  writeKept(
    placeIn(cacheDir),
    Buffer.concat([
      Buffer.from(`${JSON.stringify(header)}\n`),
      ...all.map(({ terms }) => Buffer.from(terms.buffer, terms.byteOffset, terms.byteLength)),
      ...all.map(({ counts }) => counts),
    ]),
  );
};

/** What the last build kept; nothing, if it is damaged, or was counted by other code. */
export const readTerms = (cacheDir: string, code: string): TermsByText => {
  const kept = readKept(placeIn(cacheDir));
  if (!kept) return new Map();
  const end = kept.indexOf('\n');
  const [codeThen, sizes] = JSON.parse(kept.toString('utf8', 0, end)) as Header;
  if (codeThen !== code) return new Map();
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  // Copied, because numbers of four bytes have to begin at a multiple of four.
  const terms = new Int32Array(
    Uint8Array.from(kept.subarray(end + 1, end + 1 + total * bytes)).buffer,
  );
  const counts = Uint8Array.from(kept.subarray(end + 1 + total * bytes));
  let at = 0;
  return new Map(
    sizes.map(([digest, size]) => {
      const begin = at;
      at += size;
      return [digest, { terms: terms.subarray(begin, at), counts: counts.subarray(begin, at) }];
    }),
  );
};
