import { mergeOrigins, type Origins } from './origins.ts';

/** A part of the paper that needs something let through, and how the HTML of a page shows that the part is on it. */
export interface Part {
  mark: string;
  origins: Origins;
}

const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin : "'self'";

const originsIn = (html: string, attribute: RegExp): string[] => [
  ...new Set([...html.matchAll(attribute)].map(([, address = '']) => originOf(address))),
];

/** What is shown in a frame once a reader asks for it, and what a player plays. */
const namedInBody = (html: string): Origins => {
  const frames = originsIn(html, / data-embed="([^"]+)"/g);
  const media = originsIn(html, /<(?:audio|video)\b[^>]* src="([^"]+)"/g);
  return {
    ...(frames.length > 0 ? { 'frame-src': frames } : {}),
    ...(media.length > 0 ? { 'media-src': media } : {}),
  };
};

/**
 * What a page needs let through.
 * @param html the page as it is printed
 * @param parts those of the paper that may be on it
 */
export const needsOf = (html: string, parts: readonly Part[]): Origins =>
  mergeOrigins(
    ...parts.filter(({ mark }) => html.includes(mark)).map(({ origins }) => origins),
    namedInBody(html),
  );
