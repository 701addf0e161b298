import { createHash } from 'node:crypto';

/** What git calls a file's content: the id of its blob (gitformat-loose, “blob” objects), in a repository with SHA-1. */
export const blobId = (bytes: Uint8Array): string =>
  createHash('sha1')
    .update(`blob ${String(bytes.length)}\0`)
    .update(bytes)
    .digest('hex');
