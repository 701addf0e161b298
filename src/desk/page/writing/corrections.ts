import type { OpenFile } from '../open-file.ts';

/** A note on a change as the file has it; a correction needs no kind. */
export interface WrittenNote {
  date: string;
  text: string;
  kind?: string;
}

const listIn = (value: unknown): readonly WrittenNote[] =>
  Array.isArray(value) ? (value as WrittenNote[]) : [];

/** The corrections of a story, as they are written. */
const correctionsOf = ({ corrections }: OpenFile['fields']['value']): readonly WrittenNote[] =>
  listIn(corrections);

/** Every note on a change to a story, as they are written: its corrections, then all others. */
export const writtenNotesOf = (fields: OpenFile['fields']['value']): readonly WrittenNote[] => [
  ...correctionsOf(fields),
  ...listIn(fields['changeNotes']),
];

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
