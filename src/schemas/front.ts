import { z } from 'zod';
import { kinds } from './kinds.ts';
import { entryId, line, link, moment, rule } from './values.ts';

/** The shapes that a block of the front page may have. */
export const blockShapes = ['lead-and-list', 'row', 'opinions', 'timeline'] as const;
export type BlockShape = (typeof blockShapes)[number];

/** A row of stories was once called `cards`, and layouts still say so. */
const presentName = (shape: unknown): unknown => (shape === 'cards' ? 'row' : shape);

const block = z
  .strictObject({
    /** Its heading. Left out, the section's title or the topic. Required with `kind`. */
    title: line(60).optional(),
    /** The section that it shows: the name of a file in `sections/`. A block has one of section, topic and kind. */
    section: entryId.optional(),
    /** The topic that it shows, by any of its names. */
    topic: line(80).optional(),
    /** The kind of story that it shows. */
    kind: z.enum(kinds).optional(),
    /** `lead-and-list`, `row`, `opinions` (bylines instead of pictures) or `timeline` (times and headlines). */
    shape: z.preprocess(presentName, z.enum(blockShapes)).default('row'),
    /** How many stories it shows at most, from 1 to 12. */
    stories: z.int().min(1).max(12).default(4),
  })
  .refine(
    ({ section, topic, kind }) => [section, topic, kind].filter(Boolean).length === 1,
    rule('one of section, topic and kind', 'Keep the one that says where the stories come from.'),
  )
  .refine(({ title, kind }) => kind === undefined || title !== undefined, {
    ...rule('a heading', 'Add `title`: a block of one kind has no name of its own.'),
    path: ['title'],
  });

/** The editor's layout of the front page: `front.yaml` in the content folder. Without it, the layout is automatic. */
export const frontSchema = z.strictObject({
  /** Breaking news, at the top of every page until a given moment. */
  breaking: z
    .strictObject({
      /** What has happened, at most 160 characters. */
      text: line(160),
      /** Where it leads: a path on this site, such as a story's, or an https:// address. */
      link,
      /** When it stops being breaking news, with a UTC offset: `"2025-02-13T20:15:00+02:00"`. */
      until: moment,
    })
    .optional(),
  /** The lead story: the name of an article's folder. Left out, the first of Must Read, or else the newest story. */
  lead: entryId.optional(),
  /** The stories beside the lead, in order, at most 8: names of article folders. Left out, the newest four. */
  secondaries: z.array(entryId).max(8).optional(),
  /** The blocks below, in order. Left out, one for each section. No story is shown twice. */
  blocks: z.array(block).min(1).optional(),
});

export type FrontLayout = z.output<typeof frontSchema>;
