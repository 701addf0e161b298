import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that others may read or write at the same moment. It gets its name only when it is whole, so that nobody
 * ever finds half of it, and a build that is stopped leaves no half file under that name.
 * @throws what the file system reports: a full disk, a folder that may not be written
 */
export const writeWhole = (file: string, content: string | Uint8Array): void => {
  const part = `${file}.${randomUUID()}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, file);
  } catch (error) {
    // On a full disk, what was written of it would only be in the way.
    rmSync(part, { force: true });
    throw error;
  }
};
