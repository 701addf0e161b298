import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FieldDescription } from '../../../describe/field.ts';
import { idOf } from '../../../copy/collections.ts';
import type { Desk } from '../desk.ts';
import { fileKindOf } from '../file-kinds.ts';
import { fieldsIn, nameIn } from '../readable.ts';
import { entriesOf } from './find-entries.ts';

/** The headline of a story by its id, from the files as they are stored. */
const headlineOf = (desk: Desk, id: string): string | undefined => {
  for (const { path, text } of desk.files.all.value.values()) {
    if (text === undefined || fileKindOf(desk.settings, path) !== 'article') continue;
    if (idOf(path) === id) return nameIn(fieldsIn(path, text));
  }
  return undefined;
};

/**
 * What an id stands for, in words.
 * @returns its name; the id itself for what nobody knows
 */
export const useNameOf = (desk: Desk, { of }: FieldDescription, id: string): string => {
  const headline = useSignal<string | undefined>(undefined);
  useEffect(() => {
    if (of === 'articles') headline.value = headlineOf(desk, id);
  }, [of, id]);
  if (of === undefined) return id;
  if (of === 'articles') return headline.value ?? id;
  return entriesOf(desk, of).find((entry) => entry.id === id)?.name ?? id;
};
