import { isPlain, readBody } from './body.ts';
import type { Entry } from './read.ts';

/** The paths of all pictures that an entry names, in its fields and in its body, as written. */
export const namedPictures = ({ data, body }: Pick<Entry<object>, 'data' | 'body'>): string[] => {
  const { leadImage, picture } = data as { leadImage?: { src: string }; picture?: { src: string } };
  const fields = [leadImage, picture].flatMap((image) => image?.src ?? []);
  const inBody = isPlain(body) ? [] : readBody(body).pictures.map(({ src }) => src);
  return [...new Set([...fields, ...inBody])];
};
