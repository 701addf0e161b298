import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { arrivals } from '../config/folders.ts';
import type { Switches } from '../config/switches.ts';
import { codeDigest } from './digests.ts';
import { createEditionLists, type EditionLists } from './edition-list.ts';
import { editionOnAir, type OnAir } from './edition-on-air.ts';
import { pictureCacheOf } from './kept-folders.ts';
import { lock } from './lock.ts';
import { openCache, placeForBuild } from './open-cache.ts';
import type { Folders } from './press-settings.ts';
import { createProgress, type Progress } from './progress.ts';
import { countReused } from './reused-pictures.ts';
import { requireWritable } from './writable.ts';

/** How long a build waits for another that uses the same cache. */
const patience = 30 * 60_000;

/** A build that has the cache, and a place in it, for itself. */
export interface BegunBuild {
  /** The cache, with every link on the way to it followed. */
  cacheDir: string;
  place: ReturnType<typeof placeForBuild>;
  /** The folder of new files. */
  next: string;
  /** The edition before, which is being compared meanwhile with what was printed. */
  onAir: OnAir;
  /** Where this one is to be described for the next. */
  lists: EditionLists;
  /** A digest of the code that makes pages, as it is now. */
  code: string;
  progress: Progress;
  /** Clears the place, lets others have the cache, and ends the last step. */
  end: () => void;
}

/**
 * Begins a build.
 * @param lists those of earlier builds in this process
 */
export const beginBuild = async (
  switches: Switches,
  folders: Folders,
  lists: EditionLists = createEditionLists(),
): Promise<BegunBuild> => {
  const progress = createProgress({
    write: (text) => process.stdout.write(text),
    isTerminal: process.stdout.isTTY,
    clock: () => performance.now(),
  });
  const cacheDir = openCache(folders.cacheDir);
  const letGo = await lock(cacheDir, { atMost: patience, say: progress.print });
  const place = placeForBuild(cacheDir, folders.engine);
  requireWritable(folders.dir);
  requireWritable(switches.pictureCache ?? cacheDir);
  // A build that was stopped may have left it.
  rmSync(join(folders.dir, arrivals), { recursive: true, force: true });
  const onAir = editionOnAir(cacheDir, lists);
  const stopCounting = countReused(pictureCacheOf(switches).folder, progress.pictureReused);
  return {
    ...{ cacheDir, place, onAir, lists, progress },
    code: codeDigest('pages'),
    next: join(place.work, 'next'),
    end: () => {
      place.clear();
      letGo();
      progress.end();
      stopCounting();
    },
  };
};
