import type { PictureAi } from '../language/reporting.ts';
import { isPlain, type PictureInBody, readBody } from './body.ts';
import { readTitle } from './figures.ts';
import type { Entry } from './read.ts';

/** A picture that an entry names: its path as written, and what the entry first says of whose it is. */
export interface NamedPicture {
  src: string;
  credit?: string | undefined;
  license?: string | undefined;
  ai?: PictureAi | undefined;
}

/**
 * All pictures that an entry names, in its fields and in its body, each once.
 * @param inBody those in its body, if they are known: then it is not read
 */
export const namedPictures = (
  entry: Pick<Entry<object>, 'data' | 'body'>,
  inBody: readonly PictureInBody[] = isPlain(entry.body) ? [] : readBody(entry.body).pictures,
): NamedPicture[] => {
  const { data } = entry;
  const { leadImage, picture } = data as { leadImage?: NamedPicture; picture?: NamedPicture };
  const named = new Map<string, NamedPicture>();
  for (const { src, credit, license, ai } of [
    ...[leadImage, picture].filter((image) => image !== undefined),
    ...inBody.map(({ src, title }) => {
      const { credit, ai: use } = readTitle(title);
      return { src, credit: credit || undefined, ai: use };
    }),
  ] as NamedPicture[]) {
    const known = named.get(src);
    named.set(src, {
      src,
      credit: known?.credit ?? credit,
      license: known?.license ?? license,
      ai: known?.ai ?? ai,
    });
  }
  return [...named.values()];
};
