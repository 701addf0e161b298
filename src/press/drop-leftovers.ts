import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLeftover } from '../copy/leftovers.ts';

/**
 * Deletes what systems and programs left in the paper's public folder, which Vite copies as it is: the names of all
 * files that somebody's computer knows, or an older version.
 * @param next the folder of new files
 */
export const dropLeftovers = (next: string): void => {
  for (const entry of readdirSync(next, { withFileTypes: true })) {
    const place = join(next, entry.name);
    if (isLeftover(entry.name, entry.isDirectory())) rmSync(place, { recursive: true });
    else if (entry.isDirectory()) dropLeftovers(place);
  }
};
