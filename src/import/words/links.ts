import type { Element } from 'hast';
import type { Link, PhrasingContent } from 'mdast';
import {
  isFileAddress,
  isPictureAddress,
  isPlayable,
  nameOf,
  stemOf,
  wholeAddress,
} from './addresses.ts';

import { added, link, pictureIn, text } from './mdast.ts';
import { fileAt } from './pictures.ts';
import { attributeOf } from './tree.ts';
import { lose, type Work } from './work.ts';
import { percentDecoded } from '../../percent-decoded.ts';

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** A link to a file of the old site, which the paper must have a copy of; undefined for all other links. */
const fileLink = (url: string, children: PhrasingContent[], work: Work): Link | undefined => {
  if (!isFileAddress(url)) return undefined;
  const file = fileAt(url, work);
  const base = work.setting.base;
  if (!file && (base === '' || hostOf(url) !== hostOf(base))) return undefined;
  const kind = isPlayable(url) ? 'recording' : 'download';
  const urls = [...new Set([...(isPictureAddress(url) ? [url] : (file?.urls ?? [])), url])];
  return { ...link(url, children), data: { file: { kind, urls, file } } };
};

/** Whether a link around a picture leads to nothing but the picture, larger or on a page of its own. */
const leadsToItself = (
  element: Element,
  url: string,
  inner: readonly PhrasingContent[],
  work: Work,
): boolean =>
  /\battachment\b/.test(attributeOf(element, 'rel')) ||
  /[?&]attachment_id=\d/.test(url) ||
  inner.some((node) => {
    const picture = pictureIn(node)?.data?.picture;
    if (!picture) return false;
    const [first = ''] = picture.urls;
    return (
      (isPictureAddress(url) &&
        (stemOf(url) === stemOf(first) || fileAt(url, work) === picture.file)) ||
      picture.urls.includes(url) ||
      (picture.file?.page !== undefined && picture.file.page === url)
    );
  });

/** The fragment that an address leads to, if it leads to this text. */
const fragmentOf = (href: string, url: string | undefined, work: Work): string | undefined => {
  if (href.startsWith('#')) return percentDecoded(href.slice(1));
  if (url === undefined || work.setting.base === '') return undefined;
  const [page, fragment] = url.split('#');
  return fragment !== undefined && page === work.setting.base.split('#')[0]
    ? percentDecoded(fragment)
    : undefined;
};

/** A picture that links to a file, such as the cover of a report: the picture, then the file by its name. */
const pictureOfFile = (images: readonly PhrasingContent[], file: Link): PhrasingContent[] => {
  const { urls, file: known } = file.data?.file ?? {};
  const name = known?.title ?? nameOf(urls?.[0] ?? '');
  return [...images, { type: 'break' }, { ...file, children: [added(name === '' ? '…' : name)] }];
};

/** What the words of a link become: a link into the paper, to another site or to a file; or only words. */
export const linkedWords = (
  element: Element,
  inner: PhrasingContent[],
  work: Work,
): PhrasingContent[] => {
  const href = attributeOf(element, 'href').trim();
  if (href === '') return inner;
  if (/^mailto:[^\s?]/i.test(href)) return [link(href.replaceAll(/\s/g, '%20'), inner)];
  const url = wholeAddress(href, work.setting.base);
  const fragment = fragmentOf(href, url, work);
  if (fragment !== undefined) {
    return work.anchors.has(fragment) ? [link(`#${encodeURIComponent(fragment)}`, inner)] : inner;
  }
  if (url === undefined) {
    if (!/^(?:tel|sms|whatsapp|viber|tg):/i.test(href)) lose(work, 'link', href.slice(0, 40), true);
    return inner;
  }
  const shown = inner.filter((node) => node.type !== 'text' || /\S/.test(node.value));
  const isPicture = shown.every((node) => node.type === 'image');
  if (shown.length === 0 || (isPicture && leadsToItself(element, url, shown, work))) return inner;
  const file = fileLink(url, inner, work);
  if (file) return isPicture ? pictureOfFile(shown, file) : [file];
  const target = work.setting.linkOf(url) ?? url;
  if (target === false) return inner;
  if (!isPicture) return [link(target, inner)];
  lose(work, 'linked picture', target, true);
  return shown.map((image) => link(target, [image]));
};

const linkedTo = (url: string | false, words: string): PhrasingContent[] =>
  url === false ? [text(words)] : [link(url, [text(words)])];

const found =
  /\bhttps?:\/\/[^\s<>"“”„«»|\\^`{}]+|\bwww\.[\p{L}\p{N}-]+\.[^\s<>"“”„«»|\\^`{}]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** Addresses in words become links, as the paper would make them anyway; so marks in them are no emphasis. */
export const withLinks = (value: string, work: Work): PhrasingContent[] => {
  if (!/:\/\/|www\.|@/i.test(value)) return [text(value)];
  const words: PhrasingContent[] = [];
  let done = 0;
  for (const match of value.matchAll(found)) {
    const [all] = match;
    const isBalanced = all.includes('(');
    const shown = all.replace(isBalanced ? /[.,;:!?'’…*_~]+$/ : /[.,;:!?'’…*_~)\]]+$/, '');
    const isMail = !/^(?:https?:|www\.)/i.test(shown);
    const url = isMail
      ? `mailto:${shown}`
      : wholeAddress(shown.startsWith('www.') ? `http://${shown}` : shown, '');
    if (url === undefined || shown === '') continue;
    words.push(
      text(value.slice(done, match.index)),
      ...linkedTo(isMail ? url : (work.setting.linkOf(url) ?? url), shown),
    );
    done = match.index + shown.length;
  }
  return [...words, text(value.slice(done))];
};
