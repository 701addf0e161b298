import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { isWriting } from 'virtual:edition';
import { bodiesDir } from 'virtual:publication';
import { withBodyOf } from '../astro/rendered.ts';
import { bodyReader } from '../copy/bodies.ts';

const readBody = bodyReader();

/** An entry with its body, which Astro's data store does not hold. */
const whole = <C extends CollectionKey>(entry: CollectionEntry<C>): CollectionEntry<C> =>
  withBodyOf(entry, () => readBody(`${bodiesDir}/${entry.collection}`, String(entry.digest)));

/** While somebody writes, Astro has read no copy. */
const read = async <C extends CollectionKey>(collection: C): Promise<CollectionEntry<C>[]> =>
  isWriting ? [] : getCollection(collection);

/** The copy of a build, as Astro has read it. */
export const saved = {
  articles: (await read('articles')).map(whole),
  sections: await read('sections'),
  authors: await read('authors'),
  pages: (await read('pages')).map(whole),
  front: await read('front'),
};
