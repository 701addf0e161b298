import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Piece } from './pieces.ts';

/** A tag in the Markdown of a body. */
export interface Tag {
  /** In lower case. */
  name: string;
  /** Whether it is an end tag, and whether it ends in `/>`. */
  isEnd: boolean;
  closesItself: boolean;
  /** Its attributes, in lower case; without a value, undefined. */
  attributes: Map<string, string | undefined>;
  /** Where it starts in the Markdown, and where it stops. */
  start: number;
  end: number;
}

const tagsOf = ({ source, start: offset }: Piece): Tag[] => {
  const tags: Tag[] = [];
  let tag: Tag | undefined;
  let attribute = '';
  const begin = (start: number, end: number, isEnd: boolean): void => {
    const name = source.slice(start, end).toLowerCase();
    const before = source.lastIndexOf('<', start);
    const attributes = new Map<string, string | undefined>();
    tag = { name, isEnd, closesItself: false, attributes, start: before + offset, end: 0 };
  };
  const finish = (end: number, closesItself: boolean): void => {
    if (tag) tags.push({ ...tag, closesItself, end: end + 1 + offset });
    tag = undefined;
  };
  const value = (start: number, end: number): void => {
    const so = tag?.attributes.get(attribute) ?? '';
    tag?.attributes.set(attribute, so + source.slice(start, end));
  };
  const nothing = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => {
        begin(start, end, false);
      },
      onclosetag: (start, end) => {
        begin(start, end, true);
        finish(source.indexOf('>', end), false);
      },
      onattribname: (start, end) => {
        attribute = source.slice(start, end).toLowerCase();
        tag?.attributes.set(attribute, undefined);
      },
      onattribdata: value,
      onattribend: (quote) => {
        // An empty value in quotation marks has no data.
        if (quote !== QuoteType.NoValue) value(0, 0);
      },
      onattribentity: nothing,
      onopentagend: (end) => {
        finish(end, false);
      },
      onselfclosingtag: (end) => {
        finish(end, true);
      },
      ontext: nothing,
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return tags;
};

/** What raw HTML there is in Markdown: not what is in code, or follows a backslash. */
export interface RawHtml {
  /** Its tags, in their order. */
  tags: Tag[];
  /** Where something starts that is no element: `<?` or `<![CDATA[`. */
  instructions: number[];
  /** Where a comment starts that is never closed, and hides the rest of the body. */
  openComments: number[];
}

/** Reads the pieces of raw HTML in a body. */
export const rawHtmlIn = (pieces: readonly Piece[]): RawHtml => {
  const startsOf = (pattern: RegExp): number[] =>
    pieces.filter(({ source }) => pattern.test(source)).map(({ start }) => start);
  return {
    tags: pieces.flatMap(tagsOf),
    instructions: startsOf(/^<(?:\?|!\[)/),
    openComments: startsOf(/^<!--(?!-?>)(?![\s\S]*-->)/),
  };
};
