import { join } from 'node:path';
import { withoutEmpty } from '../schemas/empty.ts';
import {
  describedOneSchema,
  type DescribedSeries,
  describedSeriesSchema,
} from '../schemas/series.ts';
import { readManuscript } from './frontmatter.ts';
import { type Mistake, mistakesOf, UnreadableError } from './mistakes.ts';

/** The path of the file that describes the paper's series. */
export const seriesFile = (contentDir: string): string => join(contentDir, 'series.yaml');

/**
 * What the text of `series.yaml` says.
 * @param shown its path as mistakes name it
 */
export const seriesIn = (
  shown: string,
  text: string,
): { series: DescribedSeries; mistakes: Mistake[] } => {
  try {
    const { fields: written } = readManuscript(shown, text);
    const fields = withoutEmpty(describedSeriesSchema, written);
    const result = describedSeriesSchema.safeParse(fields);
    if (result.success) return { series: result.data, mistakes: [] };
    const known = Object.keys(describedOneSchema.shape);
    return { series: {}, mistakes: mistakesOf(shown, result.error.issues, fields, known) };
  } catch (error) {
    if (error instanceof UnreadableError) return { series: {}, mistakes: [error.mistake] };
    throw error;
  }
};
