import type { Element } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import { isPlayable, nameOf, wholeAddress } from './addresses.ts';
import { cardOf, embedded } from './embeds.ts';
import { added, link, type LinkedFile, paragraph } from './mdast.ts';
import { fileAt } from './pictures.ts';
import { attributeOf, elementsIn, isElement } from './tree.ts';
import { lose, type Work } from './work.ts';

const isOwn = (url: string, { setting }: Work): boolean =>
  /\/wp-content\/uploads\//.test(url) ||
  (setting.base !== '' && new URL(url).hostname === new URL(setting.base).hostname);

/**
 * An `audio` or `video` element: a link in a paragraph of its own, which the paper turns into a player. What stands in the
 * element is for browsers that have no players.
 */
export const recordingOf = (element: Element, work: Work): RootContent[] => {
  const sources = [element, ...elementsIn(element, (child) => isElement(child, 'source'))]
    .map((one) => attributeOf(one, 'src') || attributeOf(one, 'dataSrc'))
    .flatMap((src) => wholeAddress(src, work.setting.base) ?? []);
  const id = attributeOf(element, 'dataId');
  const file =
    sources.map((url) => fileAt(url, work)).find(Boolean) ??
    (id === '' ? undefined : work.setting.fileOf({ id }));
  const known = [...(file?.urls ?? []), ...sources];
  const url = known.find(isPlayable) ?? known[0];
  if (url === undefined) {
    lose(work, 'recording', `${element.tagName} without an address`, false);
    return [];
  }
  if (cardOf(url, work)) return embedded(url, '', work);
  const title = attributeOf(element, 'title').trim() || (file?.title ?? '');
  const words = [added(title === '' ? nameOf(url) || url : title)];
  if (!isPlayable(url)) lose(work, 'recording', url, false);
  if (!file && !isOwn(url, work)) return [paragraph([link(url, words)], 'recording')];
  const kind: LinkedFile['kind'] = isPlayable(url) ? 'recording' : 'download';
  const urls = [...new Set([url, ...known])];
  return [paragraph([{ ...link(url, words), data: { file: { kind, urls, file } } }], 'recording')];
};

/** The address of a recording in a line of its own, which the editor's program turns into a player. */
export const playerOf = (address: string, work: Work): Paragraph | undefined => {
  if (!/\.(?:mp3|m4a|ogg|wav|mp4|webm)$/i.test(address)) return undefined;
  const element: Element = {
    type: 'element',
    tagName: 'audio',
    properties: { src: address },
    children: [],
  };
  const [only] = recordingOf(element, work);
  return only?.type === 'paragraph' ? only : undefined;
};
