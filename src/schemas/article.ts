import { z } from 'zod';
import { kinds } from './kinds.ts';
import { oldAddress } from './redirects.ts';
import { topicsSchema } from './topic.ts';
import { entryId, line, moment, rule, webUrl } from './values.ts';

/** A picture with its texts. `picture` is the schema of `src`: a path, or what Astro makes of one. */
const leadImage = <Picture extends z.ZodType>(picture: Picture) =>
  z
    .strictObject({
      /**
       * The picture's path, relative to the article's file: `./lead.jpg`. JPEG, PNG, WebP or AVIF, at most 50
       * megapixels.
       */
      src: picture,
      /** Alternative text: what the picture shows, for readers who cannot see it (WCAG 1.1.1). */
      alt: z.string().trim(),
      /** The caption under the picture, at most 400 characters. */
      caption: line(400).optional(),
      /** Who made it, at most 160 characters: `Jane Doe / Agency`. */
      credit: line(160).optional(),
      /** True for a picture that conveys nothing. Only then may `alt` be empty. */
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
 * @param picture the schema of a picture's path: text for the check, Astro's `image()` for the pages
 */
export const articleSchema = <Picture extends z.ZodType>(picture: Picture) =>
  z
    .strictObject({
      /** The headline, at most 120 characters. */
      headline: line(120),
      /** The summary under the headline, in lists and in feeds, at most 300 characters. */
      standfirst: line(300),
      /** The section it belongs to: the name of a file in `sections/`, without `.yaml`. */
      section: entryId,
      /** Who wrote it: 1 to 100 names of files in `authors/`, without `.yaml`: `[jane-doe, newsroom]`. */
      authors: z
        .array(entryId)
        .min(1)
        .max(100)
        .transform((authors) => [...new Set(authors)]),
      /** When it is published, with its UTC offset: `"2025-02-13T20:15:00+02:00"`. Earlier editions leave it out. */
      published: moment,
      /** When its substance last changed, likewise; not before `published`. */
      updated: moment.optional(),
      /** What kind of story it is: news, analysis, opinion, explainer, live or sponsored. */
      kind: z.enum(kinds).default('news'),
      /** What it is about, in any script, at most 50: `[Ukraine, NATO]`. */
      topics: topicsSchema,
      /** Where it was reported from: `Kyiv`. */
      dateline: line(80).optional(),
      /** The picture at the top, also shown in lists. */
      leadImage: leadImage(picture).optional(),
      /** Where a syndicated story came from: `name`, and optionally its address there, `url`. */
      source: z.strictObject({ name: line(160), url: webUrl.optional() }).optional(),
      /** Its rank in Must Read; 1 comes first. */
      mustRead: z.int().min(1).optional(),
      /** The editor's picks for Related News, listed before the computed ones: names of article folders, at most 50. */
      related: z.array(entryId).max(50).default([]),
      /** Corrections, at most 100, each with its `date` and a `text` that says what was wrong and what is right. */
      corrections: z
        .array(z.strictObject({ date: moment, text: line(1000) }))
        .max(100)
        .default([]),
      /** False closes it to comments. */
      comments: z.boolean().default(true),
      /**
       * The id of its thread at the comment service, if that is not the path of its canonical address,
       * `/2025/02/slug/`: for threads that were imported under another name.
       */
      thread: line(300).optional(),
      /** False keeps advertising off its page. */
      ads: z.boolean().default(true),
      /** True keeps it and its pictures out of the paper. */
      draft: z.boolean().default(false),
      /**
       * Its permanent id in feeds, if that is not made from its folder's name. Set it to the guid that an imported
       * article had, or, before you rename the folder, to the one in the feed. No two articles may share one.
       */
      guid: line(500).optional(),
      /** Old addresses that redirect to it, at most 100: `/2019/old.html`, `/?p=123`. */
      formerUrls: z.array(oldAddress).max(100).default([]),
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

/** An article's frontmatter after reading; `Picture` is the type of the lead image's `src`. */
export type ArticleCopy<Picture = string> = Omit<
  z.infer<ReturnType<typeof articleSchema<z.ZodString>>>,
  'leadImage'
> & { leadImage?: (Omit<LeadImageCopy, 'src'> & { src: Picture }) | undefined };

type LeadImageCopy = z.infer<ReturnType<typeof leadImage<z.ZodString>>>;
