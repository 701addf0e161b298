import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Mistake } from '../../copy/mistakes.ts';
import type { FieldPath } from '../source/field-path.ts';

/** A picture beside the file that is not stored yet. */
export interface NewPicture {
  /** Its name beside the file: `photo.jpg`. */
  name: string;
  bytes: Blob;
  /** An address of it in this page (`blob:`). */
  url: string;
}

/**
 * The file that somebody is editing. Its text is the one truth: form and body read from it, and write single places of it,
 * so that all that nobody touched stays as it is, byte for byte.
 */
export interface OpenFile {
  /** From the paper's folder. */
  path: string;
  text: ReadonlySignal<string>;
  /** The fields as written; empty while the YAML cannot be read. */
  fields: ReadonlySignal<Readonly<Record<string, unknown>>>;
  body: ReadonlySignal<string>;
  /** Writes one value at its place; `undefined` takes it out. */
  set(field: FieldPath, value: unknown): void;
  setBody(markdown: string): void;
  /** Replaces the whole text, as after a conflict. */
  setText(text: string): void;
  newPictures: Signal<readonly NewPicture[]>;
  mistakes: ReadonlySignal<readonly Mistake[]>;
  warnings: ReadonlySignal<readonly Mistake[]>;
}
