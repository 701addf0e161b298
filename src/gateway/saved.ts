import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { bodiesDir } from 'virtual:publication';
import { withBody } from '../astro/rendered.ts';
import { readRenderedBody } from '../copy/bodies.ts';

/** An entry with its body, which Astro's data store does not hold. */
const whole = <C extends CollectionKey>(entry: CollectionEntry<C>): CollectionEntry<C> =>
  withBody(entry, readRenderedBody(`${bodiesDir}/${entry.collection}`, String(entry.digest)));

/** The copy as it is on the disk. While somebody writes, it outlives each text that is laid over it. */
export const saved = {
  articles: (await getCollection('articles')).map(whole),
  sections: await getCollection('sections'),
  authors: await getCollection('authors'),
  pages: (await getCollection('pages')).map(whole),
  front: await getCollection('front'),
};
