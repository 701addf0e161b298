import { z } from 'zod';
import { line, rule, webUrl } from './values.ts';

/**
 * An author: `authors/<id>.yaml`.
 * @param picture the schema of a picture's path: text for the check, Astro's `image()` for the pages
 */
export const authorSchema = <Picture extends z.ZodType>(picture: Picture) =>
  z.strictObject({
    /** The name in the byline. */
    name: line(100),
    /** `person`, or `organization` for a byline such as the newsroom's. */
    type: z.enum(['person', 'organization']),
    /** What they do here: "Political editor". */
    role: line(100).optional(),
    /** A few sentences about them, at most 1,000 characters. */
    bio: line(1000).optional(),
    /** Their portrait, shown at the top of their opinion pieces. */
    picture: z
      .strictObject({
        /**
         * Its path, relative to this file: `./jane.jpg`, in `authors/`. It is cropped to a square around the middle.
         */
        src: picture,
        /** Alternative text: what it shows, for readers who cannot see it (WCAG 1.1.1). */
        alt: z
          .string()
          .trim()
          .refine(
            (text) => text !== '',
            rule('a description of the picture', 'Say in a sentence what the picture shows.'),
          ),
      })
      .optional(),
    /** Where else to find them: a `label` and a `url` each. */
    links: z.array(z.strictObject({ label: line(60), url: webUrl })).default([]),
  });

/** An author's fields after reading; `Picture` is the type of the picture's `src`. */
export type AuthorCopy<Picture = string> = Omit<
  z.infer<ReturnType<typeof authorSchema<z.ZodString>>>,
  'picture'
> & { picture?: { src: Picture; alt: string } | undefined };
