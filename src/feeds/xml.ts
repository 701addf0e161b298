import XMLBuilder from 'fast-xml-builder';
import { byteCountPlaceholder } from './item.ts';

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** An element's content: text, or elements by name, attributes with an @ before theirs, and `#text` beside them. */
export interface XmlElement {
  [name: string]: XmlValue | XmlValue[];
}
type XmlValue = string | number | undefined | XmlElement;

/** Writes elements without a declaration, for a document that is assembled from many. */
export const writeElements = (elements: XmlElement): string => builder.build(elements);

/** Writes an XML 1.0 document. Text is escaped, and undefined values are left out. */
export const writeXml = (document: XmlElement): string => declaration + writeElements(document);

/** Matches the size of a picture in `media:content` (Media RSS): see `FeedFormat.pictureSize`. */
export const mediaContentSize = new RegExp(
  `(url="([^"]+)" fileSize=")${String(byteCountPlaceholder)}(?=")`,
  'g',
);
