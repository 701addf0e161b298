import { createHash } from 'node:crypto';
import type { Copy } from '../copy/read.ts';
import { isShown, type Scope } from '../edition/public.ts';

/**
 * A digest of everything that an edition shows. If a component of a theme may show any story, printed pages are reused
 * only when no story has changed.
 * @param pictures digests of the stories' pictures
 */
export const editionDigest = (
  { articles, sections, authors, pages, front, topics, series }: Copy,
  scope: Scope,
  pictures: unknown,
): string => {
  const hash = createHash('sha256');
  for (const { id, data, body } of articles) {
    if (isShown(data, scope)) hash.update(JSON.stringify([id, data, body]));
  }
  return hash
    .update(JSON.stringify([sections, authors, pages, front, topics, series, pictures]))
    .digest('hex');
};
