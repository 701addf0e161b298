import { bodyOf } from '../source/source.ts';
import { fieldsIn, nameIn } from './readable.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** A field's name as words: `leadImage` is "lead image". */
const asWords = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/**
 * The message of a save's commit: what the file is called, and what of it changed.
 * @param before the stored text; undefined for a new file
 */
export const commitMessage = (path: string, before: string | undefined, after: string): string => {
  const fields = fieldsIn(path, after);
  const name = nameIn(fields) ?? path;
  if (before === undefined) return `${name}: new`;
  const old = fieldsIn(path, before);
  const changed = [...new Set([...Object.keys(fields), ...Object.keys(old)])]
    .filter((field) => JSON.stringify(fields[field]) !== JSON.stringify(old[field]))
    .map(asWords);
  if (bodyOf(path, before) !== bodyOf(path, after)) changed.push('text');
  if (changed.length === 0) changed.push('layout of the file');
  if (changed.length > 4) return `${name}: ${list.format([...changed.slice(0, 3), 'more'])}`;
  return `${name}: ${list.format(changed)}`;
};
