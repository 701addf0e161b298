import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How old one must be, in milliseconds: another desk may be writing. */
const old = 60_000;

/** Removes what saves left behind that were killed. Git would take it for a file of the paper. */
export const removeParts = (contentDir: string): void => {
  for (const name of readdirSync(contentDir, { recursive: true, encoding: 'utf8' })) {
    if (!/\.[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\.part$/.test(name)) continue;
    const file = join(contentDir, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && Date.now() - written > old) rmSync(file, { force: true });
  }
};
