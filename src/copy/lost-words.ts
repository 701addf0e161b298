import { type CheerioAPI, load } from 'cheerio';
import { markdownToMdast, type MdastNode } from 'satteri';
import { pictureAttribute, readMark } from '../astro/picture-marks.ts';
import { embedOf } from './embeds.ts';
import { readTitle } from './figures.ts';
import { loadFragment } from './fragment.ts';
import type { PlainSigns } from './plain-signs.ts';
import { isPrinted } from './sanitise.ts';

/** Something in a body that readers would not see. */
export interface Loss {
  what: 'words' | 'caption' | 'picture';
  /** The words as they are in the body, or the picture's path. */
  text: string;
  /** The element around it, if that may not be printed. */
  inside: string | undefined;
}

/** Elements that keep their words wherever they are. */
const safe =
  /^(?:a|abbr|b|bdi|bdo|br|cite|code|del|em|i|ins|kbd|mark|q|s|small|strong|sub|sup|time|u|wbr)$/;

const hasLooseCaption = (node: MdastNode): boolean => {
  if (!('children' in node)) return false;
  const isPicture = (child: MdastNode): boolean =>
    /^image|^break$/.test(child.type) ||
    (child.type === 'text' && child.value.trim() === '') ||
    (/^link/.test(child.type) && 'children' in child && child.children.every(isPicture));
  if (node.type === 'paragraph' && node.children.every(isPicture)) return false;
  return node.children.some(
    (child) =>
      ('title' in child && /^image/.test(child.type) && child.title) || hasLooseCaption(child),
  );
};

/** Whether there is a picture, and after the first one the end of a title. One pattern for both would be quadratic. */
const mayHaveCaption = (markdown: string): boolean => {
  const first = markdown.indexOf('![');
  return first >= 0 && /["')]\s*\)/.test(markdown.slice(first));
};

/** Whether a body may lose words on its way to the page. Most cannot, and need not be rendered to find out. */
export const mayLoseWords = ({ markdown, rawHtml, paired }: PlainSigns): boolean =>
  rawHtml.openComments.length > 0 ||
  rawHtml.tags.some(
    (tag) => !safe.test(tag.name) || !(paired.has(tag) || /^w?br$/.test(tag.name)),
  ) ||
  /\[!\w+\]/.test(markdown) ||
  ((mayHaveCaption(markdown) || markdown.includes(']:')) &&
    hasLooseCaption(markdownToMdast(markdown, { features: { frontmatter: false } })));

/** Only its letters and digits: what typesetting adds or moves is between them. */
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');

type Node = ReturnType<ReturnType<CheerioAPI>['contents']>[number];

/** An address alone in its paragraph, or a frame, that becomes a placeholder for a video or a post. */
const becomesPlaceholder = ($: CheerioAPI, node: Node): boolean => {
  const part = $(node);
  if (part.is('iframe')) return embedOf(part.attr('src') ?? '') !== undefined;
  const address = part.children('a').attr('href') ?? '';
  return part.is('p') && part.text().trim() === address && embedOf(address) !== undefined;
};

const partsOf = ($: CheerioAPI, node: Node, inside?: string): Loss[] => {
  // Comments have data too, which nobody was to see.
  if ('data' in node && node.nodeType === 3) return [{ what: 'words', text: node.data, inside }];
  if (!('children' in node) || becomesPlaceholder($, node)) return [];
  const name = 'name' in node ? node.name : '';
  const mark = name === 'img' ? readMark($(node).attr(pictureAttribute)) : undefined;
  const { caption, credit } = readTitle(mark?.title ?? '');
  const own = name === 'input' && !/^(?:checkbox|radio|hidden)$/i.test($(node).attr('type') ?? '');
  const around = name === '' || isPrinted(name) ? inside : name;
  return [
    ...(mark ? [{ what: 'picture' as const, text: String(mark['src']), inside }] : []),
    ...[caption, credit].map((text) => ({ what: 'caption' as const, text, inside })),
    ...(own ? [{ what: 'words' as const, text: $(node).attr('value') ?? '', inside: name }] : []),
    ...node.children.flatMap((child) => partsOf($, child, around)),
  ];
};

/** What typesetting takes away on purpose: the time and the marks of an entry, and the mark of a pull quote or a box. */
const taken = /^\s*(?:\d{4}-\d{2}-\d{2}T[^\s<]*|\[!\w+\])|\[(?:key|pin)\]/gi;

/**
 * Compares a body before it is typeset and cleaned with what is printed, and finds the words, captions and pictures
 * that are gone.
 * @param raw as Markdown makes it, with all raw HTML
 * @param printed as it is printed
 */
export const lossesOf = (raw: string, printed: string): Loss[] => {
  // Unlike browsers, this parser drops and moves nothing.
  const before = load(raw, { xml: { xmlMode: false } }, false);
  const after = loadFragment(printed);
  const pictures = new Map<string, number>();
  const texts = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string, by: number): number => {
    const sum = (counts.get(key) ?? 0) + by;
    counts.set(key, sum);
    return sum;
  };
  for (const { what, text } of partsOf(after, after.root()[0] as Node)) {
    if (what === 'picture') count(pictures, text, 1);
    else if (what === 'words') count(texts, lettersOf(text), 1);
  }
  const missing = partsOf(before, before.root()[0] as Node).filter(({ what, text }) => {
    if (what === 'picture') return count(pictures, text, -1) < 0;
    const letters = lettersOf(text);
    return letters !== '' && count(texts, letters, -1) < 0;
  });
  // Typesetting splits and joins texts, so that the rest is compared without their bounds.
  const rest = [...texts].flatMap(([letters, times]) => (times > 0 ? [letters] : [])).join(' ');
  return missing.filter(
    ({ what, text }) =>
      what === 'picture' ||
      text
        .replaceAll(taken, '')
        .split('\n')
        .some((line) => !rest.includes(lettersOf(line))),
  );
};
