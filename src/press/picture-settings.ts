/** What the picture service must know about the paper, beside the pictures. */
export interface PictureSettings {
  /** Absolute path of Astro's root, where stand-ins of pictures are. */
  root: string;
  /** Whether a picture that cannot be printed ends the process. */
  endsBuild: boolean;
  /** The folder that keeps encoded pictures between builds, and a digest of the code that encodes them. */
  cache?: { folder: string; code: string } | undefined;
}
