import type { Place, Repairs } from '../repairs.ts';
import type { MarkupHandler } from './markup.ts';
import { isRead } from './meta.ts';
import { exportNames } from './names.ts';
import {
  containers,
  decisive,
  type Fields,
  holdsMarkup,
  type Item,
  newItem,
  skipped,
  type WxrEvent,
} from './records.ts';
import { cleanValue } from './values.ts';

/** More characters than any text has. What is longer would fill the memory. */
const longest = 64 * 2 ** 20;

interface Element {
  /** As the document names it. */
  raw: string;
  /** As WordPress names it. */
  name: string;
}

interface Value {
  element: Element;
  attributes: Record<string, string>;
  text: string;
  isCdata: boolean;
  isSkipped: boolean;
}

const tagOf = (raw: string, attributes: Record<string, string>): string =>
  `<${raw}${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`)
    .join('')}>`;

/**
 * Gathers the records of an export from its elements. Values are found by their names wherever they stand in an item, so
 * that a stray tag between them does no harm.
 * @param emit gets each record when it is complete
 * @param place where the document is being read
 */
export const gatherRecords = (
  emit: (event: WxrEvent) => void,
  place: () => Place,
  repairs: Repairs,
): MarkupHandler => {
  const names = exportNames();
  const stack: Element[] = [];
  const records: { element: Element; fields: Fields }[] = [];
  let channel: Fields | undefined = new Map();
  let current: { element: Element; item: Item } | undefined;
  let value: Value | undefined;
  let hasEnded = false;

  const damage = (why: string): void => {
    current?.item.damage.push(why);
  };

  const put = ({ element: { name }, attributes, isCdata }: Value, text: string): void => {
    const item = current?.item;
    const record = records.at(-1);
    if (record === undefined && item !== undefined && name === 'category') {
      const { domain, nicename = '' } = attributes;
      item.terms.push({ domain, nicename, name: text });
      return;
    }
    const fields = record?.fields ?? item?.fields ?? channel;
    const known = fields?.get(name) ?? '';
    if (record === undefined && decisive.has(name) && known !== '' && known !== text) {
      damage(`it says two different things in ${name}`);
    }
    if (known !== '') return;
    fields?.set(name, text);
    if (record === undefined && item !== undefined && name === 'title') item.hasHtmlTitle = isCdata;
  };

  const endValue = (): void => {
    const ended = value;
    value = undefined;
    if (ended !== undefined && !ended.isSkipped) put(ended, cleanValue(ended.text, repairs, place));
  };

  const endRecord = (name: string, fields: Fields): void => {
    const kind = containers[name];
    const key = fields.get('wp:meta_key');
    const item = current?.item;
    if (kind !== undefined && kind !== 'other') emit({ type: kind, fields });
    else if (name === 'wp:comment') item?.comments.push(fields);
    else if (name === 'wp:postmeta' && key !== undefined && isRead(key)) {
      const values = item?.meta.get(key) ?? [];
      item?.meta.set(key, [...values, fields.get('wp:meta_value') ?? '']);
    }
  };

  const endChannel = (): void => {
    if (channel !== undefined) emit({ type: 'channel', fields: channel });
    channel = undefined;
  };

  const endItem = (isImplied: boolean): void => {
    endValue();
    if (current === undefined) return;
    const { item } = current;
    if (isImplied) {
      // Status and password stand behind the text: without them, nobody knows whether it may be published.
      const isWhole = item.fields.has('wp:status') && item.fields.has('wp:post_password');
      if (isWhole) repairs.count('itemOpen', item.place);
      else damage('it is cut off before its status and its password');
    }
    current = undefined;
    records.length = 0;
    emit({ type: 'item', item });
  };

  const begin = (element: Element, attributes: Record<string, string>): void => {
    const { name, raw } = element;
    if (name === 'item') {
      endItem(true);
      endChannel();
      current = { element, item: newItem(place()) };
    } else if (Object.hasOwn(containers, name)) {
      endValue();
      records.push({ element, fields: new Map() });
    } else if (value !== undefined && holdsMarkup.has(value.element.name) && !raw.includes(':')) {
      value.text += tagOf(raw, attributes);
    } else if (name !== '' && name !== 'rss' && name !== 'channel') {
      endValue();
      const record = records.at(-1);
      const key = name === 'wp:meta_value' ? record?.fields.get('wp:meta_key') : undefined;
      const isSkipped =
        skipped.has(name) ||
        skipped.has(record?.element.name ?? '') ||
        (key !== undefined && !isRead(key));
      value = { element, attributes, text: '', isCdata: false, isSkipped };
    }
  };

  /** Something after the end of the document: a warning of the server, for example. */
  const isBeyond = (what: string): boolean => {
    const beyond = hasEnded && stack.length === 0 && what.trim() !== '';
    if (beyond) repairs.count('after', place());
    return beyond;
  };

  return {
    open: (raw, attributes) => {
      names.learn(attributes);
      const element = { raw, name: names.of(raw, attributes) ?? '' };
      if (element.name !== 'rss' && isBeyond(raw)) return;
      stack.push(element);
      begin(element, attributes);
    },
    close: (raw, isImplied) => {
      const element = stack.at(-1);
      if (element?.raw !== raw) return;
      stack.pop();
      hasEnded ||= element.name === 'rss';
      if (element === current?.element) endItem(isImplied);
      else if (element === records.at(-1)?.element) {
        endValue();
        const record = records.pop();
        if (record !== undefined) endRecord(element.name, record.fields);
      } else if (element === value?.element) endValue();
      else if (value !== undefined && holdsMarkup.has(value.element.name))
        value.text += `</${raw}>`;
    },
    text: (text, isCdata) => {
      if (value === undefined) {
        isBeyond(text);
        return;
      }
      if (value.isSkipped) return;
      value.isCdata ||= isCdata;
      value.text += text;
      if (value.text.length <= longest) return;
      damage(`its ${value.element.name} is longer than any text`);
      value.isSkipped = true;
      value.text = '';
    },
    element: () => stack.at(-1)?.raw ?? '',
    isStructure: (raw) => raw === 'item' || raw === 'channel' || names.of(raw) !== undefined,
    damage,
    end: () => {
      endChannel();
      if (!stack.some(({ name }) => name === 'rss' || name === 'channel')) return;
      emit({ type: 'cut', place: current?.item.place ?? place(), isItem: current !== undefined });
      current = undefined;
      value = undefined;
    },
  };
};
