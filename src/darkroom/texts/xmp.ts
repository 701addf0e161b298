import { Parser } from 'htmlparser2';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const licensor = 'http://ns.useplus.org/ldf/xmp/1.0/Licensor';
const licensorUrl = `${licensor}URL`;

/** The properties that are read, each with the address that XMP knows it by. */
const properties = {
  creator: 'http://purl.org/dc/elements/1.1/creator',
  description: 'http://purl.org/dc/elements/1.1/description',
  rights: 'http://purl.org/dc/elements/1.1/rights',
  credit: 'http://ns.adobe.com/photoshop/1.0/Credit',
  license: 'http://ns.adobe.com/xap/1.0/rights/WebStatement',
  licensor,
  alt: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/AltTextAccessibility',
  source: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/DigitalSourceType',
};
export type XmpProperty = keyof typeof properties;

/** The values of each property that there is; of a text in several languages, the one for everybody. */
export type Xmp = Partial<Record<XmpProperty, string[]>>;

const nameOf = new Map(
  Object.entries(properties).map(([name, address]) => [address, name as XmpProperty]),
);

/** XMP is no deeper than this; what is was made to hurt. */
const deepest = 40;

interface Value {
  text: string;
  language?: string | undefined;
}

class TooDeep extends Error {}

/**
 * Reads XMP (ISO 16684-1), as far as it can be read: properties are elements or attributes, directly in a description.
 * What is within other things (the history of a file, the pictures that it was made from) says nothing of the picture.
 */
export const readXmp = (bytes: Uint8Array): Xmp => {
  const found = new Map<XmpProperty, Value[]>();
  const spaces = new Map<string, string>();
  const open: string[] = [];
  let current: { name: XmpProperty; depth: number } | undefined;

  const expanded = (name: string): string => {
    const [prefix = '', local = ''] = name.split(':', 2);
    return `${spaces.get(prefix) ?? ''}${local}`;
  };
  const add = (name: XmpProperty, value: Value): void => {
    const known = found.get(name) ?? [];
    if (known.length < 20) found.set(name, [...known, value]);
  };
  /** Whether a value begins with this element, which is the last that is open. */
  const holdsValue = (depth: number): boolean => {
    if (!current) return false;
    const element = open[depth - 1];
    if (current.name === 'licensor') return element === licensorUrl;
    return depth === current.depth || element === `${rdf}li`;
  };

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        for (const [key, value] of Object.entries(attributes)) {
          if (key.startsWith('xmlns:')) spaces.set(key.slice(6), value);
        }
        const element = expanded(name);
        const parents = open.slice(-2);
        const isProperty = parents[0] === `${rdf}RDF` && parents[1] === `${rdf}Description`;
        open.push(element);
        if (open.length > deepest) throw new TooDeep();
        const described = element === `${rdf}Description` && parents.at(-1) === `${rdf}RDF`;
        for (const [key, value] of Object.entries(attributes)) {
          const property = expanded(key);
          const known = described && nameOf.get(property);
          if (known) add(known, { text: value });
          if (current?.name === 'licensor' && property === licensorUrl)
            add('licensor', { text: value });
        }
        const property = isProperty ? nameOf.get(element) : undefined;
        if (property) {
          current = { name: property, depth: open.length };
          const resource = attributes['rdf:resource'];
          if (resource !== undefined) add(property, { text: resource });
        }
        if (current && holdsValue(open.length))
          add(current.name, { text: '', language: attributes['xml:lang'] });
      },
      ontext: (text) => {
        const value = current && found.get(current.name)?.at(-1);
        if (value && holdsValue(open.length) && value.text.length < 10_000) value.text += text;
      },
      onclosetag: () => {
        if (open.length === current?.depth) current = undefined;
        open.pop();
      },
    },
    { xmlMode: true },
  );
  try {
    parser.write(new TextDecoder().decode(bytes));
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }

  return Object.fromEntries(
    [...found].map(([name, values]) => {
      const written = values.filter(({ text }) => text.trim() !== '');
      const everybody = written.find(({ language }) => language === 'x-default');
      return [name, everybody ? [everybody.text] : written.map(({ text }) => text)];
    }),
  );
};
