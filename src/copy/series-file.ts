import { join } from 'node:path';
import {
  describedOneSchema,
  type DescribedSeries,
  describedSeriesSchema,
} from '../schemas/series.ts';
import { readDescribed } from './described-file.ts';
import type { Mistake } from './mistakes.ts';

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
  const known = Object.keys(describedOneSchema.shape);
  const { data = {}, mistakes } = readDescribed(shown, text, describedSeriesSchema, known);
  return { series: data, mistakes };
};
