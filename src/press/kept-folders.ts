import { join } from 'node:path';
import { cacheFolders } from '../config/folders.ts';
import type { Switches } from '../config/switches.ts';
import { versionsOf } from '../code-digest.ts';
import { codeDigest } from './digests.ts';
import type { CardCache } from './print-cards.ts';
import type { Press } from './press-settings.ts';

type Caches = Pick<Switches, 'pictureCache' | 'cacheDir'>;

/** Where encoded pictures are kept: in the cache that papers share, or in the paper's own. */
export const pictureCacheOf = ({
  pictureCache,
  cacheDir,
}: Caches): NonNullable<Press['pictureCache']> => ({
  folder: join(pictureCache ?? cacheDir, cacheFolders.pictures),
  // Not the whole lockfile: most updates leave pictures as they are, and encoding them takes longest.
  code: codeDigest('pictures', versionsOf('astro', 'sharp')),
});

/** Where drawn cards are kept, likewise. */
export const cardCacheOf = ({ pictureCache, cacheDir }: Caches): CardCache => ({
  folder: join(pictureCache ?? cacheDir, cacheFolders.cards),
  isShared: pictureCache !== undefined,
});
