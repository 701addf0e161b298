import type { DescribedSeries } from '../schemas/series.ts';
import type { DescribedTopics } from '../schemas/topic.ts';
import { type Mistake, UnreadableError } from './mistakes.ts';
import { fileFault } from './paper-file.ts';
import { type RedirectsFile, redirectsIn } from './redirects-file.ts';
import { readTextFile } from './text-file.ts';
import { seriesIn } from './series-file.ts';
import { topicsIn } from './topics-file.ts';

/** Reads a file that need not exist: undefined if it does not, or its mistake if it cannot be read. */
const textOrMistake = (
  file: string,
  shown: string,
  within?: readonly string[],
): { text?: string; mistakes: Mistake[] } => {
  if (fileFault(file)?.kind === 'missing') return { mistakes: [] };
  try {
    return { text: readTextFile(file, shown, within), mistakes: [] };
  } catch (error) {
    if (error instanceof UnreadableError) return { mistakes: [error.mistake] };
    throw error;
  }
};

/**
 * Reads the paper's descriptions of its topics, if it has any.
 * @param file the absolute path of `topics.yaml`, which need not exist
 * @param shown its path as mistakes name it
 * @param within the folders that links may lead to; left out, they may lead anywhere
 */
export const readTopics = (
  file: string,
  shown: string,
  within?: readonly string[],
): { topics: DescribedTopics; mistakes: Mistake[] } => {
  const { text, mistakes } = textOrMistake(file, shown, within);
  return text === undefined ? { topics: {}, mistakes } : topicsIn(shown, text);
};

/**
 * Reads the paper's descriptions of its series, if it has any.
 * @param file the absolute path of `series.yaml`, which need not exist
 * @param shown its path as mistakes name it
 * @param within the folders that links may lead to; left out, they may lead anywhere
 */
export const readSeries = (
  file: string,
  shown: string,
  within?: readonly string[],
): { series: DescribedSeries; mistakes: Mistake[] } => {
  const { text, mistakes } = textOrMistake(file, shown, within);
  return text === undefined ? { series: {}, mistakes } : seriesIn(shown, text);
};

/**
 * Reads the paper's redirects, if it has any.
 * @param file the absolute path of `redirects.yaml`, which need not exist
 * @param shown its path as mistakes name it
 * @param within the folders that links may lead to; left out, they may lead anywhere
 */
export const readRedirects = (
  file: string,
  shown: string,
  within?: readonly string[],
): { redirects: RedirectsFile; mistakes: Mistake[] } => {
  const { text, mistakes } = textOrMistake(file, shown, within);
  return text === undefined
    ? { redirects: { shown, entries: [] }, mistakes }
    : redirectsIn(shown, text);
};
