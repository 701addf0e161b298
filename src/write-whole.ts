import { rename, writeFile } from 'node:fs/promises';

/**
 * Writes a file that other builds may read at any moment: under a name of this process first, so that nobody ever finds
 * half of it, and a build that is stopped leaves no half file behind under the right name.
 */
export const writeWhole = async (file: string, content: Uint8Array): Promise<void> => {
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, content);
  await rename(part, file);
};
