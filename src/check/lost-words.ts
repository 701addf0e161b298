import { embedOf } from '../copy/embeds.ts';
import { endsByItself, isHtmlName, voidNames } from '../copy/html-names.ts';
import { type Loss, lossesOf, mayLoseWords } from '../copy/lost-words.ts';
import { shown } from '../copy/mistakes.ts';
import { type PlainSigns, withPlainSigns } from '../copy/plain-signs.ts';
import type { Entry } from '../copy/read.ts';
import type { createBodyRenderer } from '../copy/render.ts';
import { isPrinted } from '../copy/sanitise.ts';
import type { Tag } from '../copy/tags.ts';
import { type BodySetting, settingFor } from '../copy/typeset.ts';
import { unseenParts, type UnseenPart } from '../copy/unseen-parts.ts';
import type { Rule } from '../schemas/values.ts';
import { placesInFile } from './place-in-file.ts';

/** What is wrong with a part of a body, and where that part is: undefined if it cannot be said. */
type Fault = Rule & { found: string; offset: number | undefined };

/** Elements that show something of their own, and are never printed. */
const shows = /^(?:iframe|frame|object|embed|applet|audio|video|svg|canvas)$/;

/** Elements that take what comes after them, though they are never printed. */
const swallows = /^(?:script|style|textarea|title|select|noscript|iframe|xmp|plaintext)$/;

const openFault = (name: string, offset: number): Fault => ({
  found: `<${name}>, which is never closed`,
  expected: `</${name}>: without it, all that follows belongs to it`,
  fix: `Add </${name}> where it ends, or write \\<${name}> if it is text.`,
  offset,
});

const shownFault = (name: string, offset: number): Fault => ({
  found: `<${name}>, which readers would not see`,
  expected: 'Markdown, or the HTML that docs/editors/markdown.md allows',
  fix: /^(?:audio|video)$/.test(name)
    ? 'Write the address of the recording on a line of its own.'
    : 'Link to it instead, or remove it.',
  offset,
});

const tagFaults = ({ rawHtml: { tags, openComments }, paired, placeOf }: PlainSigns): Fault[] => {
  const isOpen = (tag: Tag): boolean =>
    !tag.isEnd && !paired.has(tag) && !voidNames.has(tag.name) && !endsByItself.has(tag.name);
  // A box that is left open changes nothing: classes are not printed.
  const mayStayOpen = /^(?:div|section|article)$/;
  return [
    ...tags.flatMap((tag): Fault[] => {
      const { name, isEnd, attributes, start } = tag;
      const offset = placeOf(start);
      const matters = (isPrinted(name) && !mayStayOpen.test(name)) || swallows.test(name);
      if (isHtmlName(name) && isOpen(tag) && matters) return [openFault(name, offset)];
      const isKnownFrame = name === 'iframe' && embedOf(attributes.get('src') ?? '') !== undefined;
      return isEnd || isKnownFrame || !shows.test(name) ? [] : [shownFault(name, offset)];
    }),
    ...openComments.map((start) => ({
      found: 'a comment that is never closed',
      expected: '-->: without it, readers see nothing of what follows',
      fix: 'Add --> where the comment ends.',
      offset: placeOf(start),
    })),
  ];
};

const partFault = ({ what, text, offset }: UnseenPart): Fault => {
  if (what === 'cell') {
    return {
      found: `the cell ${shown(text)}, in a row with more cells than its table has columns`,
      expected: 'as many cells as columns: readers would not see the others',
      fix: 'Add a column to the first two lines of the table, or write \\| for a bar that is text.',
      offset,
    };
  }
  return what === 'lone note'
    ? {
        found: `the note [^${text}], to which nothing refers`,
        expected: `[^${text}] in the text: readers would not see the note`,
        fix: 'Refer to it, or remove it.',
        offset,
      }
    : {
        found: `a second note [^${text}]`,
        expected: 'a name of its own: readers would see the first one only',
        fix: 'Give one of the two another name.',
        offset,
      };
};

/** Says where a body has a text, one place after the other; undefined if Markdown has changed it. */
const placesIn = (body: string): ((text: string) => number | undefined) => {
  const next = new Map<string, number>();
  return (text) => {
    const [start = ''] = text.trim().split('\n');
    const at = start === '' ? -1 : body.indexOf(start, next.get(start));
    if (at < 0) return undefined;
    next.set(start, at + 1);
    return at;
  };
};

const lossFault = ({ what, text, inside }: Loss, offset: number | undefined): Fault => {
  if (what === 'words') {
    const isQuote = /^\s*\[!quote\]/i.test(text);
    return {
      found: `${shown(text.trim())}${inside ? ` in <${inside}>` : ''}, which readers would not see`,
      expected: isQuote
        ? 'the words of the quotation after [!quote]'
        : 'words in Markdown, or in the HTML that docs/editors/markdown.md allows',
      fix: isQuote ? 'Add them, or remove it.' : 'Write them as a paragraph, or remove them.',
      offset,
    };
  }
  return {
    found: `the ${what} ${shown(text)}, which readers would not see`,
    expected: 'a picture in a paragraph of its own, where its caption has room',
    fix: `Leave an empty line before and after the picture, or remove the ${what}.`,
    offset,
  };
};

/** What the check needs to render bodies as the build does. */
export interface Rendering {
  render: ReturnType<typeof createBodyRenderer>;
  setting: BodySetting;
}

const faultsOf = async ({ body, data }: Entry<object>, of: Rendering): Promise<Fault[]> => {
  // Most bodies have nothing that could be lost.
  if (!/[<!|]|\]:/.test(body)) return [];
  const signs = withPlainSigns(body);
  const faults = [...tagFaults(signs), ...unseenParts(body).map(partFault)];
  if (!mayLoseWords(signs)) return faults;
  const { raw, printed } = await of.render(body, settingFor(data, of.setting));
  const losses = lossesOf(raw, printed).filter(
    ({ what, inside }) => what !== 'words' || inside === undefined || !shows.test(inside),
  );
  const placeOf = placesIn(body);
  return [...faults, ...losses.map((loss) => lossFault(loss, placeOf(loss.text)))];
};

/** Finds the words, captions and pictures of an article or a page that would not be printed, and what hides them. */
export const wordsLostIn = async (
  entry: Entry<object>,
  of: Rendering,
): Promise<(Rule & { found: string })[]> => {
  const faults = await faultsOf(entry, of);
  const placeOf = placesInFile(entry);
  const last = Number.POSITIVE_INFINITY;
  return faults
    .toSorted((a, b) => (a.offset ?? last) - (b.offset ?? last))
    .map(({ found: what, offset, ...rule }) => {
      const place = offset === undefined ? '' : `${placeOf(offset)}: `;
      return { found: place + what, ...rule };
    });
};
