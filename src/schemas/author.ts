import { z } from 'zod';
import { line, rule, webUrl } from './values.ts';

/**
 * Who signs: `authors/<id>.yaml`.
 * @param picture the schema of a picture's path: text for the check, Astro's `image()` for the pages.
 */
export const authorSchema = <Picture extends z.ZodType>(picture: Picture) =>
  z.strictObject({
    /** The name in the byline. */
    name: line(100),
    /** A person, or an organisation such as the newsroom. */
    type: z.enum(['person', 'organization']),
    /** What they do here: "Political editor". */
    role: line(100).optional(),
    /** A few sentences about them. */
    bio: line(1000).optional(),
    /** Their picture, which opens what they write as opinion. */
    picture: z
      .strictObject({
        /** Its path from this file: `./jane.jpg`, in `authors/`. The middle is shown, as a square. */
        src: picture,
        /** What it shows, for those who do not see it (WCAG 1.1.1). */
        alt: z
          .string()
          .trim()
          .refine(
            (text) => text !== '',
            rule('a description of the picture', 'Say in a sentence what the picture shows.'),
          ),
      })
      .optional(),
    /** Where else they are: a label and an address each. */
    links: z.array(z.strictObject({ label: line(60), url: webUrl })).default([]),
  });

/** An author's fields once they are read, with `src` of the picture as type `Picture`. */
export type AuthorCopy<Picture = string> = Omit<
  z.infer<ReturnType<typeof authorSchema<z.ZodString>>>,
  'picture'
> & { picture?: { src: Picture; alt: string } | undefined };
