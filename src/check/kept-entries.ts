import type { Addresses } from '../addresses.ts';
import type { Switches } from '../config/switches.ts';
import type { PictureInBody } from '../copy/body.ts';
import type { Collection } from '../copy/collections.ts';
import type { FiledEntry } from '../copy/read.ts';
import type { Mistake } from '../copy/mistakes.ts';
import type { BodyFacts } from './body-facts.ts';
import { createCheckMemory, findingsDependOn } from './check-memory.ts';

/** A file of copy, as far as the last check has read it. */
export interface KeptEntry {
  /** Undefined if nothing in it is usable. */
  entry: FiledEntry<object> | undefined;
  mistakes: Mistake[];
  /** The pictures in its text; undefined if its text has to be read to know them. */
  pictures: readonly PictureInBody[] | undefined;
}

/**
 * Reads files of copy as the last check of the same paper has kept them, and the others from the disk. Nothing is written.
 */
export const keptEntries = (
  switches: Switches,
  addresses: Addresses,
  language: string,
): ((collection: Collection, file: string) => KeptEntry) => {
  const { readings } = createCheckMemory().ofCopy(switches, findingsDependOn(addresses, language));
  return (collection, file) => {
    const { entry, mistakes } = readings.read(collection, file);
    const facts = entry && (readings.notesOn(entry) as BodyFacts | undefined);
    return { entry, mistakes, pictures: facts && (facts.pictures ?? []) };
  };
};
