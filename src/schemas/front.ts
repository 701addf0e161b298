import { z } from 'zod';
import { kinds } from './kinds.ts';
import { entryId, line, link, moment, rule } from './values.ts';

/** The shapes that a block of the front page may have. */
export const blockShapes = ['lead-and-list', 'cards', 'opinions', 'timeline'] as const;
export type BlockShape = (typeof blockShapes)[number];

const block = z
  .strictObject({
    /** Its heading; without one, the section's title or the topic. */
    title: line(60).optional(),
    /** The section that it shows … */
    section: entryId.optional(),
    /** … or the topic … */
    topic: line(80).optional(),
    /** … or the kind. One of the three. */
    kind: z.enum(kinds).optional(),
    /** `lead-and-list`, `cards`, `opinions` (bylines instead of pictures) or `timeline` (times and headlines). */
    shape: z.enum(blockShapes).default('cards'),
    /** How many stories it shows at most. */
    stories: z.int().min(1).max(12).default(4),
  })
  .refine(
    ({ section, topic, kind }) => [section, topic, kind].filter(Boolean).length === 1,
    rule('one of section, topic and kind', 'Say where the stories come from, once.'),
  )
  .refine(({ title, kind }) => kind === undefined || title !== undefined, {
    ...rule('a heading', 'Add `title`: a block of one kind has no name of its own.'),
    path: ['title'],
  });

/** The editor's layout of the front page: `front.yaml` in the content folder. Without it, the paper lays itself out. */
export const frontSchema = z.strictObject({
  /** News that is breaking, on top of every page until a moment. */
  breaking: z
    .strictObject({
      /** What has happened. */
      text: line(160),
      /** Where it leads. */
      link,
      /** When it is no longer breaking. */
      until: moment,
    })
    .optional(),
  /** The lead story: the name of an article's folder. Without it, the first of Must Read, else the newest. */
  lead: entryId.optional(),
  /** The stories beside the lead, in order; without them, the newest four. */
  secondaries: z.array(entryId).max(8).optional(),
  /** The blocks below, in order; without them, one for each section. No story is shown twice. */
  blocks: z.array(block).min(1).optional(),
});

export type FrontLayout = z.output<typeof frontSchema>;
