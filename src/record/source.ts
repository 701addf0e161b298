/** A text that a story had from some time on; without one, there was no file. */
export interface PastText {
  /** In milliseconds since 1970. */
  at: number;
  /**
   * What finds the text again. Its first line is a digest of the text: a blob of git, or else that of a file, whose path is
   * on the second line.
   */
  ref: string | null;
}

/** What stands for a text, wherever it is. */
export const digestIn = (ref: string): string => ref.split('\n', 1)[0] ?? '';

/** Where a text is, if it is in a file. */
export const pathIn = (ref: string): string => ref.slice(ref.indexOf('\n') + 1);

/** Where the history of stories is read from. */
export interface RecordSource {
  /** The texts of a story, the oldest first; its id is known to be in the copy. */
  texts: (id: string) => PastText[];
  /** Whether a file on the disk is as it was last recorded; undefined if that is not known. */
  isAsRecorded: (id: string, file: string) => boolean | undefined;
  /** What to say of stories whose present words are not recorded, if somebody has to do it. */
  unrecorded?: (stories: number) => NoRecord;
  /** Reads texts. Those that are not there are an error. */
  read: (refs: readonly string[], see: (ref: string, text: string) => void) => void;
}

/** Why there is no record, in the words of a mistake. */
export interface NoRecord {
  found: string;
  expected: string;
  fix: string;
}
