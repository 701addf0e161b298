/** What somebody typed that is not stored in the paper yet. */
export interface KeptDraft {
  /** The file, from the paper's folder. */
  path: string;
  text: string;
  /** What it was typed over: the stored text and its version; neither for a new file. */
  baseText: string;
  baseVersion?: string;
  /** Pictures beside the file that are not stored yet. */
  pictures: readonly { name: string; bytes: Blob }[];
  /** When it was typed, in milliseconds. */
  when: number;
}
