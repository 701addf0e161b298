import { z } from 'zod';
import { line } from './values.ts';

/** A section of the paper: `sections/<id>.yaml`. */
export const sectionSchema = z.strictObject({
  /** Its name, as in the navigation. */
  title: line(60),
  /** One sentence on what it covers, for its page and for search engines. */
  description: line(300),
  /** Its place among the sections, 1 first. */
  order: z.int(),
});

export type SectionCopy = z.infer<typeof sectionSchema>;
