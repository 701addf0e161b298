import exifr from 'exifr';

/** The texts that a picture's file brings with it, as far as it has any. */
export interface PictureTexts {
  alt?: string;
  caption?: string;
  credit?: string;
}

/** What cameras write where a caption could be. */
const noCaption =
  /^(?:olympus digital camera|sony dsc|dcim\/.*|default|untitled|(?:img|dsc[nf]?|dji|pxl|mvimg)[_-].*|screenshot)$/i;

/** A value as plain words: XMP has one for each language, or a list. */
const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  if (typeof value === 'object' && value !== null && 'value' in value) return wordsOf(value.value);
  // Words in an encoding that nobody named would be wrong in every accent.
  if (typeof value !== 'string' || value.includes('\uFFFD')) return '';
  // Some programs end their texts with zero bytes.
  return value.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
};

const firstOf = (...values: unknown[]): string => values.map(wordsOf).find(Boolean) ?? '';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const signOf = (all: string, code: string): string => {
  const number = Number(code.replace(/^#x/i, '0x').replace(/^#/, ''));
  if (!code.startsWith('#')) return entities[code] ?? all;
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : all;
};

/** The words of a value of XMP, which is XML. */
const xmpWords = (value: unknown): string =>
  wordsOf(value).replaceAll(/&(#\d+|#x[\da-f]+|\w+);/gi, signOf);

type Block = Readonly<Record<string, unknown>>;
const blockOf = (value: unknown): Block =>
  typeof value === 'object' && value !== null ? (value as Block) : {};

const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;

/** Who made it and for whom: `Jane Doe / Agency`; otherwise the copyright notice. */
const creditOf = (maker: string, line: string, rights: string): string => {
  if (maker !== '' && line !== '' && !line.includes(maker)) return `${maker} / ${line}`;
  return line || maker || rights;
};

/**
 * Reads a picture's description (IPTC: Alt Text Accessibility), caption and credit from its XMP, IPTC or EXIF, in this
 * order. A file without any, or with what nobody can read, has none.
 */
export const pictureTexts = async (bytes: Uint8Array): Promise<PictureTexts> => {
  const found: unknown = await exifr
    .parse(bytes, {
      mergeOutput: false,
      iptc: true,
      xmp: true,
      ifd0: { pick: ['ImageDescription', 'Artist', 'Copyright'] },
      exif: false,
      gps: false,
      interop: false,
      ifd1: false,
    })
    .catch(() => undefined);
  const blocks = blockOf(found);
  const [dc, core, photoshop, iptc, ifd0] = ['dc', 'Iptc4xmpCore', 'photoshop', 'iptc', 'ifd0'].map(
    (name) => blockOf(blocks[name]),
  ) as [Block, Block, Block, Block, Block];
  const alt = xmpWords(core['AltTextAccessibility']);
  const said = firstOf(xmpWords(dc['description']), iptc['Caption'], ifd0['ImageDescription']);
  const caption = noCaption.test(said) ? '' : said;
  const credit = creditOf(
    firstOf(xmpWords(dc['creator']), iptc['Byline'], ifd0['Artist']),
    firstOf(xmpWords(photoshop['Credit']), iptc['Credit']),
    firstOf(xmpWords(dc['rights']), iptc['CopyrightNotice'], ifd0['Copyright']),
  );
  return {
    ...(alt && { alt }),
    ...(caption && { caption: cut(caption, 400) }),
    ...(credit && { credit: cut(credit, 160) }),
  };
};
