import type { Place } from '../repairs.ts';

/** The values of the elements in a record, by their names. Of several with one name, the first that is not empty. */
export type Fields = Map<string, string>;

/** A category, tag or other term that an item names. */
export interface ItemTerm {
  domain: string | undefined;
  nicename: string;
  name: string;
}

/** An item of an export as it stands there. */
export interface Item {
  place: Place;
  fields: Fields;
  /** Whether its title stood in a CDATA section, and so is HTML. */
  hasHtmlTitle: boolean;
  terms: ItemTerm[];
  /** Values of post meta that the import reads, in order. */
  meta: Map<string, string[]>;
  comments: Fields[];
  /** Why it cannot be trusted; then it must not be imported. */
  damage: string[];
}

/** What an export holds, in its order. */
export type WxrEvent =
  | { type: 'author' | 'category' | 'tag' | 'term'; fields: Fields }
  | { type: 'channel'; fields: Fields }
  | { type: 'item'; item: Item }
  | { type: 'cut'; place: Place; isItem: boolean };

export const newItem = (place: Place): Item => ({
  place,
  fields: new Map(),
  hasHtmlTitle: true,
  terms: [],
  meta: new Map(),
  comments: [],
  damage: [],
});

/** Elements that hold others. What is in an image, in a text input or in comment meta is of no use. */
export const containers: Record<string, 'author' | 'category' | 'tag' | 'term' | 'other'> = {
  'wp:author': 'author',
  'wp:category': 'category',
  'wp:tag': 'tag',
  'wp:term': 'term',
  'wp:comment': 'other',
  'wp:postmeta': 'other',
  'wp:commentmeta': 'other',
  'wp:termmeta': 'other',
  image: 'other',
  textInput: 'other',
};

/** Elements whose text may have markup that is not escaped. */
export const holdsMarkup: ReadonlySet<string> = new Set([
  'content:encoded',
  'excerpt:encoded',
  'wp:comment_content',
  'title',
  'description',
]);

/** Values that decide whether an item may be published. Two different ones in an item contradict each other. */
export const decisive: ReadonlySet<string> = new Set([
  'wp:post_id',
  'wp:status',
  'wp:post_password',
  'wp:post_type',
]);

/** What is never read: addresses of readers' machines, and what nothing is made of. */
export const skipped: ReadonlySet<string> = new Set([
  'wp:author_email',
  'wp:comment_author_IP',
  'wp:comment_user_id',
  'wp:commentmeta',
  'wp:termmeta',
  'wp:ping_status',
  'wp:menu_order',
  'image',
  'textInput',
]);
