import { join } from 'node:path';

/**
 * The folder in the content folder for files that stories link to, such as recordings and documents, and the folder of
 * the site that they are served from: `content/files/report.pdf` is `/files/report.pdf`.
 */
export const storyFilesName = 'files';

/** The absolute path of that folder, which need not exist. */
export const storyFilesDir = (contentDir: string): string => join(contentDir, storyFilesName);
