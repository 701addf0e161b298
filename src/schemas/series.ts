import { z } from 'zod';
import { partWords, seriesWords } from '../language/fields/series.ts';
import { line, rule } from './values.ts';

/** The name of a series in addresses, whichever of Unicode's two forms it is typed in. */
const seriesId = line(80)
  .transform((text) => text.normalize('NFC'))
  .refine(
    (text) =>
      /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(text) && text === text.toLowerCase(),
    rule(
      'a name in lower case, such as "the-river"',
      'Write letters of any script and digits, with hyphens for spaces.',
    ),
  );

/** A story's place in a series. */
export const partOfSeries = z.strictObject({
  id: seriesId.meta({ words: partWords.id, suggest: 'series' }),
  part: z.int().min(1).meta({ words: partWords.part }),
});

/** The description of one series in `series.yaml`. Every field is optional. */
export const describedOneSchema = z.strictObject({
  title: line(80).optional().meta({ words: seriesWords.title }),
  text: line(300).optional().meta({ words: seriesWords.text }),
});

/** The file `series.yaml` in the content folder: series as stories name them, and their titles. */
export const describedSeriesSchema = z
  .record(seriesId.meta({ words: seriesWords.name }), describedOneSchema)
  .meta({ words: seriesWords.series });

export type DescribedSeries = z.output<typeof describedSeriesSchema>;
