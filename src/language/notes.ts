import type { Language } from './names.ts';

/** The label of each note below a story, in every language of the interface. */
export const noteLabels = {
  source: {
    en: 'Source link',
    fr: 'Lien vers la source',
    uk: 'Посилання на джерело',
    ar: 'رابط المصدر',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A note below a story. */
export type NoteName = keyof typeof noteLabels;

/** The labels of all notes in one language. */
export const noteLabelsIn = (language: Language): Record<NoteName, string> =>
  Object.fromEntries(
    Object.entries(noteLabels).map(([note, labels]) => [note, labels[language]]),
  ) as Record<NoteName, string>;
