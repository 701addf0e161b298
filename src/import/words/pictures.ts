import type { Element } from 'hast';
import type { Image } from 'mdast';
import type { SourceFile } from '../model.ts';
import {
  isPictureAddress,
  originalsOf,
  sourcesIn,
  stemOf,
  wholeAddress,
  withoutScaler,
} from './addresses.ts';

import type { Picture } from './mdast.ts';
import { attributeOf, hasClass } from './tree.ts';
import { lose, type Work } from './work.ts';
import { percentDecoded } from '../../percent-decoded.ts';

/** Where scripts that load pictures late keep the address, the original first. */
const lateNames = [
  'dataOrigFile',
  'dataFullUrl',
  'dataFull',
  'dataLargeFile',
  'dataOriginal',
  'dataLazySrc',
  'dataSrc',
  'dataLazy',
  'dataEchoSrc',
  'dataImageSrc',
  'nitroLazySrc',
  'dataCfsrc',
  'dataWpfcOriginalSrc',
  'src',
];
const setNames = ['dataSrcset', 'dataLazySrcset', 'dataSrcSet', 'srcSet'];

const isStandIn = (address: string): boolean =>
  /^(?:data:|about:|blob:|javascript:)/i.test(address) ||
  /(?:^|\/)(?:blank|spacer|placeholder|transparent|pixel|1x1|lazy(?:load)?(?:-placeholder)?|loading|grey|trans)\.(?:gif|png|svg|jpe?g)(?:\?|$)/i.test(
    address,
  );

/** Pictures of one pixel, by their sizes or by who sends them: they count readers. */
const isTracker = (image: Element, address: string): boolean => {
  const style = attributeOf(image, 'style');
  const sizes = ['width', 'height'].map((name) => {
    const styled = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d+)px`).exec(style)?.[1];
    const given = attributeOf(image, name);
    return /^\d+(?:px)?$/.test(given) ? parseInt(given, 10) : Number(styled ?? 99);
  });
  return (
    sizes.some((size) => size <= 1) ||
    /^https?:\/\/(?:[^/]*\.)?(?:pixel\.wp\.com|stats\.wordpress\.com|feeds\.feedburner\.com|feeds\.wordpress\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com|assoc-amazon\.\w+|amazon-adsystem\.com|vg0\d\.met\.vgwort\.de|counter\.yadro\.ru)\//.test(
      address,
    )
  );
};

/** The character that an emoji picture stands for; undefined if the picture is none. */
export const emojiOf = (image: Element): string | undefined => {
  const address = attributeOf(image, 'src') + attributeOf(image, 'dataSrc');
  const alt = attributeOf(image, 'alt');
  const points = /(?:emoji|twemoji)[^?]*\/([\da-f]{2,6}(?:-[\da-f]{2,6})*)\.(?:png|svg)/i.exec(
    address,
  )?.[1];
  const isSmiley =
    hasClass(image, 'wp-smiley', 'emoji') || /\/smilies\/|\/images\/emoji\//.test(address);
  if (!isSmiley && points === undefined) return undefined;
  if (alt !== '') return alt;
  const codes = points?.split('-').map((code) => parseInt(code, 16)) ?? [];
  return codes.every((code) => code <= 0x10ffff) ? String.fromCodePoint(...codes) : undefined;
};

/** A file of the library by an address, in any of its spellings. */
export const fileAt = (url: string, { setting }: Work): SourceFile | undefined => {
  const decoded = percentDecoded(url);
  return (
    setting.fileOf({ url }) ?? (decoded === url ? undefined : setting.fileOf({ url: decoded }))
  );
};

/** Numbers of files are the library's that wrote the text: a text that has moved keeps them, but they mean others. */
const fileOf = (
  image: Element,
  addresses: readonly string[],
  work: Work,
): SourceFile | undefined => {
  for (const address of addresses) {
    const file = fileAt(address, work);
    if (file) return file;
  }
  const classes = attributeOf(image, 'className');
  const id =
    attributeOf(image, 'dataId') ||
    attributeOf(image, 'dataAttachmentId') ||
    (/(?:^|\s)wp-image-(\d+)/.exec(classes)?.[1] ?? '');
  const file = id === '' ? undefined : work.setting.fileOf({ id });
  const [first] = addresses;
  if (!file || first === undefined) return file;
  return [file.path ?? '', ...file.urls].some((one) => stemOf(one) === stemOf(first))
    ? file
    : undefined;
};

/** The addresses that an image element names, the largest first. */
const addressesOf = (image: Element, work: Work): string[] => {
  const named = [
    ...setNames.flatMap((name) => sourcesIn(attributeOf(image, name)).slice(0, 1)),
    ...lateNames.map((name) => attributeOf(image, name)),
    ...sourcesIn(attributeOf(image, 'dataSources')).slice(0, 1),
  ];
  const whole = named
    .filter((address) => address !== '' && !isStandIn(address))
    .map((address) => wholeAddress(address, work.setting.base));
  return [
    ...new Set(
      whole.flatMap((url) =>
        url === undefined ? [] : [wholeAddress(withoutScaler(url), '') ?? url, url],
      ),
    ),
  ];
};

const isLarge = (image: Element): boolean => {
  const width = attributeOf(image, 'width');
  const isWide = /^\d+/.test(width) && parseInt(width, 10) >= 150;
  return (
    isWide ||
    /\b(?:align(?:left|right|center|none)|size-(?:medium|large|full))\b/.test(
      attributeOf(image, 'className'),
    )
  );
};

/**
 * What an image element shows: where the original may be, before smaller copies, and its words. Undefined if it shows
 * nothing: a tracking pixel, or a stand-in without the picture that it stands in for.
 */
export const pictureOf = (image: Element, work: Work, linkedTo = ''): Picture | undefined => {
  const named = addressesOf(image, work);
  const [first] = named;
  const src = attributeOf(image, 'src');
  if (isTracker(image, first ?? src)) {
    lose(work, 'tracking pixel', first ?? src, true);
    return undefined;
  }
  const isOwn = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i.test(src) && src.length > 800;
  if (first === undefined && !isOwn && attributeOf(image, 'dataId') === '') {
    if (src !== '') lose(work, 'picture', src.slice(0, 80), false);
    return undefined;
  }
  const large = isPictureAddress(linkedTo) ? [linkedTo] : [];
  const file = fileOf(image, named, work);
  // A library knows its originals; otherwise `-300x200` may be part of a name or not.
  const guessed = file ? [] : named.flatMap(originalsOf);
  const urls = [...(file?.urls ?? []), ...large, ...guessed, ...named, ...(isOwn ? [src] : [])];
  const [alt, title] = [attributeOf(image, 'alt'), attributeOf(image, 'title')];
  return {
    urls: [...new Set(urls)],
    file,
    alt,
    title,
    caption: '',
    isLibraryCaption: false,
    isLarge: isLarge(image),
  };
};

/** Whether two elements show one picture. */
export const isSamePicture = (one: Picture, two: Picture): boolean =>
  (one.file !== undefined && one.file === two.file) ||
  one.urls.some((url) => two.urls.includes(url)) ||
  (one.urls[0] !== undefined &&
    two.urls[0] !== undefined &&
    stemOf(one.urls[0]) === stemOf(two.urls[0]));

export const imageOf = (picture: Picture): Image => ({
  type: 'image',
  url: '',
  alt: picture.alt,
  data: { picture },
});
