/** A picture of the copy, as pages get it. */
export interface PrintablePicture {
  /** The path of the file that stands for it, from Astro's root (`src/darkroom/stand-in.ts`). */
  path: string;
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** True for a flat drawing, which is printed without loss. */
  drawing: boolean;
}

/** The pictures of an entry, by their paths as written in the copy. */
export type EntryPictures = Readonly<Record<string, PrintablePicture>>;
