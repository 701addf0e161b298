import { slug } from 'github-slugger';

/** File systems stop at 255 bytes; a folder's name also needs room for a number. */
const longest = 180;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A name cut so that it takes at most this many bytes in UTF-8, never in the middle of a character. */
const cut = (name: string): string => {
  let length = 0;
  let kept = '';
  for (const character of name) {
    length += bytesOf(character);
    if (length > longest) return kept.replace(/-+$/, '');
    kept += character;
  }
  return kept;
};

/** A percent-encoded slug as readers see it. It may have been cut off in the middle of a character. */
const decoded = (text: string): string => {
  for (const end of [text, text.replace(/(?:%[\da-f]{0,2}){1,4}$/i, '')]) {
    try {
      return decodeURIComponent(end);
    } catch {
      // The next attempt leaves more out.
    }
  }
  return text.replaceAll('%', '');
};

/** A name as the ids of copy are made (`idOf`): letters of every script, hyphens for spaces. It may be empty. */
export const idFrom = (text: string): string =>
  cut(slug(decoded(text).normalize('NFC')))
    .replaceAll(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');

/** Gives out ids, each only once. */
export interface Ids {
  /** An id like the one that is wanted: itself if it is free, else with one of the endings, else with a number. */
  take: (wanted: string, endings?: readonly string[]) => string;
  has: (id: string) => boolean;
}

/** @param taken ids that are in use already, or that the paper keeps for itself */
export const createIds = (taken: Iterable<string> = []): Ids => {
  const used = new Set(taken);
  const numbers = new Map<string, number>();
  const claim = (id: string): string => {
    used.add(id);
    return id;
  };
  return {
    has: (id) => used.has(id),
    take: (wanted, endings = []) => {
      const start = wanted === '' ? 'untitled' : wanted;
      const free = [start, ...endings.map((ending) => `${start}-${ending}`)].find(
        (id) => !used.has(id),
      );
      if (free !== undefined) return claim(free);
      let number = numbers.get(start) ?? 2;
      while (used.has(`${start}-${String(number)}`)) number += 1;
      numbers.set(start, number + 1);
      return claim(`${start}-${String(number)}`);
    },
  };
};
