import { join } from 'node:path';
import { type Addresses, homeOf } from '../addresses.ts';
import { digestOfCode } from '../code-digest.ts';
import { cacheFolders } from '../config/folders.ts';
import type { Switches } from '../config/switches.ts';
import { type KnownFiles, openKnownFiles } from '../copy/known-files.ts';
import { openReadings, type Readings } from '../copy/readings.ts';
import { darkroomCode } from '../darkroom/code.ts';
import { type Memory, openMemory } from '../darkroom/memory.ts';
import type { settleAddresses } from './settle-addresses.ts';
import { createSettler } from './settle-again.ts';

/** What a process that checks a paper again and again need not ask the disk for. */
export interface CheckMemory {
  /**
   * What was read of the copy, and found out about other files.
   * @param settings from {@link findingsDependOn}
   */
  ofCopy: (switches: Switches, settings: unknown) => { readings: Readings; files: KnownFiles };
  /** Settles addresses, unless nothing has changed on which they depend. */
  settle: typeof settleAddresses;
  /** What was found out about pictures. */
  ofPictures: (switches: Switches) => Memory;
}

/** Everything that decides what is read of a file of copy, and what is found in its text. */
export const readingCode = [
  'src/{astro,check,copy,edition,language,schemas}/**/*.ts',
  'src/{addresses,escape-html,make-element,percent-decoded}.ts',
  // What is noted of other files.
  'src/darkroom/{darkroom,files-beside}.ts',
  'package-lock.json',
];

/** What the findings in a text depend on besides the text. */
export const findingsDependOn = (addresses: Addresses, language: string): unknown => [
  homeOf(addresses),
  language,
];

/** Opens something again only for another paper, or with other settings. */
const lastOne = <Opened>(open: (of: string, switches: Switches) => Opened) => {
  let last: { key: string; opened: Opened } | undefined;
  return (of: string, switches: Switches): Opened => {
    const { contentDir, paperDir, cacheDir } = switches;
    const key = JSON.stringify([of, contentDir, paperDir, cacheDir]);
    if (last?.key !== key) last = { key, opened: open(of, switches) };
    return last.opened;
  };
};

/** Makes a memory for as many checks as a process likes, of one paper or of several. */
export const createCheckMemory = (): CheckMemory => {
  // A process goes on with the code that it has loaded.
  let code: string | undefined;
  const copy = lastOne((of, { contentDir, paperDir, cacheDir }: Switches) => ({
    readings: openReadings({ contentDir, paperDir }, join(cacheDir, cacheFolders.readings), of),
    files: openKnownFiles(join(cacheDir, cacheFolders.files), of),
  }));
  const pictures = lastOne((_, { cacheDir }: Switches) => openMemory(cacheDir, darkroomCode()));
  return {
    ofCopy: (switches, settings) => {
      code ??= digestOfCode(readingCode, process.versions);
      return copy(JSON.stringify([code, settings]), switches);
    },
    settle: createSettler(),
    ofPictures: (switches) => pictures('', switches),
  };
};
