/** What a file is by its first bytes: formats that a browser reads, and what people often have instead. */
export type PictureKind =
  'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic' | 'tiff' | 'svg' | 'empty' | 'unknown';

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const marks: readonly [RegExp, PictureKind][] = [
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^\x89PNG\r\n/, 'png'],
  [/^RIFF.{4}WEBP/s, 'webp'],
  [/^GIF8[79]a/, 'gif'],
  [/^.{4}ftypavi[fs]/s, 'avif'],
  [/^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s, 'heic'],
  [/^(?:II[*+]\0|MM\0[*+]|IIRO|IIU\0)/, 'tiff'],
  [/^(?:\xef\xbb\xbf)?\s*(?=<)(?!<(?:!doctype )?html)[^]*?<svg[\s>]/i, 'svg'],
];

/** The kind of a file, judged by its content: names lie. */
export const pictureKind = (bytes: Uint8Array): PictureKind => {
  if (bytes.length === 0) return 'empty';
  const start = latin(bytes, 0, 1024);
  // A file of the family of HEIC may say only further on that it is an AVIF (ISO/IEC 23000-22).
  if (/^.{4}ftypm[is]f1.{0,64}avi[fs]/s.test(start)) return 'avif';
  return marks.find(([mark]) => mark.test(start))?.[1] ?? 'unknown';
};
