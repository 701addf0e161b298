import { percentDecoded } from '../percent-decoded.ts';
import type { Rule } from '../schemas/values.ts';

/** A file beside a text that readers may take along, as its links show it. */
export interface FileToTake {
  /** Its path on the site, without the slash at its start: its name and a digest of its content. */
  path: string;
  /** Its name beside the text, under which it is saved. */
  name: string;
  bytes: number;
}

/** The files that a text links to, by {@link fileKey}. */
export type EntryFiles = Readonly<Record<string, FileToTake>>;

/** How to put right a link to a file that is not beside its text. */
export const notBeside: Rule = {
  expected: 'a file beside the text',
  fix: 'Add the file, or correct the path (upper and lower case matter).',
};

/** The largest file that readers may take along: what every host takes (Cloudflare Pages: 25 MiB). */
export const mostBytes = 25_000_000;

/** What may be taken along, by its ending. No browser runs any of these as a page of the paper. */
const kinds: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  json: 'application/json',
  geojson: 'application/geo+json',
  gpx: 'application/gpx+xml',
  ics: 'text/calendar',
  rtf: 'application/rtf',
  zip: 'application/zip',
  epub: 'application/epub+zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
};

/** Their names, as mistakes list them. */
export const kindNames = Object.keys(kinds)
  .map((kind) => kind.toUpperCase())
  .join(', ');

const endingOf = (path: string): string => /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/** Whether a file may be taken along, by its ending. */
export const mayBeTaken = (path: string): boolean => Object.hasOwn(kinds, endingOf(path));

/** The media type of a file that may be taken along. */
export const typeOfFile = ({ path }: FileToTake): string => kinds[endingOf(path)] ?? '';

/** A link's address without its query, anchor, escapes and `./`: a file is found by it however the link is written. */
export const fileKey = (address: string): string =>
  percentDecoded(address.replace(/[?#].*$/s, ''))
    .replace(/^(?:\.\/)+/, '')
    .normalize('NFC');

/** Whether an address is relative to the file that it is written in. */
export const isRelative = (address: string): boolean =>
  address !== '' && !/^(?:[/\\#?]|[a-z][a-z\d+.-]*:)/i.test(address);

/** A file's kind and size in a paper's language: `PDF, 1.2 MB`. */
export const kindAndSize = ({ path, bytes }: FileToTake, language: string): string => {
  const [unit, amount] =
    bytes < 999_500
      ? ['kilobyte', Math.max(1, Math.round(bytes / 1000))]
      : ['megabyte', bytes / 1_000_000];
  const size = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(amount);
  return [endingOf(path).toUpperCase(), size.replaceAll(' ', '\u00A0')].join(
    language === 'ar' ? '، ' : ', ',
  );
};
