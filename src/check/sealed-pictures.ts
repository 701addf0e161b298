import { relative } from 'node:path';
import type { Picture } from '../darkroom/darkroom.ts';

/** How many files a line names. */
const named = 5;

/**
 * Says which pictures carry a C2PA manifest, that is, proof of where they are from: it holds for the file as it is, and so
 * ends where a picture is printed anew.
 * @param pictures those of the copy, by the files that name them
 * @param paperDir the folder that files are named from
 */
export const sealedPictures = (
  pictures: ReadonlyMap<string, ReadonlyMap<string, Pick<Picture, 'file' | 'texts'>>>,
  paperDir: string,
): string | undefined => {
  const all = [...pictures.values()].flatMap((ofFile) => [...ofFile.values()]);
  const sealed = all.filter(({ texts }) => texts?.sealed).map(({ file }) => file);
  const files = [...new Set(sealed)].map((file) => relative(paperDir, file).replaceAll('\\', '/'));
  if (files.length === 0) return undefined;
  const [first, more] = [files.sort().slice(0, named), files.length - named];
  const others = more > 0 ? ` and ${String(more)} more` : '';
  return `Content Credentials (C2PA) end where a picture is printed in the paper's sizes: ${first.join(', ')}${others}.`;
};
