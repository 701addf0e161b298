import type { CollectionEntry } from 'astro:content';
import { written } from 'virtual:written';
import { saved } from './saved.ts';
import { entryOf } from './written.ts';

type Collection = keyof typeof saved;

/** The entries of a collection: of a build or, while somebody writes, what is saved and the texts that are not. */
export const copyOf = <C extends Collection>(collection: C): CollectionEntry<C>[] =>
  written
    ? (written.entries
        .filter((entry) => entry.collection === collection)
        .map(entryOf) as unknown as CollectionEntry<C>[])
    : (saved[collection] as CollectionEntry<C>[]);
