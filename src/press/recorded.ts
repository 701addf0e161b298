import type { RecordedChanges } from '../config/page-settings.ts';
import type { PaperRecord } from '../record/read-record.ts';

/** What pages need to know of the record; what is different in substance concerns the check alone. */
export const recorded = ({ changed }: PaperRecord): RecordedChanges =>
  Object.fromEntries(
    [...changed].map(([id, { versions, file, beginsLate }]) => [
      id,
      { versions, file, beginsLate },
    ]),
  );
