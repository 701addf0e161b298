import { escapeHtml } from '../escape-html.ts';
import { indexed } from './joined-words.ts';
import type { Searchable } from './records.ts';

/** The opening tags of a story, of a slot in it, and of its lead image, in a built page. */
const storyTag = /<article(?= [^>]*\bdata-story[\s>=])/;
const slotTag = /<(div|aside)(?= [^>]*\bdata-slot[\s>=])/;
const leadImage = /<figure(?= [^>]*\bdata-lead-image[\s>=]).*?srcset="([^" ]+\.(?:avif|webp)) /s;

/** Matches a tag with its attributes, so that a `>` within an attribute does not end it. */
const tags = /<(\/?)([a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** The offset after the element that begins at `start`; undefined if it is not closed. */
const endOf = (html: string, start: number, element: string): number | undefined => {
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (tag[2]?.toLowerCase() !== element) continue;
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return undefined;
};

/** Removes the advertisements from a story: they change without it. */
const withoutSlots = (story: string): string => {
  const slot = slotTag.exec(story);
  const end = slot?.[1] && endOf(story, slot.index, slot[1]);
  return slot && end ? story.slice(0, slot.index) + withoutSlots(story.slice(end)) : story;
};

/** Whether a built page shows a story. */
export const hasStory = (html: string): boolean => storyTag.test(html);

/**
 * The HTML of the element that holds a built page's story, without its advertisements, which change without it.
 * @param name of the page, for the error
 * @throws if the page has no story
 */
export const storyIn = (html: string, name: string): string => {
  const start = html.search(storyTag);
  const end = start === -1 ? undefined : endOf(html, start, 'article');
  if (end === undefined) throw new Error(`${name} has no story that search could index.`);
  return withoutSlots(html.slice(start, end));
};

const characters: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** A tag, with its attributes; a character reference other than those above; or what is between them. */
const pieces =
  /<(?:[^>"']|"[^"]*"|'[^']*')*>|&(?!amp;|lt;|gt;|quot;|#39;)#?\w+;|(?:(?!&#?\w+;)[^<]|&(?:amp|lt|gt|quot|#39);)+/g;

/** Prepares the words between the tags of a story. */
const withWordsApart = (html: string): string =>
  html.replaceAll(pieces, (piece) =>
    /^(?:<|&(?!amp;|lt;|gt;|quot;|#39;)#?\w+;)/.test(piece)
      ? piece
      : escapeHtml(indexed(piece.replaceAll(/&#?\w+;/g, (name) => characters[name] ?? name))),
  );

const tag = (kind: 'meta' | 'filter' | 'sort', name: string, value: string): string =>
  `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;

/**
 * Wraps a story in a page for Pagefind, with the attributes and meta tags that mark the story, what a result shows and
 * what it is filtered by. They are not in the built page, so readers do not download them.
 * @param story see `storyIn`
 */
export const marked = (story: string, { meta, filters, moment }: Searchable): string => {
  const image = leadImage.exec(story)?.[1] ?? '';
  const metaTags = [
    // By default, Pagefind would take an advertisement's picture for the story's.
    ...Object.entries({
      ...meta,
      title: indexed(meta.title),
      image: image.replaceAll('&amp;', '&'),
      image_alt: '',
    }).map(([name, value]) => tag('meta', name, value)),
    ...Object.entries(filters).flatMap(([name, values]) =>
      values.map((value) => tag('filter', name, value)),
    ),
    tag('sort', 'moment', String(moment)),
  ];
  const body = withWordsApart(story).replace(storyTag, '<article data-pagefind-body');
  return `<!doctype html><html><head>${metaTags.join('')}</head><body>${body}</body></html>`;
};
