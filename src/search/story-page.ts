import { escapeHtml } from '../escape-html.ts';
import type { Searchable } from './records.ts';

/** The marks of a story's element, of a slot in it, and of its lead image, in the printed page. */
const storyTag = /<article(?= [^>]*\bdata-story[\s>=])/;
const slotTag = /<(div|aside)(?= [^>]*\bdata-slot[\s>=])/;
const leadImage = /<figure(?= [^>]*\bdata-lead-image[\s>=]).*?srcset="([^" ]+\.avif) /s;

/** A tag with all its attributes, so that nothing in one of these is taken for another. */
const tags = /<(\/?)([a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** Where the element ends that begins at a place; undefined where it has no end. */
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

/** A story without the advertisements in it, which change without it. */
const withoutSlots = (story: string): string => {
  const slot = slotTag.exec(story);
  const end = slot?.[1] && endOf(story, slot.index, slot[1]);
  return slot && end ? story.slice(0, slot.index) + withoutSlots(story.slice(end)) : story;
};

/**
 * The element of a printed page that holds its story. What stands around it, and the advertisements in it, are left out:
 * they change without the story.
 * @throws when the page has no story
 */
export const storyIn = (html: string, url: string): string => {
  const start = html.search(storyTag);
  const end = start === -1 ? undefined : endOf(html, start, 'article');
  if (end === undefined) throw new Error(`${url} has no story that could be searched.`);
  return withoutSlots(html.slice(start, end));
};

const tag = (kind: 'meta' | 'filter' | 'sort', name: string, value: string): string =>
  `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;

/**
 * The story of a printed page with what Pagefind must be told of it: where it is, what a result shows, what it is
 * narrowed by. Told here and not in the page itself, so that readers do not carry it.
 * @param story see `storyIn`
 */
export const marked = (story: string, { meta, filters, moment }: Searchable): string => {
  const image = leadImage.exec(story)?.[1] ?? '';
  const told = [
    // Left to itself, Pagefind would take the picture of an advertisement for one of the story's.
    ...Object.entries({ ...meta, image: image.replaceAll('&amp;', '&'), image_alt: '' }).map(
      ([name, value]) => tag('meta', name, value),
    ),
    ...Object.entries(filters).flatMap(([name, values]) =>
      values.map((value) => tag('filter', name, value)),
    ),
    tag('sort', 'moment', String(moment)),
  ];
  const body = story.replace(storyTag, '<article data-pagefind-body');
  return `<!doctype html><html><head>${told.join('')}</head><body>${body}</body></html>`;
};
