import { join } from 'node:path';
import type { Switches } from '../config/switches.ts';
import { codeDigest } from './digests.ts';
import type { CardCache } from './print-cards.ts';
import type { Folders, Press } from './press-settings.ts';

/** The encoded pictures that this paper shares with others, if any. */
export const sharedPictures = ({ pictureCache }: Switches): Press['pictureCache'] =>
  pictureCache === undefined
    ? undefined
    : { folder: join(pictureCache, 'pictures'), code: codeDigest('pictures') };

/** Where drawn cards are kept: in the cache that papers share, or in the paper's own. */
export const cardCache = ({ pictureCache }: Switches, { cacheDir }: Folders): CardCache => ({
  folder: join(pictureCache ?? cacheDir, 'cards'),
  isShared: pictureCache !== undefined,
});
