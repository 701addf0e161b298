import { type SourceType, sourceTypeOf } from '../../schemas/source-type.ts';
import { webUrl } from '../../schemas/values.ts';
import { blocksIn } from './blocks.ts';
import { cleanLine } from './clean-line.ts';
import { type Exif, readExif } from './exif.ts';
import { type Iptc, readIptc } from './iptc.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** What a picture's file says of it, each in one line that a field of copy takes. */
export interface PictureTexts {
  /** What it shows, for readers who cannot see it (IPTC: Alt Text Accessibility). */
  alt?: string;
  caption?: string;
  /** Who made it and for whom, as copy says it: `Jane Doe / Agency`. */
  credit?: string;
  makers?: string[];
  /** The copyright notice. */
  rights?: string;
  /** Where its licence can be read, and where one can be had. */
  license?: string;
  licensor?: string;
  /** How it came about. */
  source?: SourceType;
  /** Whether the file carries a C2PA manifest. */
  sealed?: true;
}

/** What cameras write where a caption could be. */
const noCaption =
  /^(?:olympus digital camera|sony dsc|dcim\/.*|default|untitled|(?:img|dsc[nf]?|dji|pxl|mvimg)[_-].*|screenshot)$/i;

/** What they write where a name could be. */
const noName = /^(?:unknown|default|none|n\/?a|artist|author|photographer|owner|user|picasa)$/i;

const limits = { alt: 500, caption: 400, credit: 160, address: 2_000 };

/** The first of these that has any words, in one line. */
const firstOf = (most: number, ...values: (string | undefined)[]): string =>
  values.map((value) => cleanLine(value ?? '', most)).find(Boolean) ?? '';

const makersOf = (...lists: (readonly (string | undefined)[] | undefined)[]): string[] => {
  for (const list of lists) {
    const names = (list ?? [])
      .map((name) => cleanLine(name ?? '', limits.credit))
      .filter((name) => name !== '' && !noName.test(name));
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
};

/** Who made it and for whom: `Jane Doe / Agency`; otherwise the copyright notice. */
const creditOf = (maker: string, line: string, rights: string): string => {
  if (maker !== '' && line !== '' && !line.includes(maker)) return `${maker} / ${line}`;
  return line || maker || rights;
};

const addressIn = (values: readonly string[] = []): string =>
  values
    .map((value) => webUrl.safeParse(cleanLine(value, limits.address)).data)
    .find((address) => address !== undefined) ?? '';

/** What a reader makes of a block; nothing if it cannot be read. */
const readAs = <T>(
  block: Uint8Array | undefined,
  read: (bytes: Uint8Array) => T,
): T | undefined => {
  try {
    return block && read(block);
  } catch {
    return undefined;
  }
};

const textsOf = (
  xmp: Xmp | undefined,
  iptc: Iptc | undefined,
  exif: Exif | undefined,
): PictureTexts => {
  const alt = firstOf(limits.alt, xmp?.alt?.[0]);
  const described = [xmp?.description?.[0], iptc?.description[0], exif?.description];
  const caption = firstOf(limits.caption, ...described);
  const makers = makersOf(xmp?.creator, iptc?.creator, exif?.creator?.split(/[;\0]/));
  const line = firstOf(limits.credit, xmp?.credit?.[0], iptc?.credit[0]);
  const rights = firstOf(limits.credit, xmp?.rights?.[0], iptc?.rights[0], exif?.rights);
  const credit = cleanLine(creditOf(makers.join(', '), line, rights), limits.credit);
  const license = addressIn(xmp?.license);
  const licensor = addressIn(xmp?.licensor);
  const source = sourceTypeOf(xmp?.source?.[0]);
  return {
    ...(alt && { alt }),
    ...(caption && !noCaption.test(caption) && { caption }),
    ...(credit && { credit }),
    ...(makers.length > 0 && { makers }),
    ...(rights && { rights }),
    ...(license && { license }),
    ...(licensor && { licensor }),
    ...(source && { source }),
  };
};

/**
 * Reads what a picture's file says of it, in its XMP, IPTC or Exif, in this order. A file without any, or with what nobody
 * can read, says nothing: whatever is in it, this never throws, and takes no longer than the file is long.
 */
export const pictureTexts = (bytes: Uint8Array): PictureTexts => {
  const { xmp, iptc, exif, sealed } = readAs(bytes, blocksIn) ?? {};
  return {
    ...textsOf(readAs(xmp, readXmp), readAs(iptc, readIptc), readAs(exif, readExif)),
    ...(sealed && { sealed }),
  };
};
