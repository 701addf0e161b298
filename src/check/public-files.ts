import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The files that are served as they are, as paths from the folder, in a stable order.
 * @param publicDir the folder's absolute path; it need not exist
 */
export const publicFiles = (publicDir: string): string[] =>
  existsSync(publicDir)
    ? readdirSync(publicDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(publicDir, join(entry.parentPath, entry.name)))
        .map((file) => file.replaceAll('\\', '/').normalize('NFC'))
        .sort()
    : [];
