import { z } from 'zod';
import { changeKindNames } from '../language/change-notes.ts';
import { kindNames } from '../language/kinds.ts';
import { liveStateNames } from '../language/live-states.ts';
import { pictureAiNames } from '../language/reporting.ts';
import { pictureWords } from '../language/fields/picture.ts';
import { reportingWords } from '../language/fields/reporting.ts';
import {
  changeNoteWords,
  correctionWords,
  sourceWords,
  withdrawalWords,
} from '../language/fields/story-parts.ts';
import { storySettingWords } from '../language/fields/story-settings.ts';
import { storyWords } from '../language/fields/story.ts';
import { type Kind, traitsOf } from './kinds.ts';
import { oldAddress } from './redirects.ts';
import { reportingSchema } from './reporting.ts';
import { topicsSchema } from './topic.ts';
import { partOfSeries } from './series.ts';
import { choice, entryId, line, moment, rule, webUrl } from './values.ts';

/** A picture with its texts. `picture` is the schema of `src`: a path, or what Astro makes of one. */
const leadImage = <Picture extends z.ZodType>(picture: Picture) =>
  z.strictObject({
    src: picture.meta({ words: pictureWords.src, kind: 'picture' }),
    // Whether a picture lacks one, the check finds: its file may have one.
    alt: z.string().trim().default('').meta({ words: pictureWords.alt }),
    caption: line(400).optional().meta({ words: pictureWords.caption }),
    credit: line(160).optional().meta({ words: pictureWords.credit }),
    license: webUrl.optional().meta({ words: pictureWords.license, rare: true }),
    ai: choice(pictureAiNames).optional().meta({ words: pictureWords.ai }),
    decorative: z.boolean().default(false).meta({ words: pictureWords.decorative }),
  });

const source = z.strictObject({
  name: line(160).meta({ words: sourceWords.name }),
  url: webUrl.optional().meta({ words: sourceWords.url }),
});

const correction = z.strictObject({
  date: moment.meta({ words: correctionWords.date }),
  text: line(1000).meta({ words: correctionWords.text }),
});

const changeNote = z.strictObject({
  kind: choice(changeKindNames).meta({ words: changeNoteWords.kind }),
  date: moment.meta({ words: changeNoteWords.date }),
  text: line(1000).meta({ words: changeNoteWords.text }),
});

const isLive = (kind: Kind): boolean => traitsOf(kind).contents === 'entries';

const withdrawal = z.strictObject({
  date: moment.meta({ words: withdrawalWords.date }),
  reason: line(300).meta({ words: withdrawalWords.reason }),
});

/**
 * The frontmatter of an article. The manual of each field is in its words, in src/language/fields/.
 * @param picture the schema of a picture's path: text for the check, Astro's `image()` for the pages
 */
export const articleSchema = <Picture extends z.ZodType>(picture: Picture) =>
  z
    .strictObject({
      headline: line(120).meta({ words: storyWords.headline }),
      standfirst: line(300).meta({ words: storyWords.standfirst }),
      section: entryId.meta({ words: storyWords.section, of: 'sections' }),
      authors: z
        .array(entryId.meta({ of: 'authors' }))
        .min(1)
        .max(100)
        .transform((authors) => [...new Set(authors)])
        .meta({ words: storyWords.authors }),
      published: moment.meta({ words: storyWords.published }),
      updated: moment.optional().meta({ words: storyWords.updated }),
      kind: choice(kindNames).default('news').meta({ words: storyWords.kind }),
      state: choice(liveStateNames).optional().meta({ words: storyWords.state }),
      kicker: line(40).optional().meta({ words: storyWords.kicker }),
      topics: topicsSchema.meta({ words: storyWords.topics }),
      keyPoints: z.array(line(200)).min(2).max(6).optional().meta({ words: storyWords.keyPoints }),
      series: partOfSeries.optional().meta({ words: storyWords.series, rare: true }),
      dateline: line(80).optional().meta({ words: storyWords.dateline }),
      leadImage: leadImage(picture).optional().meta({ words: pictureWords.leadImage }),
      source: source.optional().meta({ words: storyWords.source, rare: true }),
      reporting: reportingSchema.optional().meta({ words: reportingWords.reporting, rare: true }),
      mustRead: z.int().min(1).optional().meta({ words: storySettingWords.mustRead }),
      related: z
        .array(entryId.meta({ of: 'articles' }))
        .max(50)
        .default([])
        .meta({ words: storySettingWords.related }),
      corrections: z
        .array(correction)
        .max(100)
        .default([])
        .meta({ words: storyWords.corrections, rare: true }),
      changeNotes: z
        .array(changeNote)
        .max(100)
        .default([])
        .meta({ words: storyWords.changeNotes, rare: true }),
      withdrawn: withdrawal.optional().meta({ words: storyWords.withdrawn, rare: true }),
      comments: z.boolean().default(true).meta({ words: storySettingWords.comments, rare: true }),
      thread: line(300).optional().meta({ words: storySettingWords.thread, rare: true }),
      ads: z.boolean().default(true).meta({ words: storySettingWords.ads, rare: true }),
      ageNotice: z.boolean().default(true).meta({ words: storySettingWords.ageNotice, rare: true }),
      republish: z
        .boolean()
        .default(false)
        .meta({ words: storySettingWords.republish, rare: true }),
      draft: z.boolean().default(false).meta({ words: storySettingWords.draft }),
      embargo: moment.optional().meta({ words: storyWords.embargo, rare: true }),
      guid: line(500).optional().meta({ words: storySettingWords.guid, rare: true }),
      formerUrls: z
        .array(oldAddress)
        .max(100)
        .default([])
        .meta({ words: storySettingWords.formerUrls, rare: true }),
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
    )
    .refine(
      ({ published, withdrawn }) =>
        withdrawn === undefined || Date.parse(withdrawn.date) >= Date.parse(published),
      {
        ...rule(
          'a moment not before `published`',
          'Correct one of the two. A story that was never published is a draft: `draft: true`.',
        ),
        path: ['withdrawn', 'date'],
      },
    )
    .refine(({ kind, state }) => state !== undefined || !isLive(kind), {
      ...rule(
        'live, paused or over, because the story is live',
        'Write `state: live` while it is running, and `state: over` when it has ended.',
      ),
      path: ['state'],
    })
    .refine(({ kind, state }) => state === undefined || isLive(kind), {
      ...rule('a state in live stories alone', 'Remove `state`, or write `kind: live`.'),
      path: ['state'],
    })
    .meta({
      if: { properties: { kind: { const: 'live' } }, required: ['kind'] },
      then: { required: ['state'] },
      else: { properties: { state: false } },
    });

/** An article's frontmatter after reading; `Picture` is the type of the lead image's `src`. */
export type ArticleCopy<Picture = string> = Omit<
  z.infer<ReturnType<typeof articleSchema<z.ZodString>>>,
  'leadImage'
> & { leadImage?: (Omit<LeadImageCopy, 'src'> & { src: Picture }) | undefined };

/** The picture at the top of a story, after reading. */
export type LeadImageCopy = z.infer<ReturnType<typeof leadImage<z.ZodString>>>;
