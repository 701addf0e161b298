import type { Element } from 'hast';
import type { RootContent } from 'mdast';
import type { Flow } from './flow.ts';
import { detailsOf } from './lists.ts';
import { link, paragraph, text } from './mdast.ts';
import { recordingOf } from './recordings.ts';
import { attributeOf, elementsIn, hasClass, isElement, textIn } from './tree.ts';
import { wholeAddress } from './addresses.ts';

const wordsOf = (element: Element, name: string): string => {
  const [part] = elementsIn(element, (child) => hasClass(child, name));
  return part ? textIn(part).replaceAll(/\s+/g, ' ').trim() : '';
};

/** A page that is recommended: the link, and what is said about it. Its little pictures are the other site's. */
const bookmark = (card: Element, { work }: Flow): RootContent[] => {
  const [anchor] = elementsIn(card, (child) => isElement(child, 'a'));
  const url = wholeAddress(anchor ? attributeOf(anchor, 'href') : '', work.setting.base);
  const title = wordsOf(card, 'kg-bookmark-title') || url;
  if (url === undefined || title === undefined) return [];
  const about = wordsOf(card, 'kg-bookmark-description');
  const caption = elementsIn(card, (child) => isElement(child, 'figcaption'))
    .map(textIn)
    .join(' ')
    .trim();
  return [
    paragraph([link(work.setting.linkOf(url) || url, [text(title)])]),
    ...[about, caption].filter(Boolean).map((words) => paragraph([text(words)])),
  ];
};

/** Words that fold open, as Ghost writes them. */
const toggle = (card: Element, flow: Flow): RootContent[] => {
  const part = (name: string): Element['children'] =>
    elementsIn(card, (child) => hasClass(child, name))[0]?.children ?? [];
  const summary: Element = {
    type: 'element',
    tagName: 'summary',
    properties: {},
    children: [{ type: 'text', value: wordsOf(card, 'kg-toggle-heading-text') }],
  };
  return detailsOf({ ...card, children: [summary, ...part('kg-toggle-content')] }, flow);
};

const player = (card: Element, { work }: Flow): RootContent[] =>
  elementsIn(card, (child) => isElement(child, 'audio')).flatMap((audio) =>
    recordingOf(
      { ...audio, properties: { ...audio.properties, title: wordsOf(card, 'kg-audio-title') } },
      work,
    ),
  );

/** The cards of Ghost's editor that are more than HTML; undefined for all other elements. */
export const ghostCard = (element: Element, flow: Flow): RootContent[] | undefined => {
  if (hasClass(element, 'kg-bookmark-card')) return bookmark(element, flow);
  if (hasClass(element, 'kg-toggle-card')) return toggle(element, flow);
  if (hasClass(element, 'kg-audio-card')) return player(element, flow);
  // The buttons of a player.
  return hasClass(element, 'kg-video-overlay', 'kg-video-player-container') ? [] : undefined;
};
