import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Addresses } from '../addresses.ts';
import { wordsFor } from '../language/words.ts';
import type { Publication } from '../schemas/publication.ts';
import type { PrintScript } from './bundle-script.ts';

/** How many of the last stories that a reader opened are kept on their device. */
const stories = 30;

/**
 * Writes the paper's service worker (W3C Service Workers): the one that keeps pages for offline reading or, if
 * `offlineReading` is off, one that removes it from the browsers of readers who still have it.
 * @param withdrawn the paths of stories that no device shall keep
 */
export const printWorker = async (
  folder: string,
  { offlineReading, language, timeZone }: Publication,
  addresses: Addresses,
  withdrawn: readonly string[],
  print: PrintScript,
): Promise<void> => {
  const name = offlineReading ? 'worker' : 'retired-worker';
  const entry = fileURLToPath(new URL(`../offline/${name}.ts`, import.meta.url));
  const { text } = await print(name, entry, {
    'virtual:offline': {
      front: addresses.front,
      offlinePage: addresses.offline,
      stories,
      withdrawn,
      note: wordsFor(language).offline.note,
      language,
      timeZone,
    },
  });
  await writeFile(join(folder, addresses.worker.slice(addresses.base.length)), text);
};
