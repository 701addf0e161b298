import { feedFormats } from '../feeds/formats.ts';
import { escapePattern } from './redirect.ts';

/** Media types (IANA) by the ending of a file's name; those of text come with their encoding. */
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
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
  wasm: 'application/wasm',
  // Parts of the search index.
  pagefind: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
};

/** Files whose type their name tells, and not its ending: feeds. */
export const namedTypes: Readonly<Record<string, string>> = Object.fromEntries(
  feedFormats.map(({ file, type }) => [file, type]),
);

/** Endings of text: worth packing, and in UTF-8. */
export const textEndings = ['html', 'css', 'js', 'mjs', 'json', 'webmanifest', 'txt', 'xml', 'svg'];

/** The types of text, each once. */
export const textTypes = [
  ...new Set([
    ...textEndings.map((ending) => mediaTypes[ending] ?? ''),
    ...Object.values(namedTypes),
  ]),
];

const withEncoding = (type: string): string =>
  textTypes.includes(type) ? `${type}; charset=utf-8` : type;

/** The whole types by a file's name or, where it has no type of its own, the ending of it. */
export const wholeTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...namedTypes, ...mediaTypes }).map(([file, type]) => [
    file,
    withEncoding(type),
  ]),
);

/** The same by a pattern of paths (PCRE and RE2 alike): the first that fits counts. */
export const typesByPattern: readonly (readonly [pattern: string, type: string])[] = Object.entries(
  wholeTypes,
).map(([file, type]) => {
  const before = file in namedTypes ? '/' : String.raw`\.`;
  return [`${before}${escapePattern(file)}$`, type] as const;
});

/** Whether a printed file is a picture: its ending says so. */
export const isPicture = (file: string): boolean =>
  mediaTypes[file.slice(file.lastIndexOf('.') + 1)]?.startsWith('image/') ?? false;
