import type { PageElement } from './elements.ts';
import { mergeOrigins, type Origins } from '../policy-origins.ts';

/** A part of the paper that the policy must allow for, and the element by which it is recognised on a page. */
export interface Part {
  /** An attribute that the element has, unless it is a script. */
  attribute?: string;
  isMark: (element: PageElement) => boolean;
  origins: Origins;
}

const originOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).origin : "'self'";

const originsOf = (addresses: (string | undefined)[]): string[] => [
  ...new Set(addresses.filter((address) => address !== undefined).map(originOf)),
];

/** The origins of embeds, which load in a frame once a reader asks, and of audio and video. */
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
 * Says whether markup matters to a policy at all: most tags of a page need not be read.
 * @param parts the parts of the paper that may be on the page
 */
export const mattersTo = (parts: readonly Part[]): ((markup: string) => boolean) => {
  const attributes = parts.flatMap(({ attribute }) => attribute ?? []);
  // What is in a `pre` or `textarea` was not cut into tags.
  const matters = new RegExp(
    `^<(?:script|style|audio|video|pre|textarea)\\b|\\s(?:${['data-embed', ...attributes].join('|')})[\\s=/>]`,
    'i',
  );
  return (markup) => matters.test(markup);
};

/**
 * What the policy of a page must allow.
 * @param elements the elements of the page's final HTML
 * @param parts the parts of the paper that may be on it
 */
export const needsOf = (elements: readonly PageElement[], parts: readonly Part[]): Origins =>
  mergeOrigins(
    ...parts.filter(({ isMark }) => elements.some(isMark)).map(({ origins }) => origins),
    namedInBody(elements),
  );
