import { feedFormats } from '../feeds/formats.ts';
import { licenseType } from '../feeds/license-xml.ts';
import { openSearchFile, openSearchType } from '../feeds/open-search.ts';
import { licenseFile } from '../feeds/uses.ts';
import { timemapType } from '../record/timemap.ts';
import { escapePattern } from './redirect.ts';

/** Media types (IANA) by file extension, without a charset. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  opml: 'text/x-opml',
  link: timemapType,
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
  wasm: 'application/wasm',
  // Parts of the search index.
  pagefind: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
};

/** Media types by whole file name, which win over the extension: feeds, the licence, the search. */
export const namedTypes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(feedFormats.map(({ file, type }) => [file, type])),
  [licenseFile]: licenseType,
  [openSearchFile]: openSearchType,
};

/** Extensions of text files, feeds included: UTF-8, and worth compressing. */
export const textExtensions = [
  ...new Set([
    ...['html', 'css', 'js', 'mjs', 'json', 'webmanifest', 'txt', 'xml', 'svg', 'vtt'],
    ...feedFormats.map(({ file }) => file.slice(file.lastIndexOf('.') + 1)),
  ]),
];

/** The media types of text, each once. */
export const textTypes = [
  ...new Set([
    ...textExtensions.flatMap((extension) => mediaTypes[extension] ?? []),
    ...Object.values(namedTypes),
  ]),
];

/** What is worth compressing besides text: WebAssembly, which browsers take in a third of its size. */
export const compressibleExtensions = [...textExtensions, 'wasm'];
export const compressibleTypes = [...textTypes, 'application/wasm'];

const withEncoding = (type: string): string =>
  textTypes.includes(type) ? `${type}; charset=utf-8` : type;

/** Complete `Content-Type` values, by file name or by extension. */
export const wholeTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...namedTypes, ...mediaTypes }).map(([file, type]) => [
    file,
    withEncoding(type),
  ]),
);

/** The same by path pattern (valid in PCRE and RE2): the first match wins. */
export const typesByPattern: readonly (readonly [pattern: string, type: string])[] = Object.entries(
  wholeTypes,
).map(([file, type]) => {
  const before = file in namedTypes ? '/' : String.raw`\.`;
  return [`${before}${escapePattern(file)}$`, type] as const;
});

/** Whether a file is a picture, judged by its extension. */
export const isPicture = (file: string): boolean =>
  mediaTypes[file.slice(file.lastIndexOf('.') + 1)]?.startsWith('image/') ?? false;
