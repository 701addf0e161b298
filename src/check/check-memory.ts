import { join } from 'node:path';
import { digestOfCode } from '../code-digest.ts';
import { cacheFolders } from '../config/folders.ts';
import type { Switches } from '../config/switches.ts';
import { openReadings, type Readings } from '../copy/readings.ts';

/** What a process that checks a paper again and again need not ask the disk for. */
export interface CheckMemory {
  /**
   * What was read of the copy.
   * @param settings what the findings in a text depend on besides the text
   */
  readings: (switches: Switches, settings: unknown) => Readings;
}

/** Everything that decides what is read of a file of copy, and what is found in its text. */
export const readingCode = [
  'src/{astro,check,copy,edition,language,schemas}/**/*.ts',
  'src/{addresses,escape-html,make-element,percent-decoded}.ts',
  'package-lock.json',
];

/** Makes a memory for as many checks as a process likes, of one paper or of several. */
export const createCheckMemory = (): CheckMemory => {
  let last: { of: string; readings: Readings } | undefined;
  // A process goes on with the code that it has loaded.
  let ofCode: string | undefined;
  return {
    readings: ({ contentDir, paperDir, cacheDir }, settings) => {
      ofCode ??= digestOfCode(readingCode, process.versions);
      const folder = join(cacheDir, cacheFolders.readings);
      const of = JSON.stringify([ofCode, settings]);
      const whole = JSON.stringify([of, contentDir, paperDir, folder]);
      if (last?.of !== whole) {
        last = { of: whole, readings: openReadings({ contentDir, paperDir }, folder, of) };
      }
      return last.readings;
    },
  };
};
