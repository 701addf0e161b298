import { z } from 'zod';
import { sectionWords } from '../language/fields/section.ts';
import { colour } from './colour.ts';
import { entryId, line } from './values.ts';

/** A section of the paper: `sections/<id>.yaml`. */
export const sectionSchema = z.strictObject({
  title: line(60).meta({ words: sectionWords.title }),
  description: line(300).meta({ words: sectionWords.description }),
  order: z.int().meta({ words: sectionWords.order }),
  parent: entryId.meta({ of: 'sections' }).optional().meta({ words: sectionWords.parent }),
  accent: colour.optional().meta({ words: sectionWords.accent }),
});

export type SectionCopy = z.infer<typeof sectionSchema>;
