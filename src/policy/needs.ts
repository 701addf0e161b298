import type { PageElement } from './elements.ts';
import { mergeOrigins, type Origins } from '../policy-origins.ts';

/** A part of the paper that needs something let through, and the element that shows that it is on a page. */
export interface Part {
  isMark: (element: PageElement) => boolean;
  origins: Origins;
}

const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin : "'self'";

const originsOf = (addresses: (string | undefined)[]): string[] => [
  ...new Set(addresses.filter((address) => address !== undefined).map(originOf)),
];

/** What is shown in a frame once a reader asks for it, and what a player plays. */
const namedInBody = (elements: readonly PageElement[]): Origins => {
  const frames = originsOf(elements.map(({ attributes }) => attributes['data-embed']));
  const media = originsOf(
    elements
      .filter(({ name }) => name === 'audio' || name === 'video')
      .map(({ attributes }) => attributes['src']),
  );
  return {
    ...(frames.length > 0 ? { 'frame-src': frames } : {}),
    ...(media.length > 0 ? { 'media-src': media } : {}),
  };
};

/**
 * What a page needs let through.
 * @param elements those of the page as it is printed
 * @param parts those of the paper that may be on it
 */
export const needsOf = (elements: readonly PageElement[], parts: readonly Part[]): Origins =>
  mergeOrigins(
    ...parts.filter(({ isMark }) => elements.some(isMark)).map(({ origins }) => origins),
    namedInBody(elements),
  );
