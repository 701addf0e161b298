import { z } from 'zod';
import { blockWords } from '../language/fields/block.ts';
import { blockShapeNames, breakingWords, frontWords } from '../language/fields/front.ts';
import { kindNames } from '../language/kinds.ts';
import { choice, entryId, line, link, moment, rule } from './values.ts';

/** A shape that a block of the front page may have. */
export type BlockShape = keyof typeof blockShapeNames;

/** A row of stories was once called `cards`, and layouts still say so. */
const presentName = (shape: unknown): unknown => (shape === 'cards' ? 'row' : shape);

const block = z
  .strictObject({
    title: line(60).optional().meta({ words: blockWords.title }),
    section: entryId.meta({ of: 'sections' }).optional().meta({ words: blockWords.section }),
    topic: line(80).meta({ suggest: 'topics' }).optional().meta({ words: blockWords.topic }),
    kind: choice(kindNames).optional().meta({ words: blockWords.kind }),
    shape: z
      .preprocess(presentName, choice(blockShapeNames).optional())
      .meta({ words: blockWords.shape }),
    half: z.boolean().default(false).meta({ words: blockWords.half }),
    stories: z.int().min(1).max(12).default(4).meta({ words: blockWords.stories }),
  })
  .refine(
    ({ section, topic, kind }) => [section, topic, kind].filter(Boolean).length === 1,
    rule('one of section, topic and kind', 'Keep the one that says where the stories come from.'),
  )
  .refine(({ title, kind }) => kind === undefined || title !== undefined, {
    ...rule('a heading', 'Add `title`: a block of one kind has no name of its own.'),
    path: ['title'],
  })
  .meta({
    oneOf: [{ required: ['section'] }, { required: ['topic'] }, { required: ['kind'] }],
    if: { required: ['kind'] },
    then: { required: ['title'] },
  });

const breaking = z.strictObject({
  text: line(160).meta({ words: breakingWords.text }),
  link: link.meta({ words: breakingWords.link }),
  until: moment.meta({ words: breakingWords.until }),
});

/** The editor's layout of the front page: `front.yaml` in the content folder. Without it, the layout is automatic. */
export const frontSchema = z.strictObject({
  breaking: breaking.optional().meta({ words: frontWords.breaking }),
  live: entryId.meta({ of: 'articles' }).optional().meta({ words: frontWords.live }),
  lead: entryId.meta({ of: 'articles' }).optional().meta({ words: frontWords.lead }),
  secondaries: z
    .array(entryId.meta({ of: 'articles' }))
    .max(8)
    .optional()
    .meta({ words: frontWords.secondaries }),
  leadRelated: z
    .array(entryId.meta({ of: 'articles' }))
    .max(3)
    .optional()
    .meta({ words: frontWords.leadRelated }),
  latest: z.boolean().default(true).meta({ words: frontWords.latest }),
  strip: z
    .array(entryId.meta({ of: 'articles' }))
    .max(8)
    .optional()
    .meta({ words: frontWords.strip }),
  nowTopics: z
    .array(line(80).meta({ suggest: 'topics' }))
    .max(5)
    .optional()
    .meta({ words: frontWords.nowTopics }),
  blocks: z.array(block).min(1).optional().meta({ words: frontWords.blocks }),
});

/** The layout as the schema reads it; a test or an automatic layout may leave any field out. */
export type FrontLayout = Partial<z.output<typeof frontSchema>>;
