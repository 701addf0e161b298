import type { OpenFile } from '../open-file.ts';

/** A correction as the file has it. */
export interface Correction {
  date: string;
  text: string;
}

/** The corrections of a story, oldest first, as they are written. */
export const correctionsOf = (fields: OpenFile['fields']['value']): readonly Correction[] => {
  const { corrections } = fields;
  return Array.isArray(corrections) ? (corrections as Correction[]) : [];
};

/**
 * What was wrong and what is right, as one line; a full stop is added where a sentence lacks one.
 * @returns undefined if one of them is missing
 */
export const correctionText = (wrong: string, right: string): string | undefined => {
  const sentences = [wrong, right].map((words) => words.replaceAll(/\s+/g, ' ').trim());
  if (sentences.includes('')) return undefined;
  return sentences.map((one) => (/[.!?…。؟]["”»’)]*$/.test(one) ? one : `${one}.`)).join(' ');
};

/** Writes a correction below the earlier ones, and that the story changed now. */
export const correct = (
  file: Pick<OpenFile, 'fields' | 'set'>,
  text: string,
  moment: string,
): void => {
  const earlier = correctionsOf(file.fields.value);
  if (earlier.length === 0) file.set(['corrections'], [{ date: moment, text }]);
  else file.set(['corrections', earlier.length], { date: moment, text });
  file.set(['updated'], moment);
};
