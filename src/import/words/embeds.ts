import type { Element } from 'hast';
import type { Paragraph } from 'mdast';
import { embedOf } from '../../copy/embeds.ts';
import { wholeAddress } from './addresses.ts';
import { added, html, link, paragraph, text } from './mdast.ts';
import { attributeOf, elementsIn, hasClass, isElement, textIn } from './tree.ts';
import { lose, type Work } from './work.ts';

/** Frames that show no part of a story: advertisements, counters, buttons to like and follow. */
const furniture =
  /^https?:\/\/(?:[^/]*\.)?(?:doubleclick\.net|googlesyndication\.com|googleadservices\.com|amazon-adsystem\.com|googletagmanager\.com|taboola\.com|outbrain\.com|mgid\.com|adnxs\.com|rcm-\w+\.amazon\.\w+|facebook\.com\/(?:v[\d.]+\/)?plugins\/(?:like|page|follow|share_button|likebox|comments)|platform\.twitter\.com\/widgets\/(?:follow|tweet_button)|plusone\.google\.com|statcounter\.com|s7\.addthis\.com)/i;

/** What cannot be played by any browser any more. */
const isDead = (url: string): boolean => /\.(?:swf|dcr|class)(?:[?#]|$)/i.test(url);

/** The page behind the address of a player, where the address names it. */
const pageOf = (address: string): string => {
  const url = new URL(address);
  const host = url.hostname.replace(/^(?:www|m)\./, '');
  const named = ['href', 'url', 'src', 'u']
    .map((name) => url.searchParams.get(name) ?? '')
    .find((value) => /^https?:\/\//.test(value));
  if (
    /^(?:facebook\.com|w\.soundcloud\.com|docs\.google\.com|view\.officeapps\.live\.com|embed\.bsky\.app|cdn\.embedly\.com)$/.test(
      host,
    ) &&
    named !== undefined
  )
    return named;
  if (host === 'open.spotify.com') return address.replace(/\/embed(?:-podcast)?\//, '/');
  if (host === 'dailymotion.com') return address.replace('/embed/video/', '/video/');
  if (host === 'platform.twitter.com')
    return `https://twitter.com/i/web/status/${url.searchParams.get('id') ?? ''}`;
  if (host === 'player.twitch.tv')
    return `https://www.twitch.tv/videos/${url.searchParams.get('video') ?? ''}`;
  const list = url.searchParams.get('list') ?? '';
  if (/youtube/.test(host) && url.pathname === '/embed/videoseries')
    return `https://www.youtube.com/playlist?list=${list}`;
  // Flash players wrote their settings behind an ampersand.
  if (/youtube/.test(host) && !url.search) return address.replace(/[&%].*$/, '');
  return address;
};

/** The paper's card for a video or a post, as the paragraph that becomes one; undefined if the paper has none. */
export const cardOf = (address: string, work: Work): Paragraph | undefined => {
  const url = wholeAddress(address.replace(/^httpv[hp]?:/, 'http:'), '');
  const page = url === undefined ? undefined : embedOf(pageOf(url))?.page;
  if (page === undefined) return undefined;
  if (!work.embeds.includes(page)) work.embeds.push(page);
  return paragraph([html(page)], 'card');
};

/** A video or a post: a card if the paper has one, else a link. Nothing of furniture, and of what nothing plays. */
export const embedded = (address: string, title: string, work: Work): Paragraph[] => {
  const url = wholeAddress(address, work.setting.base);
  if (url === undefined || isDead(url) || furniture.test(url)) {
    lose(
      work,
      'embed',
      url === undefined
        ? address.slice(0, 40) || 'a frame without an address'
        : new URL(url).hostname,
      url !== undefined && furniture.test(url),
    );
    return [];
  }
  const card = cardOf(url, work);
  if (card) return [card];
  const page = pageOf(url);
  const target = wholeAddress(page, '') ?? url;
  lose(work, 'embed', target, false);
  return [
    paragraph([
      link(work.setting.linkOf(target) || target, [title === '' ? added(target) : added(title)]),
    ]),
  ];
};

const frameNames = [
  'src',
  'dataSrc',
  'dataLazySrc',
  'dataOriginal',
  'dataCfsrc',
  'data',
  'nitroLazySrc',
  'value',
];

const addressOf = (element: Element): string =>
  frameNames
    .map((name) => attributeOf(element, name))
    .find((value) => value !== '' && !/^(?:about:|javascript:|data:)/i.test(value)) ?? '';

/** An `iframe`, `object` or `embed`. Browsers show what is in an object only where they can't show the object itself. */
export const frameOf = (element: Element, work: Work): Paragraph[] => {
  const params = elementsIn(
    element,
    (child) => isElement(child, 'param') && /^(?:movie|src|url)$/i.test(attributeOf(child, 'name')),
  );
  const inner = elementsIn(element, (child) => isElement(child, 'embed', 'iframe'));
  const address = [element, ...params, ...inner].map(addressOf).find((one) => one !== '') ?? '';
  return embedded(address, attributeOf(element, 'title').trim(), work);
};

/** Pages of posts that a quotation or a box is only there to be replaced with, by the service's script. */
const markNames = [
  'dataInstgrmPermalink',
  'cite',
  'dataHref',
  'dataBlueskyUri',
  'dataTextPostPermalink',
];

/** A post that a script would have put in place of its words: the address, and whether those words are its own. */
export const postOf = (element: Element): { url: string; hasWords: boolean } | undefined => {
  if (isElement(element, 'script')) {
    const post = attributeOf(element, 'dataTelegramPost');
    const src = attributeOf(element, 'src');
    if (post !== '') return { url: `https://t.me/${post}`, hasWords: false };
    return /^(?:https?:)?\/\/gist\.github\.com\/.+\.js$/.test(src)
      ? { url: src.replace(/\.js$/, ''), hasWords: false }
      : undefined;
  }
  if (isElement(element, 'amp-youtube'))
    return {
      url: `https://www.youtube.com/watch?v=${attributeOf(element, 'dataVideoid')}`,
      hasWords: false,
    };
  if (
    !hasClass(
      element,
      'twitter-tweet',
      'twitter-video',
      'instagram-media',
      'tiktok-embed',
      'fb-post',
      'fb-video',
      'bluesky-embed',
      'text-post-media',
      'mastodon-embed',
      'reddit-card',
      'reddit-embed-bq',
    )
  )
    return undefined;
  const marked = markNames
    .map((name) => attributeOf(element, name))
    .find((value) => /^https?:/.test(value));
  const links = elementsIn(element, (child) => isElement(child, 'a')).map((child) =>
    attributeOf(child, 'href'),
  );
  const url = marked ?? links.findLast((href) => embedOf(href) !== undefined) ?? links.at(-1);
  if (url === undefined) return undefined;
  const isBoilerplate = hasClass(element, 'instagram-media', 'tiktok-embed', 'text-post-media');
  return { url, hasWords: !isBoilerplate && /\S/.test(textIn(element)) };
};

/** Cuts the address of an embed block from the words around it. */
export const embedBlock = (figure: Element, work: Work): Paragraph[] | undefined => {
  const [address] = /https?:\/\/[^\s<>"]+/.exec(textIn(figure)) ?? [];
  return address === undefined ? undefined : embedded(address, '', work);
};

/** A line that is nothing but an address, as WordPress and the paper both look for it. */
export const bareAddress = (words: string): string | undefined =>
  /^https?:\/\/[^\s<>"]+$/.test(words) ? words : undefined;

export const plainLink = (url: string): Paragraph => paragraph([link(url, [text(url)])]);
