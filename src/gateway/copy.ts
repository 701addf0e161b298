import type { CollectionEntry } from 'astro:content';
import { entries } from 'virtual:edition';
import type { Collection } from '../copy/collections.ts';
import { entryOf } from './written.ts';

/** The entries of a collection. */
export const copyOf = <C extends Collection>(collection: C): CollectionEntry<C>[] =>
  entries
    .filter((entry) => entry.collection === collection)
    .map(entryOf) as unknown as CollectionEntry<C>[];
