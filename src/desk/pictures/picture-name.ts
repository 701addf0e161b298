import { slug } from 'github-slugger';

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const longest = 60;

/**
 * A safe, free name for a picture beside its story: ASCII letters in lower case, digits and hyphens, made from the name
 * that it came with; `photo` if nothing of that is left.
 * @param from its name on the editor's device, which may be anything
 * @param ending of its format: `jpg`
 * @param taken the names beside the story
 */
export const pictureName = (from: string, ending: string, taken: readonly string[]): string => {
  const words = from
    .replace(/^.*[/\\]/s, '')
    .replace(/\.[^.]*$/s, '')
    .normalize('NFKD')
    .replaceAll(/[^ -~]/g, '');
  const plain = slug(words)
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '');
  const stem = plain === '' || reserved.test(plain) ? 'photo' : plain;
  // Some systems do not tell capitals apart.
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = `${stem}.${ending}`;
  for (let number = 2; used.has(name); number += 1) name = `${stem}-${String(number)}.${ending}`;
  return name;
};
