import { hash } from 'node:crypto';
import { bodyIn } from './frontmatter.ts';
import type { FiledEntry } from './read-entry.ts';
import { readTextFile } from './text-file.ts';

/** A digest of the text of a file. */
export const digestOfText = (text: string): string => hash('sha256', text, 'base64url');

const readBody = ({ file, shown, digest }: FiledEntry<unknown>): string => {
  const text = readTextFile(file, shown);
  if (digestOfText(text) === digest) return bodyIn(shown, text);
  throw new Error(`${shown} was saved while the paper was being read. Try again.`);
};

/** One for all entries: to the engine of JavaScript they are then alike, which makes lists of them quick. */
const whenAsked: PropertyDescriptor & ThisType<FiledEntry<unknown>> = {
  configurable: true,
  enumerable: true,
  get() {
    const value = readBody(this);
    Object.defineProperty(this, 'body', { value, configurable: true, enumerable: true });
    return value;
  },
};

/** Whether nobody has asked for the body of an entry yet. */
export const isUnread = (entry: FiledEntry<unknown>): boolean =>
  Object.getOwnPropertyDescriptor(entry, 'body')?.get !== undefined;

/**
 * Lets go of the body of an entry. It is read again if something asks for it. One without words stays so: those of a withdrawn
 * story are still in its file.
 */
export const letGo = (entry: FiledEntry<unknown>): void => {
  if (!isUnread(entry) && entry.body !== '') Object.defineProperty(entry, 'body', whenAsked);
};

/**
 * Gives an entry its body, which is read from its file when something first asks for it.
 * @throws when it is asked for and the text is not that of which the entry has the digest
 */
export const withUnreadBody = <Data>(entry: Omit<FiledEntry<Data>, 'body'>): FiledEntry<Data> =>
  Object.defineProperty(entry, 'body', whenAsked) as FiledEntry<Data>;
