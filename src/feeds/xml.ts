import XMLBuilder from 'fast-xml-builder';
import { bytesToCome } from './item.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** An element's content: text, elements by their names, attributes with an @ before theirs, `#text` beside these. */
export interface XmlElement {
  [name: string]: XmlValue | XmlValue[];
}
type XmlValue = string | number | undefined | XmlElement;

/** Writes elements alone, for a document that is put together of many. */
export const writeElements = (elements: XmlElement): string => builder.build(elements);

/** Writes an XML 1.0 document; what must be escaped is, and what is undefined is left out. */
export const writeXml = (document: XmlElement): string => declaration + writeElements(document);

/** Finds the size of a picture in `media:content` (Media RSS): see `FeedFormat.pictureSize`. */
export const mediaContentSize = new RegExp(
  `(url="([^"]+)" fileSize=")${String(bytesToCome)}(?=")`,
  'g',
);
