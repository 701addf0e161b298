/** Where the paper is in the browser: files have absolute paths there, as they have on a disk. */
export const paperDir = '/paper';

/** The absolute path of a file of the paper. */
export const absolute = (path: string): string => `${paperDir}/${path}`;
