import { Parser } from 'htmlparser2';
import type { ContentFault } from './kinds.ts';

/** The most bytes that a drawing in SVG may have. */
export const maxSvgBytes = 2_000_000;

/** The longest side that a drawing in SVG may say that it has: whoever needs more has another unit in mind. */
const maxSide = 20_000;

/** A drawing in SVG that may be drawn. */
export interface Svg {
  /** Its natural size, in pixels. */
  width: number;
  height: number;
  /** The pictures within it. */
  embedded: Uint8Array<ArrayBuffer>[];
}

const expected = 'a drawing that needs nothing but itself';
const alone = 'Save it as plain SVG with its pictures embedded, or export it as PNG.';

const faults = {
  bytes: {
    what: 'which is an SVG file of more than 2 megabytes',
    expected: 'at most 2 megabytes',
    fix: 'Simplify the drawing, or export it as PNG, 1,280 pixels wide or more.',
  },
  damaged: {
    what: 'which is an SVG file that is incomplete or damaged',
    expected: 'a complete SVG file in UTF-8',
    fix: 'Save it again as plain SVG, or export it as PNG.',
  },
  doctype: {
    what: 'which is an SVG file with a DOCTYPE, where entities can be defined',
    expected,
    fix: 'Delete <!DOCTYPE …> in a text editor, or save it as plain SVG.',
  },
  stylesheet: {
    what: 'which is an SVG file that loads a style sheet',
    expected,
    fix: alone,
  },
  outside: {
    what: 'which is an SVG file that refers to something outside itself',
    expected,
    fix: alone,
  },
  page: {
    what: 'which is an SVG file with a piece of a web page in it (foreignObject)',
    expected,
    fix: 'Save it without HTML text, with its letters as outlines, or export it as PNG.',
  },
  letters: {
    what: 'which is an SVG file with letters, for which every computer has other fonts',
    expected: 'letters as outlines',
    fix: 'Convert its text to paths (in Inkscape: Path, Object to Path), or export it as PNG.',
  },
  size: {
    what: 'which is an SVG file without a size',
    expected: 'width and height, or a viewBox',
    fix: 'Write them on its first element: <svg viewBox="0 0 1280 720" …>.',
  },
} satisfies Record<string, ContentFault>;

/** A character written by its number in CSS, such as `\75 rl(`. */
const unescaped = (css: string): string =>
  css.replaceAll(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, hex?: string, sign?: string) =>
    hex === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)),
  );

/**
 * Whether a style, or an attribute that may be one, names anything but parts of the same file. It need not know what is a
 * word and what is a string: what only looks like an address is refused too.
 */
const leadsOutside = (written: string): boolean => {
  const css = unescaped(written);
  return (
    /@(?:import|font-face|namespace)/i.test(css) ||
    /(?:\b|-)(?:url|src|image|image-set)\(/i.test(css.replaceAll(/url\(\s*['"]?#/gi, ''))
  );
};

const embedded = /^\s*data:image\/(?:png|jpe?g);base64,([\d+/=a-z\s]*)$/i;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** Pixels in a unit, at the 72 pixels an inch that drawings are measured at when they are drawn. */
const units: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 1,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
};

const lengthOf = (written: string | undefined): number | undefined => {
  const [, number, unit] = /^\s*\+?([\d.]+(?:e[+-]?\d+)?)([a-z%]*)\s*$/i.exec(written ?? '') ?? [];
  const length = Number(number) * (units[unit?.toLowerCase() ?? '-'] ?? Number.NaN);
  return length > 0 ? length : undefined;
};

const sizeOf = (root: Record<string, string>): Pick<Svg, 'width' | 'height'> | undefined => {
  const [, , boxWidth = 0, boxHeight = 0] = (root['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = lengthOf(root['width']);
  const height = lengthOf(root['height']);
  if (width && height) return { width, height };
  if (!(boxWidth > 0 && boxHeight > 0)) return undefined;
  if (width) return { width, height: (width / boxWidth) * boxHeight };
  if (height) return { width: (height / boxHeight) * boxWidth, height };
  return { width: boxWidth, height: boxHeight };
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const elementFaults: Record<string, ContentFault> = {
  foreignobject: faults.page,
  text: faults.letters,
  // XInclude, which some programs that draw SVG follow.
  include: faults.outside,
};

/** Names of namespaces, which nobody opens. */
const isNamespace = (name: string): boolean => /^xmlns(?::|$)/i.test(name);

/** Reads what decides whether a drawing is drawn. Whether it is well-formed is found out when it is drawn. */
const readMarkup = (text: string): Svg | ContentFault => {
  const pictures: Svg['embedded'] = [];
  let fault: ContentFault | undefined;
  let root: Record<string, string> | undefined;
  let style: string | undefined;
  const lookAt = (name: string, value: string): void => {
    if (isNamespace(name)) return;
    if (local(name) !== 'href') {
      if (leadsOutside(value)) fault ??= faults.outside;
      return;
    }
    if (/^\s*#/.test(value)) return;
    const picture = bytesOf((embedded.exec(value)?.[1] ?? '').replaceAll(/\s/g, ''));
    if (picture?.length) pictures.push(picture);
    else fault ??= faults.outside;
  };
  const parser = new Parser(
    {
      onprocessinginstruction: (name, data) => {
        if (/^!doctype/i.test(name)) fault ??= faults.doctype;
        else if (name.startsWith('!')) fault ??= faults.damaged;
        else if (name.toLowerCase() !== '?xml') fault ??= faults.stylesheet;
        // In another encoding, the same bytes could say something else.
        else if (!/encoding\s*=\s*["'](?!utf-8|us-ascii)/i.test(data)) return;
        else fault ??= faults.damaged;
      },
      onopentag: (name, attributes) => {
        root ??= local(name) === 'svg' ? attributes : {};
        fault ??= elementFaults[local(name)];
        if (local(name) === 'style') style = '';
        for (const [attribute, value] of Object.entries(attributes)) lookAt(attribute, value);
      },
      ontext: (words) => {
        if (style !== undefined) style += words;
      },
      onclosetag: (name) => {
        if (local(name) !== 'style') return;
        if (leadsOutside(style ?? '')) fault ??= faults.outside;
        style = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  const size = sizeOf(root ?? {});
  if (fault) return fault;
  if (!size) return faults.size;
  if (Math.max(size.width, size.height) > maxSide) {
    return {
      what: `an SVG file of ${String(Math.round(size.width))} × ${String(Math.round(size.height))} pixels`,
      expected: `at most ${maxSide.toLocaleString('en')} pixels on each side`,
      fix: 'Write a smaller width and height on its first element, and leave its viewBox as it is.',
    };
  }
  return { ...size, embedded: pictures };
};

/**
 * Reads a drawing in SVG and refuses what could load or become more than it shows: entities, other files, pieces of web
 * pages, letters in fonts that only some computers have. What is left is drawn, and its pixels are all that is published.
 */
export const readSvg = (bytes: Uint8Array): Svg | ContentFault => {
  if (bytes.length > maxSvgBytes) return faults.bytes;
  try {
    return readMarkup(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return faults.damaged;
  }
};
