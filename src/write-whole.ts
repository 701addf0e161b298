import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';

/**
 * Writes a file that others may read or write at the same moment. It gets its name only when it is whole, so that nobody
 * ever finds half of it, and a build that is stopped leaves no half file under that name.
 */
export const writeWhole = async (file: string, content: Uint8Array): Promise<void> => {
  const part = `${file}.${randomUUID()}.part`;
  await writeFile(part, content);
  await rename(part, file);
};
