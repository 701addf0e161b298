import type { Item } from './records.ts';
import { stateOf } from './states.ts';

/** What an item has to do with those that came before it. */
export type Double =
  /** None has its id, or those that have it are other entries: then the item is known by this id. */
  | { isDouble: false; id: string }
  /** It is there already, or a later edition of it is in another file. */
  | { isDouble: true };

/** Knows which of the items that stand in several files of an export, or twice in one, is taken. */
export interface Doubles {
  /** Takes note of an item before any is asked for, so that the latest edition can be told. */
  note: (item: Item, file: number) => void;
  /** Begins with the first item of the first file. @returns what is asked about each item in turn */
  start: () => (item: Item, file: number) => Double;
}

const keyOf = ({ fields }: Item): string =>
  `${fields.get('wp:post_id') ?? ''} ${fields.get('wp:post_type') ?? ''} ${fields.get('guid') ?? fields.get('link') ?? ''}`;

const editionOf = ({ fields }: Item): string =>
  fields.get('wp:post_modified_gmt') ?? fields.get('wp:post_modified') ?? '';

/** Two entries with one guid, or with one slug, are two entries; with one id and one guid, they are one. */
export const findDoubles = (): Doubles => {
  const best = new Map<string, { file: number; edition: string; isPublic: boolean }>();
  return {
    note: (item, file) => {
      const key = keyOf(item);
      const known = best.get(key);
      const edition = editionOf(item);
      const isPublic = stateOf(item).state === 'public';
      // Of two that were changed at the same moment, the one that is not public counts: nothing private may get out.
      const isBetter =
        known === undefined ||
        edition > known.edition ||
        (edition === known.edition && known.isPublic && !isPublic);
      if (isBetter) best.set(key, { file, edition, isPublic });
    },
    start: () => {
      const seen = new Set<string>();
      const ids = new Set<string>();
      return (item, file) => {
        const key = keyOf(item);
        const own = item.fields.get('wp:post_id') ?? '';
        // Without a number, nothing says that two are one.
        const isNumbered = own !== '' && own !== '0';
        const wanted = best.get(key);
        const isOther = wanted !== undefined && wanted.file !== file;
        if (isNumbered && (seen.has(key) || isOther)) return { isDouble: true };
        seen.add(key);
        let id = isNumbered ? own : `x${ids.size + 1}`;
        for (let number = 2; ids.has(id); number++) id = `${own}-${number}`;
        ids.add(id);
        return { isDouble: false, id };
      };
    },
  };
};
