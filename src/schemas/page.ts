import { z } from 'zod';
import { line } from './values.ts';

/** A standing page (about, contact, corrections policy, privacy): `pages/<id>.md`. */
export const pageSchema = z.strictObject({
  /** Its headline, and its name in the footer. */
  title: line(100),
  /** One sentence for search engines and feeds. */
  description: line(300),
});

export type PageCopy = z.infer<typeof pageSchema>;
