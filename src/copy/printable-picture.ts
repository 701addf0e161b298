import type { SourceType } from '../schemas/source-type.ts';

/** A picture of the copy, as pages get it. */
export interface PrintablePicture {
  /** The path of the file that stands for it, from Astro's root (`src/darkroom/stand-in.ts`). */
  path: string;
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** True for a flat drawing, which is printed without loss. */
  drawing: boolean;
  /** What its file says that it shows: for copy that does not say so. */
  alt?: string | undefined;
  /** Whose it is, as copy and file say together. */
  label?: PictureLabel | undefined;
}

/** Whose a picture is: see `labelOf` in src/darkroom/texts/label.ts. */
export interface PictureLabel {
  credit?: string | undefined;
  license?: string | undefined;
  makers?: string[] | undefined;
  rights?: string | undefined;
  licensor?: string | undefined;
  source?: SourceType | undefined;
}

/** The pictures of an entry, by their paths as written in the copy. */
export type EntryPictures = Readonly<Record<string, PrintablePicture>>;
