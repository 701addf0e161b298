import { Parser } from 'htmlparser2';

/** Elements that a headline or a name may be dressed in. Other tags in one are words: `How <video> is written`. */
const dress = new Set(
  (
    'a abbr acronym b bdi bdo big blink br center cite code del dfn div em font h1 h2 h3 h4 h5 h6 i img ins kbd mark ' +
    'nobr p q s small span strike strong sub sup time tt u wbr'
  ).split(' '),
);

const breaks = new Set(['br', 'p', 'div']);

const hidden = /<(script|style)\b[^>]*>.*?<\/\1\s*>/gis;

/** A `<` that begins no tag which ends, or a tag's name. */
const opening = /<(?![^<>]*>)|<(?=\/?([a-z][\w:-]*))/gi;

/** Collapses white space to single spaces, without any at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A headline or a name as words: entities are resolved exactly once, formatting goes, white space is collapsed. What looks
 * like a tag and is none of formatting stays, because it is a word.
 */
export const decodedOnce = (html: string): string => {
  if (!/[<&]/.test(html)) return oneLine(html);
  const parts: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => {
      if (breaks.has(name)) parts.push(' ');
    },
    ontext: (text) => {
      parts.push(text);
    },
  });
  parser.end(
    html
      .replace(hidden, '')
      .replace(opening, (sign, name?: string) =>
        name !== undefined && dress.has(name.toLowerCase()) ? sign : '&lt;',
      ),
  );
  return oneLine(parts.join(''));
};

/**
 * The title of an element that had no CDATA section, whose entities the XML parser has resolved. WordPress had taken its
 * tags out and escaped it, so it is words already; where entities are left, it had been HTML inside XML.
 */
export const decodedAgain = (text: string): string =>
  /&(?:#\d+|#x[\da-f]+|[a-z]\w+);/i.test(text) ? decodedOnce(text) : oneLine(text);
