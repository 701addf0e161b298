import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

const signature = Buffer.from('pagefind_dcd');

/** The head of a CBOR item (RFC 8949): its major type, its argument, and the offset after it. */
const headAt = (bytes: Buffer, at: number): { type: number; value: number; next: number } => {
  const first = bytes.readUInt8(at);
  const [type, info] = [first >> 5, first & 31];
  if (info < 24) return { type, value: info, next: at + 1 };
  const length = 2 ** (info - 24);
  if (length > 4) throw new Error('Search index: Pagefind wrote an integer of more than 32 bits.');
  return { type, value: bytes.readUIntBE(at + 1, length), next: at + 1 + length };
};

const endOf = (bytes: Buffer, at: number): number => {
  const { type, value, next } = headAt(bytes, at);
  if (type === 2 || type === 3) return next + value;
  if (type !== 4) return next;
  let end = next;
  for (let n = 0; n < value; n += 1) end = endOf(bytes, end);
  return end;
};

const itemsAt = (bytes: Buffer, at: number): { start: number; items: Buffer[]; end: number } => {
  const { type, value, next } = headAt(bytes, at);
  if (type !== 4)
    throw new Error('Search index: Pagefind did not write a list where one was expected.');
  const items: Buffer[] = [];
  let end = next;
  for (let n = 0; n < value; n += 1) {
    const start = end;
    end = endOf(bytes, start);
    items.push(bytes.subarray(start, end));
  }
  return { start: next, items, end };
};

/** The same bytes, with item `n` of the outermost list, itself a list, sorted. */
const sortedList = (bytes: Buffer, n: number): Buffer => {
  const { start, items } = itemsAt(bytes, 0);
  const at = items.slice(0, n).reduce((sum, item) => sum + item.length, start);
  const list = itemsAt(bytes, at);
  return Buffer.concat([
    bytes.subarray(0, list.start),
    ...list.items.sort((a, b) => Buffer.compare(a, b)),
    bytes.subarray(list.end),
  ]);
};

const uncompressed = (file: Uint8Array): Buffer => gunzipSync(file).subarray(signature.length);

const compressed = (bytes: Buffer): Buffer => {
  const zipped = gzipSync(Buffer.concat([signature, bytes]), { level: 9 });
  // Hides which operating system made it, so that every machine gives the same bytes (RFC 1952: 255 is unknown).
  zipped.writeUInt8(255, 9);
  return zipped;
};

/** A name of the same length as before, with a digest of the file's content. */
const nameFor = (name: string, bytes: Buffer): string => {
  const [language = '', hash = ''] = name.split('_');
  const digest = createHash('sha256').update(bytes).digest('hex');
  return `${language}_${digest.slice(0, hash.length)}`;
};

/**
 * Sorts the lists of filters in a search index. Pagefind writes them in no stable order, which also changes the names
 * of their files; the rest of its output is the same for the same pages.
 * @param files the index's files, by path
 * @returns the same files, some of them changed and renamed
 */
export const settledIndex = (files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> => {
  const settled = new Map(files);
  const names = new Map<string, string>();
  for (const [path, file] of files) {
    const name = /^filter\/(.+)\.pf_filter$/.exec(path)?.[1];
    if (name === undefined) continue;
    const bytes = sortedList(uncompressed(file), 1);
    names.set(name, nameFor(name, bytes));
    settled.delete(path);
    settled.set(`filter/${nameFor(name, bytes)}.pf_filter`, compressed(bytes));
  }

  let entry = Buffer.from(files.get('pagefind-entry.json') ?? []).toString('utf8');
  for (const [path, file] of files) {
    const name = /^pagefind\.(.+)\.pf_meta$/.exec(path)?.[1];
    if (name === undefined) continue;
    let text = uncompressed(file).toString('latin1');
    for (const [before, now] of names) text = text.replace(before, now);
    const bytes = sortedList(Buffer.from(text, 'latin1'), 3);
    entry = entry.replace(name, nameFor(name, bytes));
    settled.delete(path);
    settled.set(`pagefind.${nameFor(name, bytes)}.pf_meta`, compressed(bytes));
  }
  return settled.set('pagefind-entry.json', Buffer.from(entry));
};
