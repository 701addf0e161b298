import type { Place, Repairs } from '../repairs.ts';
import { isRead } from './meta.ts';
import { containers, decisive, type Fields, type Item, newItem, type WxrEvent } from './records.ts';
import { detached } from './values.ts';

/** A value as it stood in its element. */
export interface Given {
  name: string;
  attributes: Record<string, string>;
  text: string;
  isCdata: boolean;
}

/** Puts values into the records that are open, and hands each record on when it is complete. */
export interface Keeper {
  put: (given: Given) => void;
  beginItem: (place: Place) => void;
  /** @param isImplied the item has no end tag */
  endItem: (isImplied: boolean) => void;
  beginRecord: () => void;
  endRecord: (name: string) => void;
  /** Hands on what the document says about itself, once. */
  endChannel: () => void;
  /** The key of the post meta that is open. */
  metaKey: () => string | undefined;
  item: () => Item | undefined;
  /** Something has been lost from the item that is open. */
  damage: (why: string) => void;
}

/** @param emit gets each record when it is complete */
export const keepRecords = (emit: (event: WxrEvent) => void, repairs: Repairs): Keeper => {
  const records: Fields[] = [];
  let channel: Fields | undefined = new Map();
  let item: Item | undefined;
  /** Whether items of this file say whether they have a password. */
  let saysPasswords = false;

  const damage = (why: string): void => {
    item?.damage.push(why);
  };

  const endChannel = (): void => {
    if (channel !== undefined) emit({ type: 'channel', fields: channel });
    channel = undefined;
  };

  return {
    put: ({ name, attributes, text, isCdata }) => {
      const record = records.at(-1);
      if (record === undefined && item !== undefined && name === 'category') {
        item.terms.push({
          domain: attributes['domain'],
          nicename: detached(attributes['nicename']?.trim() ?? ''),
          name: text,
        });
        return;
      }
      const fields = record ?? item?.fields ?? channel;
      const known = fields?.get(name) ?? '';
      if (record === undefined && decisive.has(name) && known !== '' && known !== text) {
        damage(`it says two different things in ${name}`);
      }
      if (known !== '') return;
      fields?.set(name, text);
      if (record === undefined && item !== undefined && name === 'title') {
        item.hasHtmlTitle = isCdata;
      }
    },
    beginItem: (place) => {
      endChannel();
      item = newItem(place);
    },
    endItem: (isImplied) => {
      if (item === undefined) return;
      if (isImplied) {
        // Status and password stand behind the text: without them, nobody knows whether it may be published.
        const isWhole = item.fields.has('wp:status') && item.fields.has('wp:post_password');
        if (isWhole) repairs.count('itemOpen', item.place);
        else damage('it is cut off before its status and its password');
      }
      const isSaid = item.fields.has('wp:post_password');
      if (saysPasswords && !isSaid && !isImplied)
        damage('it does not say whether it has a password');
      saysPasswords ||= isSaid;
      const ended = item;
      item = undefined;
      records.length = 0;
      emit({ type: 'item', item: ended });
    },
    beginRecord: () => {
      records.push(new Map());
    },
    endRecord: (name) => {
      const fields = records.pop();
      if (fields === undefined) return;
      const kind = containers[name];
      const key = fields.get('wp:meta_key');
      if (kind !== undefined && kind !== 'other') emit({ type: kind, fields });
      else if (name === 'wp:comment') item?.comments.push(fields);
      else if (name === 'wp:postmeta' && key !== undefined && isRead(key)) {
        item?.meta.set(key, [...(item.meta.get(key) ?? []), fields.get('wp:meta_value') ?? '']);
      }
    },
    endChannel,
    metaKey: () => records.at(-1)?.get('wp:meta_key'),
    item: () => item,
    damage,
  };
};
