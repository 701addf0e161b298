import type { Place, Repairs } from '../repairs.ts';
import { keepRecords } from './keeper.ts';
import type { MarkupHandler } from './handler.ts';
import { isRead } from './meta.ts';
import { exportNames } from './names.ts';
import { containers, holdsMarkup, skipped, type WxrEvent } from './records.ts';
import { cleanValue } from './values.ts';

/** More characters than any text has. What is longer would fill the memory. */
const longest = 64 * 2 ** 20;

interface Element {
  /** As the document names it. */
  raw: string;
  /** As WordPress names it; empty if it is none of an export's. */
  name: string;
  /** Forgets the namespaces that it declares. */
  forget: (() => void) | undefined;
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
  const keeper = keepRecords(emit, repairs);
  const stack: Element[] = [];
  const records: Element[] = [];
  let item: Element | undefined;
  let value: Value | undefined;
  let hasEnded = false;

  const endValue = (): void => {
    const ended = value;
    value = undefined;
    if (ended === undefined || ended.isSkipped) return;
    keeper.put({
      name: ended.element.name,
      attributes: ended.attributes,
      text: cleanValue(ended.text, repairs, place),
      isCdata: ended.isCdata,
    });
  };

  const endItem = (isImplied: boolean): void => {
    endValue();
    records.length = 0;
    item = undefined;
    keeper.endItem(isImplied);
  };

  const isSkipped = (name: string): boolean => {
    const key = name === 'wp:meta_value' ? keeper.metaKey() : undefined;
    const isUnread = key !== undefined && !isRead(key);
    return isUnread || skipped.has(name) || skipped.has(records.at(-1)?.name ?? '');
  };

  const begin = (element: Element, attributes: Record<string, string>): void => {
    const { name, raw } = element;
    if (name === 'item') {
      endItem(true);
      item = element;
      keeper.beginItem(place());
    } else if (Object.hasOwn(containers, name)) {
      endValue();
      records.push(element);
      keeper.beginRecord();
    } else if (value !== undefined && holdsMarkup.has(value.element.name) && !raw.includes(':')) {
      value.text += tagOf(raw, attributes);
    } else if (name !== '' && name !== 'rss' && name !== 'channel') {
      endValue();
      value = { element, attributes, text: '', isCdata: false, isSkipped: isSkipped(name) };
    }
  };

  /** Something after the end of the document: a warning of the server, for example. */
  const isBeyond = (what: string): boolean => {
    const isOver = hasEnded && stack.length === 0 && what.trim() !== '';
    if (isOver) repairs.count('after', place());
    return isOver;
  };

  return {
    open: (raw, attributes) => {
      const forget = names.learn(attributes, stack.length === 0);
      const element = { raw, name: names.of(raw, attributes) ?? '', forget };
      if (element.name !== 'rss' && isBeyond(raw)) return;
      stack.push(element);
      begin(element, attributes);
    },
    close: (raw, isImplied) => {
      const element = stack.at(-1);
      if (element?.raw !== raw) return;
      stack.pop();
      element.forget?.();
      hasEnded ||= element.name === 'rss';
      if (element === item) endItem(isImplied);
      else if (element === records.at(-1)) {
        endValue();
        records.pop();
        keeper.endRecord(element.name);
      } else if (element === value?.element) endValue();
      else if (value !== undefined && holdsMarkup.has(value.element.name)) {
        value.text += `</${raw}>`;
      }
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
      keeper.damage(`its ${value.element.name} is longer than any text`);
      value.isSkipped = true;
      value.text = '';
    },
    element: () => stack.at(-1)?.raw ?? '',
    isStructure: (raw) => names.of(raw) !== undefined,
    damage: keeper.damage,
    end: () => {
      keeper.endChannel();
      if (!stack.some(({ name }) => name === 'rss' || name === 'channel')) return;
      const open = keeper.item();
      emit({ type: 'cut', place: open?.place ?? place(), isItem: open !== undefined });
      item = undefined;
      value = undefined;
    },
  };
};
