import { z } from 'zod';

/** Where the earlier versions of stories are read from, in `publication.ts`. */
export const recordSchema = z.enum(['none', 'git', 'folder']);
export type RecordFrom = z.output<typeof recordSchema>;
