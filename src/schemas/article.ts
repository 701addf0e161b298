import { z } from 'zod';
import { kinds } from './kinds.ts';
import { oldAddress } from './redirects.ts';
import { topicsSchema } from './topic.ts';
import { entryId, line, moment, rule, webUrl } from './values.ts';

/** A picture with its words. `picture` is the schema of `src`: a path, or what Astro makes of one. */
const leadImage = <Picture extends z.ZodType>(picture: Picture) =>
  z
    .strictObject({
      /** The picture's path from the article's file: `./lead.jpg`. JPEG, PNG, WebP or AVIF, at most 50 megapixels. */
      src: picture,
      /** What the picture shows, for those who do not see it (WCAG 1.1.1). */
      alt: z.string().trim(),
      /** The words under the picture. */
      caption: line(400).optional(),
      /** Who made it. */
      credit: line(160).optional(),
      /** True for a picture that says nothing; only then may `alt` be empty. */
      decorative: z.boolean().default(false),
    })
    .refine((image) => image.alt !== '' || image.decorative, {
      ...rule(
        'a description of the picture',
        'Say in a sentence what the picture shows, or add `decorative: true` if it shows nothing of interest.',
      ),
      path: ['alt'],
    });

/**
 * The frontmatter of an article. The docstring of each field is its manual.
 * @param picture the schema of a picture's path: text for the check, Astro's `image()` for the pages.
 */
export const articleSchema = <Picture extends z.ZodType>(picture: Picture) =>
  z
    .strictObject({
      /** The headline, at most 120 characters. */
      headline: line(120),
      /** The summary under the headline, in lists and in feeds; at most 300 characters. */
      standfirst: line(300),
      /** The section it belongs to: the name of a file in `sections/`. */
      section: entryId,
      /** Who wrote it: one or more names of files in `authors/`. */
      authors: z
        .array(entryId)
        .min(1)
        .transform((authors) => [...new Set(authors)]),
      /** When it is published, with an explicit offset. A later moment than the edition's holds it back. */
      published: moment,
      /** When it was last changed in substance; not before `published`. */
      updated: moment.optional(),
      /** news, analysis, opinion, explainer, live or sponsored. */
      kind: z.enum(kinds).default('news'),
      /** What it is about, in any script: `[Ukraine, NATO]`. */
      topics: topicsSchema,
      /** Where it was reported from. */
      dateline: line(80).optional(),
      /** The picture at its head. */
      leadImage: leadImage(picture).optional(),
      /** Where a syndicated story came from; the address is optional. */
      source: z.strictObject({ name: line(160), url: webUrl.optional() }).optional(),
      /** Its rank in Must Read, 1 first. */
      mustRead: z.int().min(1).optional(),
      /** The editor's picks for Related News, before the computed ones: names of article folders. */
      related: z.array(entryId).default([]),
      /** What was wrong and is put right, dated. */
      corrections: z.array(z.strictObject({ date: moment, text: line(1000) })).default([]),
      /** Whether readers may reply. */
      comments: z.boolean().default(true),
      /**
       * What the comment service knows its thread by, where that is not the path of its canonical address,
       * `/2025/02/slug/`: for threads that were imported under another name.
       */
      thread: line(300).optional(),
      /** False keeps advertising off its page. */
      ads: z.boolean().default(true),
      /** True keeps it, and its pictures, out of the paper. */
      draft: z.boolean().default(false),
      /**
       * What feeds call it for ever, where that is not made from its folder's name: the guid that an imported article had,
       * or what its feed says before the folder is renamed. No other article's.
       */
      guid: line(500).optional(),
      /** Addresses that it had before and that must lead here: `/2019/old.html`, `/?p=123`. */
      formerUrls: z.array(oldAddress).default([]),
    })
    .refine(
      ({ published, updated }) =>
        updated === undefined || Date.parse(updated) >= Date.parse(published),
      {
        ...rule(
          'a moment not before `published`',
          'Correct one of the two, or leave `updated` out.',
        ),
        path: ['updated'],
      },
    );

/** An article's frontmatter once it is read, with `src` of the lead image as type `Picture`. */
export type ArticleCopy<Picture = string> = Omit<
  z.infer<ReturnType<typeof articleSchema<z.ZodString>>>,
  'leadImage'
> & { leadImage?: (Omit<LeadImageCopy, 'src'> & { src: Picture }) | undefined };

type LeadImageCopy = z.infer<ReturnType<typeof leadImage<z.ZodString>>>;
