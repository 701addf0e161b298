/** What the scanner asks about a name. */
export interface Names {
  isKnown: (name: string) => boolean;
  /** True if what is between the tags must not be read for shortcodes, such as code. */
  isRaw: (name: string) => boolean;
}

/** The tag of a shortcode, or words. */
export type Token = string | Tag;

/** A tag as written, and where it stands. */
export interface Tag {
  /** In lower case. */
  name: string;
  kind: 'opening' | 'closing' | 'whole';
  tag: string;
  /** What follows the name. */
  rest: string;
  from: number;
  to: number;
}

const tagHere = /\[(\/?)([A-Za-z][\w-]*)(?=[\s\]/:|="'&“”])([^[\]]*)\]/y;
const markup = /<\/?[A-Za-z!][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/y;
const untouched = /<(script|style|pre|code|textarea)\b[^>]*>/iy;
const quoted = /"[^"]*"|'[^']*'/g;
const escaped = /\[(\[\/?([A-Za-z][\w-]*)[^[\]]*\])\]/g;

/** Code shows shortcodes as they are; only the second brackets of those that were escaped go. */
const withoutEscapes = (text: string, { isKnown }: Names): string =>
  text.replaceAll(escaped, (all, tag: string, name: string) =>
    isKnown(name.toLowerCase()) ? tag : all,
  );

/** Looks for ends of all kinds without regard to case, and never again for one that isn't there. */
const finderIn = (text: string): ((end: string, from: number) => number) => {
  // Not `toLowerCase` for all: it makes some letters longer.
  const lower = text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const missing = new Set<string>();
  return (end, from) => {
    const at = missing.has(end) ? -1 : lower.indexOf(end, from);
    if (at === -1) missing.add(end);
    return at;
  };
};

type Find = ReturnType<typeof finderIn>;

/** The end of a comment or a tag of HTML, and of code with everything in it. */
const endOfMarkup = (text: string, find: Find, at: number): { end: number; isCode: boolean } => {
  if (text.startsWith('<!--', at)) {
    const end = find('-->', at);
    return { end: end === -1 ? at + 4 : end + 3, isCode: false };
  }
  untouched.lastIndex = at;
  const [tag = '', name = ''] = untouched.exec(text) ?? [];
  if (tag !== '') {
    const end = find(`</${name.toLowerCase()}`, at + tag.length);
    return { end: end === -1 ? at + tag.length : end, isCode: end !== -1 };
  }
  // A tag longer than this is a mark that was never closed.
  markup.lastIndex = 0;
  const found = markup.exec(text.slice(at, at + 4000))?.[0] ?? '<';
  return { end: at + found.length, isCode: false };
};

/**
 * Splits a text into the tags of shortcodes and the words between them. Tags and code of HTML are not looked into, and
 * `[[name]]` is the name in brackets.
 */
export const tokensOf = (text: string, names: Names): Token[] => {
  const tokens: Token[] = [];
  const find = finderIn(text);
  let done = 0;
  const add = (until: number, next: number, token: Token = ''): void => {
    if (until > done) tokens.push(text.slice(done, until));
    if (token !== '') tokens.push(token);
    done = next;
  };
  const brackets = /[[<]/g;
  for (let hit = brackets.exec(text); hit; hit = brackets.exec(text)) {
    const at = hit.index;
    if (hit[0] === '<') {
      const { end, isCode } = endOfMarkup(text, find, at);
      if (isCode) add(at, end, withoutEscapes(text.slice(at, end), names));
      brackets.lastIndex = end;
      continue;
    }
    const isEscaped = text[at + 1] === '[';
    tagHere.lastIndex = isEscaped ? at + 1 : at;
    const [tag = '', slash = '', given = '', rest = ''] = tagHere.exec(text) ?? [];
    if (tag === '') continue;
    const name = given.toLowerCase();
    const to = tagHere.lastIndex;
    // Tags of HTML may stand in the values of a shortcode that is known, and nowhere else.
    if ((names.isKnown(name) ? rest.replaceAll(quoted, '') : rest).includes('<')) continue;
    if (isEscaped) {
      // The second bracket is behind the tag, or behind its closing one.
      const close = `[/${name}]`;
      const closed = text[to] === ']' || slash !== '' ? -1 : find(close, to);
      const end = closed === -1 ? to : closed + close.length;
      if (!names.isKnown(name) || text[end] !== ']') continue;
      add(at, end + 1, text.slice(at + 1, end));
    } else {
      const kind = slash !== '' ? 'closing' : /\/\s*$/.test(rest) ? 'whole' : 'opening';
      add(at, to, { name, kind, tag, rest, from: at, to });
      const end = kind === 'opening' && names.isRaw(name) ? find(`[/${name}]`, to) : -1;
      if (end !== -1) add(end, end);
    }
    brackets.lastIndex = done;
  }
  add(text.length, text.length);
  return tokens;
};
