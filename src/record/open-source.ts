import type { RecordFrom } from '../schemas/record.ts';
import { type KeptLog, openGit } from './git-source.ts';
import { openRecordFolder } from './record-folder.ts';
import type { NoRecord, RecordSource } from './source.ts';

/** Where the parts of a paper are that its record is in. */
export interface RecordPlaces {
  contentDir: string;
  recordDir: string;
}

/** A source, or why there is none. */
export interface OpenedSource {
  source: RecordSource | undefined;
  log?: KeptLog | undefined;
  /** What is wrong with it. */
  faults: NoRecord[];
}

/** Opens the record of a paper. Where git has no history to show, the folder stands in, if there is one. */
export const openSource = (
  from: RecordFrom,
  { contentDir, recordDir }: RecordPlaces,
  kept: KeptLog | undefined,
): OpenedSource => {
  if (from === 'none') return { source: undefined, faults: [] };
  const found = from === 'git' ? openGit(contentDir, kept) : undefined;
  if (found && 'source' in found) return { ...found, faults: [] };
  const folder = openRecordFolder(recordDir);
  if ('texts' in folder) return { source: folder, faults: [] };
  return { source: undefined, faults: [found ?? folder] };
};
