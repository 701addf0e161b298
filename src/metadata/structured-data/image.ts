import type { ImageObject } from 'schema-dts';
import type { PictureLabel } from '../../copy/printable-picture.ts';
import { isArtificial, sourceTypeAddress } from '../../schemas/source-type.ts';

/** A picture for structured data: its absolute address, its size in pixels, and whose it is. */
export interface Image extends PictureLabel {
  url: string;
  width: number;
  height: number;
}

/** What search engines show beside a picture and its licence. They find the picture by its `contentUrl`. */
const rightsData = ({ url, credit, makers, rights, license, licensor, source }: Image) => {
  const said = {
    ...(credit !== undefined && { creditText: credit }),
    ...(makers && { creator: makers.map((name) => ({ '@type': 'Person' as const, name })) }),
    ...(rights !== undefined && { copyrightNotice: rights }),
    ...(license !== undefined && { license }),
    ...(licensor !== undefined && { acquireLicensePage: licensor }),
    // Of a photograph, nobody would think otherwise.
    ...(source &&
      isArtificial(source) && { digitalSourceType: { '@id': sourceTypeAddress(source) } }),
  };
  return Object.keys(said).length > 0 ? { contentUrl: url, ...said } : {};
};

/** A picture with its size (schema.org ImageObject), which is text there: a number or a Distance. */
export const imageData = (image: Image): ImageObject => ({
  '@type': 'ImageObject',
  url: image.url,
  width: String(image.width),
  height: String(image.height),
  ...rightsData(image),
});
