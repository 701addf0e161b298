import { headOf, type SourceStream } from './files.ts';

/** What a file is, by what is in it. */
export type SourceKind = 'wxr' | 'feed' | 'ghost';

/** How much of a file is looked at: warnings of a server may stand before the document. */
const headSize = 256 * 1024;

/** @returns undefined if nothing can be made of it */
export const kindOf = async (file: SourceStream): Promise<SourceKind | undefined> => {
  const bytes = await headOf(file, headSize);
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = isWide
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : bytes.toString('latin1');
  if (/^(?:ï»¿|\ufeff)?\s*\{/.test(head)) {
    if (/"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(head)) return 'feed';
    return /"(?:db|posts|meta)"\s*:/.test(head) ? 'ghost' : undefined;
  }
  const root = /<(?:[\w.-]+:)?(rss|feed|RDF)[\s>]/.exec(head);
  if (root === null) return undefined;
  const isExport = /wordpress\.org\/export\/|<(?:[\w.-]+:)?wxr_version>/i.test(
    head.slice(root.index),
  );
  return root[1] === 'rss' && isExport ? 'wxr' : 'feed';
};
