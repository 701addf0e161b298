import {
  cpSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a printed edition in the place of the last one. Until all of the new one is on the disk of the paper's folder, the
 * last one is untouched; then the names of both are exchanged. The folder itself stays, as a server may hold it open or a
 * container may have it mounted.
 * @param next the new edition's folder; it is gone afterwards
 * @param dir the paper's folder, or a link to it; it need not be there yet
 */
export const putOnAir = (next: string, dir: string): void => {
  mkdirSync(dir, { recursive: true });
  const place = realpathSync(dir);
  const arriving = join(place, '.next-edition');
  const leaving = join(place, '.last-edition');
  for (const leftOver of [arriving, leaving]) rmSync(leftOver, { recursive: true, force: true });
  const last = readdirSync(place);
  try {
    renameSync(next, arriving);
  } catch {
    // On another disk, say.
    cpSync(next, arriving, { recursive: true, preserveTimestamps: true });
    rmSync(next, { recursive: true });
  }
  mkdirSync(leaving);
  for (const name of last) renameSync(join(place, name), join(leaving, name));
  for (const name of readdirSync(arriving)) renameSync(join(arriving, name), join(place, name));
  rmdirSync(arriving);
  rmSync(leaving, { recursive: true });
};
