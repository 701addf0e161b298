import { z } from 'zod';
import { entryId, line } from './values.ts';

/** A section of the paper: `sections/<id>.yaml`. */
export const sectionSchema = z.strictObject({
  /** Its name, as in the navigation. */
  title: line(60),
  /** One sentence on what it covers, for its page and for search engines. */
  description: line(300),
  /** Its place among the sections; 1 comes first. */
  order: z.int(),
  /** The section that contains it: the name of a file in `sections/`. That section lists its stories too. */
  parent: entryId.optional(),
});

export type SectionCopy = z.infer<typeof sectionSchema>;
