/** A block of WordPress's editor: the words between its comments, of which inner blocks have become HTML already. */
export interface Block {
  /** `core/paragraph`; the namespace `core` is left out in texts, and old embeds have `core-embed`. */
  name: string;
  attributes: Record<string, unknown>;
  html: string;
  /** True if it is written as one comment, so that all that it shows was made by the server. */
  isEmpty: boolean;
}

interface Frame {
  name: string;
  attributes: Record<string, unknown>;
  parts: string[];
}

const delimiter = /^<!--\s*(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s*(\{.*\})?\s*(\/?)-->$/s;

/** Whether a text was written in the block editor. */
export const hasBlocks = (text: string): boolean => /<!--\s*wp:[a-z]/.test(text);

const readAttributes = (json: string | undefined): Record<string, unknown> => {
  try {
    return json === undefined ? {} : (JSON.parse(json) as Record<string, unknown>);
  } catch {
    return {};
  }
};

/**
 * Goes through the blocks of a text, inner ones first. Comments that don't match are forgiven: an end without a
 * beginning is ignored, and what was never ended ends with the block around it.
 * @param show what a block becomes
 * @param between what the text outside of all blocks becomes
 */
export const blocksAsHtml = (
  text: string,
  show: (block: Block) => string,
  between: (text: string) => string,
): string => {
  const page: Frame = { name: '', attributes: {}, parts: [] };
  const open: Frame[] = [page];
  const top = (): Frame => open.at(-1) ?? page;
  const add = (words: string): void => {
    if (words !== '') top().parts.push(open.length === 1 ? between(words) : words);
  };
  const close = (): void => {
    const { name, attributes, parts } = open.pop() ?? page;
    top().parts.push(show({ name, attributes, html: parts.join(''), isEmpty: false }));
  };
  let done = 0;
  for (let at = text.indexOf('<!--'); at !== -1; at = text.indexOf('<!--', at + 4)) {
    const end = text.indexOf('-->', at);
    if (end === -1) break;
    const [, isEnd, short = '', json, isWhole] = delimiter.exec(text.slice(at, end + 3)) ?? [];
    if (short === '') continue;
    add(text.slice(done, at));
    done = end + 3;
    const name = short.includes('/') ? short : `core/${short}`;
    if (isEnd !== '') {
      if (!open.some((frame, depth) => depth > 0 && frame.name === name)) continue;
      while (top().name !== name) close();
      close();
    } else if (isWhole !== '') {
      top().parts.push(show({ name, attributes: readAttributes(json), html: '', isEmpty: true }));
    } else {
      open.push({ name, attributes: readAttributes(json), parts: [] });
    }
  }
  add(text.slice(done));
  while (open.length > 1) close();
  return page.parts.join('');
};
