import { z } from 'zod';
import { line, webUrl } from './values.ts';

/** Who signs: `authors/<id>.yaml`. */
export const authorSchema = z.strictObject({
  /** The name in the byline. */
  name: line(100),
  /** A person, or an organisation such as the newsroom. */
  type: z.enum(['person', 'organization']),
  /** What they do here: "Political editor". */
  role: line(100).optional(),
  /** A few sentences about them. */
  bio: line(1000).optional(),
  /** Where else they are: a label and an address each. */
  links: z.array(z.strictObject({ label: line(60), url: webUrl })).default([]),
});

export type AuthorCopy = z.infer<typeof authorSchema>;
