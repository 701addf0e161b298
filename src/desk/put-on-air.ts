import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts a printed edition in the place of the last one, whole: until then the last one is untouched, so that a build that
 * fails loses nothing. Where a folder cannot be renamed (it is on another disk, a mount of a container, or held open),
 * its content is exchanged instead. A link leads to the folder that is exchanged.
 * @param next the new edition's folder; it is gone afterwards
 * @param dir where editions are on air; it need not be there yet
 */
export const putOnAir = (next: string, dir: string): void => {
  const place = existsSync(dir) ? realpathSync(dir) : dir;
  const last = `${next}-last`;
  rmSync(last, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  try {
    if (existsSync(place)) renameSync(place, last);
    renameSync(next, place);
  } catch {
    if (existsSync(last)) renameSync(last, place);
    mkdirSync(place, { recursive: true });
    for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true });
    cpSync(next, place, { recursive: true, preserveTimestamps: true });
    rmSync(next, { recursive: true });
  }
  rmSync(last, { recursive: true, force: true });
};
