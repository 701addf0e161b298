import type { ImageObject } from 'schema-dts';

/** A picture for structured data: its absolute address, and its size in pixels. */
export interface Image {
  url: string;
  width: number;
  height: number;
}

/** A picture with its size (schema.org ImageObject), which is text there: a number or a Distance. */
export const imageData = ({ url, width, height }: Image): ImageObject => ({
  '@type': 'ImageObject',
  url,
  width: String(width),
  height: String(height),
});
