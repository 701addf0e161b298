import type { PictureLabel } from '../../copy/printable-picture.ts';
import { escapeHtml } from '../../escape-html.ts';
import type { PictureAi } from '../../language/reporting.ts';
import { isArtificial, sourceTypeAddress, sourceTypeOfAi } from '../../schemas/source-type.ts';
import { cleanLine } from './clean-line.ts';
import { otherCredit } from './other-credit.ts';
import type { PictureTexts } from './picture-texts.ts';

/** What copy says of whose a picture is. */
export interface CopyCredit {
  credit?: string | undefined;
  /** Where its licence can be read. */
  license?: string | undefined;
  /** What AI did to it. */
  ai?: PictureAi | undefined;
}

/**
 * What a picture says of itself once it is printed: what the copy says, and what its file says where the copy is silent.
 * Where the copy names other makers than the file, nothing that the file says of rights is believed.
 */
export const labelOf = (
  { credit, license, ai }: CopyCredit,
  texts: PictureTexts = {},
): PictureLabel => {
  const { makers, rights, licensor, source } = texts;
  const isOther = credit !== undefined && otherCredit(credit, texts) !== undefined;
  return {
    credit: credit ?? texts.credit,
    license: license ?? (isOther ? undefined : texts.license),
    ...(!isOther && { makers, rights, licensor }),
    source: ai ? sourceTypeOfAi[ai] : source,
  };
};

/** The most bytes of a label: with what holds it in an AVIF, which takes most, a file grows by no more than 700. */
const most = 610;

const start =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""';
const end = '</rdf:Description></rdf:RDF>';

/** Text for XML. Some readers take any `>` for the end of an element. */
const asXml = (text: string): string => escapeHtml(text).replaceAll('>', '&gt;');

/** A property: the names that it needs, and how it is written as an attribute or as an element. */
interface Property {
  space: string;
  attribute?: string;
  element?: string;
}

const spaces = {
  dc: ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
  photoshop: ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
  rights: ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
  iptc: ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
};

/** What is to be written, what matters most first. */
const propertiesOf = ({ credit, license, makers, rights, source }: PictureLabel): Property[] => {
  const ofSource = source && {
    space: spaces.iptc,
    attribute: ` Iptc4xmpExt:DigitalSourceType="${sourceTypeAddress(source)}"`,
  };
  const names = makers?.map((name) => `<rdf:li>${asXml(name)}</rdf:li>`).join('') ?? '';
  return [
    ...(source && ofSource && isArtificial(source) ? [ofSource] : []),
    ...(credit === undefined
      ? []
      : [{ space: spaces.photoshop, attribute: ` photoshop:Credit="${asXml(credit)}"` }]),
    ...(license === undefined
      ? []
      : [{ space: spaces.rights, attribute: ` xmpRights:WebStatement="${asXml(license)}"` }]),
    ...(rights === undefined
      ? []
      : [
          {
            space: spaces.dc,
            element: `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${asXml(rights)}</rdf:li></rdf:Alt></dc:rights>`,
          },
        ]),
    ...(names === ''
      ? []
      : [{ space: spaces.dc, element: `<dc:creator><rdf:Seq>${names}</rdf:Seq></dc:creator>` }]),
    ...(source && ofSource && !isArtificial(source) ? [ofSource] : []),
  ];
};

const written = (properties: readonly Property[]): string => {
  const named = [...new Set(properties.map(({ space }) => space))].join('');
  const attributes = properties.map(({ attribute = '' }) => attribute).join('');
  return `${start}${named}${attributes}>${properties.map(({ element = '' }) => element).join('')}${end}`;
};

const fits = (properties: readonly Property[]): boolean =>
  Buffer.byteLength(written(properties)) <= most;

/** A credit that is too long for the room that there is, in letters of many bytes, is cut: it is the one thing never left out. */
const shortened = ({ credit = '', source }: PictureLabel): Property[] => {
  for (let length = 160; length > 0; length -= 8) {
    const properties = propertiesOf({ credit: cleanLine(credit, length), source });
    if (fits(properties)) return properties;
  }
  return [];
};

/**
 * Writes a label as XMP (ISO 16684-1), in at most 610 bytes: what does not fit is left out, what matters least first.
 * @returns nothing if there is nothing to say
 */
export const labelAsXmp = (label: PictureLabel): string | undefined => {
  const chosen: Property[] = [];
  for (const property of propertiesOf(label)) {
    if (fits([...chosen, property])) chosen.push(property);
  }
  const hasCredit = chosen.some(({ space }) => space === spaces.photoshop);
  const all = label.credit === undefined || hasCredit ? chosen : shortened(label);
  return all.length === 0 ? undefined : written(all);
};

/** Whether XMP is a label, rather than what a camera or a program wrote. */
export const isLabel = (xmp: Uint8Array): boolean =>
  xmp.length <= most && new TextDecoder().decode(xmp).startsWith(start);
