import { decodeHtml } from './entities.ts';
import { percentDecoded } from '../../percent-decoded.ts';

/** The attributes of a shortcode: those with names, in lower case, and the bare values in order. */
export interface Attributes {
  named: Record<string, string>;
  bare: string[];
  /** True if a value is in quotation marks, as hardly any words in brackets are. */
  hasQuoted: boolean;
}

const attribute = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|(\S+)/g;

/** Quotation marks as the visual editor and typographic filters leave them. */
const marks = /&quot;|&#0?34;|&#822[0-3];|&#8243;|&ldquo;|&rdquo;|[“”„″]/g;

/** Visual Composer writes brackets and quotation marks in values as backticks, for shortcodes cannot hold them. */
const unpacked = (value: string): string =>
  value.replaceAll('`{`', '[').replaceAll('`}`', ']').replaceAll('``', '"');

/**
 * Reads what stands between the name of a shortcode and its closing bracket (the Shortcode API of the WordPress code
 * reference). Values stay as they are: they may hold HTML.
 */
export const readAttributes = (text: string): Attributes => {
  const found: Attributes = { named: {}, bare: [], hasQuoted: false };
  const plain = text.replaceAll(/[\u00A0\u200B]/g, ' ').replaceAll(marks, '"');
  for (const match of plain.matchAll(attribute)) {
    const [, name, double, single, word, ...bare]: (string | undefined)[] = match;
    const value = double ?? single ?? word ?? bare.find((one) => one !== undefined) ?? '';
    if (name === undefined) found.bare.push(unpacked(value));
    else found.named[name.toLowerCase()] ??= unpacked(value);
    if (name !== undefined && (double ?? single) !== undefined) found.hasQuoted = true;
  }
  return found;
};

/** The value of the first attribute that is given, without entities: for addresses and numbers. */
export const plainValue = ({ named }: Attributes, ...names: string[]): string => {
  const name = names.find((one) => (named[one] ?? '').trim() !== '');
  return name === undefined ? '' : decodeHtml(named[name] ?? '').trim();
};

/** A link as Visual Composer packs it: `url:https%3A%2F%2F…|title:…|target:_blank`. */
export const packedLink = (value: string): { url: string; title: string } => {
  if (!/(?:^|\|)(?:url|title|target):/.test(value)) return { url: value, title: '' };
  const part = (name: string): string => {
    const found = new RegExp(`(?:^|\\|)${name}:([^|]*)`).exec(value)?.[1] ?? '';
    return percentDecoded(found).trim();
  };
  return { url: part('url'), title: part('title') };
};
