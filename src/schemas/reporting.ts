import { z } from 'zod';
import { reportingWords } from '../language/fields/reporting.ts';
import { aiUseNames } from '../language/reporting.ts';
import { choice, line, rule, webUrl } from './values.ts';

const source = z.strictObject({
  name: line(160).meta({ words: reportingWords.name }),
  url: webUrl.optional().meta({ words: reportingWords.url }),
  archived: webUrl.optional().meta({ words: reportingWords.archived }),
  note: line(300).optional().meta({ words: reportingWords.note }),
});

const ai = z
  .strictObject({
    use: choice(aiUseNames).meta({ words: reportingWords.use }),
    where: line(300).optional().meta({ words: reportingWords.where }),
    reviewer: line(100).optional().meta({ words: reportingWords.reviewer }),
  })
  .refine(({ use, reviewer }) => use !== 'generated' || reviewer !== undefined, {
    ...rule(
      'the name of the person who reviewed the generated text',
      'Name who checked it and answers for it. Without one, it must not be published.',
    ),
    path: ['reviewer'],
  })
  .meta({
    if: { properties: { use: { const: 'generated' } } },
    then: { required: ['reviewer'] },
  });

/** What a story says of how it was reported. */
export const reportingSchema = z.strictObject({
  method: line(1000).optional().meta({ words: reportingWords.method }),
  sources: z.array(source).max(50).default([]).meta({ words: reportingWords.sources }),
  interests: line(500).optional().meta({ words: reportingWords.interests }),
  ai: ai.optional().meta({ words: reportingWords.ai }),
});

export type ReportingCopy = z.output<typeof reportingSchema>;
