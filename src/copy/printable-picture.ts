/** A picture of the copy, as pages get it. */
export interface PrintablePicture {
  /** The path of the file that stands for it, from Astro's root (`src/darkroom/stand-in.ts`). */
  path: string;
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** True for a flat drawing, which is printed without loss. */
  drawing: boolean;
  /** What its file says that it shows, and who made it: for copy that does not say so. */
  alt?: string | undefined;
  credit?: string | undefined;
}

/** The pictures of an entry, by their paths as written in the copy. */
export type EntryPictures = Readonly<Record<string, PrintablePicture>>;
